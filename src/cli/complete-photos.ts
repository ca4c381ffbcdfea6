/**
 * Writes into an article what its photos say of themselves: captions, descriptions and credits, where the article has
 * none. Only the images' own Markdown changes. What is written is read again before it is believed. Pure.
 */

import type { ArticleFile } from '../content/article.ts';
import { splitFrontMatter } from '../content/front-matter.ts';
import type { FigureBlock } from '../markdown/block.ts';
import { completeImage, type ImageTexts } from '../markdown/complete-image.ts';
import { parseBody } from '../markdown/parse-body.ts';
import type { Photo } from '../photos/photo.ts';
import { textsInLanguage } from '../photos/texts-in-language.ts';

export interface Completion {
  /** The article's text with what was found in it; the same when there is nothing to add. `\n` line ends. */
  readonly text: string;
  /** Images whose Markdown a person has to complete, because it is written in an unusual way. */
  readonly byHand: readonly { readonly name: string; readonly line: number }[];
}

export function completePhotos(
  article: ArticleFile,
  text: string,
  photos: ReadonlyMap<string, Photo>,
): Completion {
  const lines = text.split('\n');
  const byHand: Completion['byHand'][number][] = [];
  const figures = article.body.figures.filter(({ media }) => media === 'photo');
  // From the end, so that the columns of those before stay right.
  for (const figure of [...figures].reverse()) {
    const texts = textsFor(figure, article, photos.get(figure.file));
    if (texts === undefined) continue;
    const before = lines.join('\n');
    const isDone =
      replaceImage(lines, figure, texts) && isAsWished(before, lines.join('\n'), article, figure, texts);
    if (isDone) continue;
    lines.splice(0, lines.length, ...before.split('\n'));
    byHand.unshift({ name: figure.file.slice(article.folder.length + 1), line: figure.place.line });
  }
  return { text: lines.join('\n'), byHand };
}

/** What the photo says and neither the image nor the front matter does; nothing when that is nothing. */
function textsFor(
  figure: FigureBlock,
  { folder, frontMatter, lang }: ArticleFile,
  photo: Photo | undefined,
): ImageTexts | undefined {
  if (photo === undefined || figure.decorative) return undefined;
  const details = frontMatter.photos[figure.file.slice(folder.length + 1)];
  const { credit, creator } = photo.metadata;
  const { caption, alt } = textsInLanguage(photo.metadata, lang);
  const name = credit ?? creator;
  const texts = {
    ...(figure.alt === '' && details?.alt === undefined && alt !== undefined ? { alt } : {}),
    ...(figure.captionText === undefined && details?.caption === undefined && caption !== undefined
      ? { caption }
      : {}),
    ...(figure.credit === undefined && details?.credit === undefined && name !== undefined
      ? { credit: name }
      : {}),
  };
  return Object.keys(texts).length === 0 ? undefined : texts;
}

function replaceImage(lines: string[], { place }: FigureBlock, texts: ImageTexts): boolean {
  const line = lines[place.line - 1] ?? '';
  const [start, end] = [place.column - 1, place.endColumn - 1];
  const completed = completeImage(line.slice(start, end), texts);
  if (completed === undefined) return false;
  lines[place.line - 1] = line.slice(0, start) + completed + line.slice(end);
  return true;
}

/** Whether the new text says what was wished of this image, and of everything else what it said before. */
function isAsWished(
  before: string,
  after: string,
  article: ArticleFile,
  figure: FigureBlock,
  texts: ImageTexts,
): boolean {
  const [old, now] = [readAgain(before, article), readAgain(after, article)];
  if (old === undefined || now === undefined || old.length !== now.length) return false;
  return now.every((block, index) => {
    const previous = old[index];
    const isThis = block.place.line === figure.place.line && block.place.column === figure.place.column;
    return (
      block.file === previous?.file &&
      fold(block.alt) === fold((isThis ? texts.alt : undefined) ?? previous.alt) &&
      fold(block.captionText) === fold((isThis ? texts.caption : undefined) ?? previous.captionText) &&
      fold(block.credit) === fold((isThis ? texts.credit : undefined) ?? previous.credit)
    );
  });
}

function readAgain(text: string, { file, folder }: ArticleFile): readonly FigureBlock[] | undefined {
  const split = splitFrontMatter(text, file);
  if (!split.ok) return undefined;
  const { body, bodyLine } = split.file;
  return parseBody(body, { file, folder, firstLine: bodyLine }).body.figures;
}

/** Quotation marks and dashes may have become typographic ones; letters and digits may not. */
function fold(text = ''): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
