/** What the photos of one article have, and what they miss. Pure. */

import type { ArticleFile } from '../content/article.ts';
import { saidSource } from '../content/said-source.ts';
import type { FigureBlock } from '../markdown/block.ts';
import type { Photo } from '../photos/photo.ts';
import { joinSources, type SourceType } from '../photos/provenance/source-type.ts';
import { textsInLanguage } from '../photos/texts-in-language.ts';
import { defined } from '../text/defined.ts';

/** Where a text of a photo stands: what comes first wins. */
type TextSource = 'article' | 'front matter' | 'photo';

export interface FoundText {
  readonly text: string;
  readonly from: TextSource;
}

export interface ListedPhoto {
  /** Beside the article. */
  readonly name: string;
  /** Where the article shows it; undefined when only its front matter or nothing names it. */
  readonly line?: number;
  readonly role: 'figure' | 'lead' | 'unused';
  /** There is nothing to describe. */
  readonly isDecorative: boolean;
  readonly caption?: FoundText;
  readonly alt?: FoundText;
  readonly credit?: FoundText;
  /** Undefined when the photo cannot be read; a diagnostic says why. */
  readonly photo?: Photo;
  readonly focus?: readonly [x: number, y: number];
  /** Where it comes from, in a term of the IPTC. */
  readonly source?: SourceType;
}

const PHOTO_NAME = /\.(?:jpe?g|png|webp|avif|tiff?|gif|hei[cf])$/iu;

/** In the order of the article, then those that it does not show. `files` are all files of the content folder. */
export function listPhotos(
  article: ArticleFile,
  files: ReadonlySet<string>,
  photos: ReadonlyMap<string, Photo>,
): ListedPhoto[] {
  const figures = article.body.figures.filter(({ media }) => media === 'photo');
  const shown = new Set(figures.map(({ file }) => file));
  const lead =
    article.frontMatter.image === undefined ? [] : [`${article.folder}/${article.frontMatter.image}`];
  const rest = [...files].filter((file) => file.startsWith(`${article.folder}/`) && PHOTO_NAME.test(file));
  const list = (file: string, role: ListedPhoto['role'], figure?: FigureBlock) =>
    listPhoto(article, photos.get(file), file, role, figure);
  return [
    ...figures.map((figure) => list(figure.file, 'figure', figure)),
    ...lead.filter((file) => !shown.has(file)).map((file) => list(file, 'lead')),
    ...rest.filter((file) => !shown.has(file) && !lead.includes(file)).map((file) => list(file, 'unused')),
  ];
}

function listPhoto(
  article: ArticleFile,
  photo: Photo | undefined,
  file: string,
  role: ListedPhoto['role'],
  figure: FigureBlock | undefined,
): ListedPhoto {
  const name = file.slice(article.folder.length + 1);
  const details = article.frontMatter.photos[name];
  const { credit, creator } = photo?.metadata ?? {};
  const { caption, alt } = textsInLanguage(photo?.metadata ?? {}, article.lang);
  const found = (
    key: 'caption' | 'alt' | 'credit',
    ...[typed, detail, own]: readonly (string | undefined)[]
  ): Partial<Record<typeof key, FoundText>> => {
    if (typed !== undefined && typed !== '') return { [key]: { text: typed, from: 'article' } };
    if (detail !== undefined && detail !== '') return { [key]: { text: detail, from: 'front matter' } };
    return own === undefined ? {} : { [key]: { text: own, from: 'photo' } };
  };
  return {
    name,
    role,
    isDecorative: figure?.decorative ?? false,
    ...defined({ line: figure?.place.line }),
    ...found('caption', figure?.captionText, details?.caption, caption),
    ...found('alt', figure?.alt, details?.alt, alt),
    ...found('credit', figure?.credit, details?.credit, credit ?? creator),
    ...defined({ photo }),
    ...defined({
      focus: details?.focus,
      source: joinSources(photo?.metadata.sourceType, saidSource(figure ?? { file }, article)),
    }),
  };
}
