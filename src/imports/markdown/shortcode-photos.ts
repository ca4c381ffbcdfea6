/** Which photos a shortcode shows, and with which words. Pure. */

import { defined } from '../../text/defined.ts';
import { cleanText } from '../fold-text.ts';
import type { FigureArguments } from '../html/figure-html.ts';
import { pictureEnding, type SourceFiles } from '../source-files.ts';
import type { ShortcodeTag } from './shortcode-tags.ts';

export interface GallerySources {
  /** The file that has the shortcode, relative to the import folder. */
  readonly file: string;
  readonly sourceFiles: SourceFiles;
  /** Lists of photos in the front matter, by key, for galleries that only name one. */
  readonly galleries: ReadonlyMap<string, readonly FigureArguments[]>;
}

export interface ShortcodeFigure extends FigureArguments {
  /** Whether its words were told apart by their order alone. */
  readonly isGuessed: boolean;
  /** Where the photo leads. */
  readonly link?: string;
  /** Words that have no place in an article: `subtitle="In spring"`. */
  readonly unplaced: readonly string[];
}

/** Under which names themes keep the words of a photo, the most certain first. */
const captionKeys = [
  'caption',
  'figcaption',
  'title',
  'legend',
  'description',
  'desc',
  'text',
  'label',
  'subtitle',
];
const altKeys = ['alt', 'alttext', 'alt_text', 'image_alt', 'description', 'desc'];
const creditKeys = [
  'attr',
  'credit',
  'credits',
  'attribution',
  'photographer',
  'author',
  'copyright',
  'source',
  'by',
];
/** Words for the browser, however many there are. */
const technicalKeys =
  /^(?:class(?:es)?|style|width|height|size|sizes|srcset|link|href|target|rel|loading|id|align|position|type|command|options?|attrlink|.*_(?:class|url|path|link))$/u;

/** Named words say what they are; of words in a row the one that looks like a file is it, the next is the caption. */
export function readFigure(
  { name, named, plain }: ShortcodeTag,
  inner: string | undefined,
): ShortcodeFigure | undefined {
  const rest = [...plain];
  const at = rest.findIndex(isPictureName);
  const src =
    named.get('src') ??
    named.get('image_path') ??
    named.get('image') ??
    named.get('file') ??
    named.get('url') ??
    named.get('path') ??
    (at === -1 ? rest[0] : rest[at]) ??
    [...named.values()].find(isPictureName);
  if (src === undefined || src === '') return undefined;
  // Sizes for the browser have spaces too, but are no words.
  const others = rest.filter(
    (word) =>
      word !== src && /\s|\p{Script=Han}/u.test(word) && !/\b\d+(?:\.\d+)?(?:vw|px|r?em)\b/u.test(word),
  );
  const isPicture = /^(?:img|image|picture|respimg|rimg)$/u.test(name);
  const [first, second] = others;
  const take = (keys: readonly string[], besides?: string) => {
    const key = keys.find((one) => one !== besides && named.has(one) && named.get(one) !== src);
    return key === undefined ? undefined : { key, words: named.get(key) };
  };
  const body = cleanText((inner ?? '').replace(/<\/?[^>]+>/gu, ' '));
  const inOrder = isPicture ? second : first;
  const isCaptioned = body !== '' || (inOrder !== undefined && !named.has('caption'));
  const namedCaption = isCaptioned ? undefined : take(captionKeys);
  const namedAlt = take(altKeys, namedCaption?.key);
  const namedCredit = take(creditKeys);
  const used = [namedCaption?.key, namedAlt?.key, namedCredit?.key];
  const unplaced = [...named]
    .filter(
      ([key, words]) => words !== src && !used.includes(key) && !technicalKeys.test(key) && isWording(words),
    )
    .map(([key, words]) => `${key}: ${words}`);
  const link = [named.get('link'), named.get('href')].find(
    (address) => address !== undefined && /^(?:https?:|\/)/u.test(address) && !isPictureName(address),
  );
  const creditLink = named.get('attrlink');
  if (creditLink !== undefined) unplaced.push(`attrlink: ${creditLink}`);
  return {
    src,
    ...defined({ link }),
    alt: namedAlt?.words ?? (isPicture ? first : second),
    caption: body !== '' ? body : (namedCaption?.words ?? inOrder),
    credit: namedCredit?.words,
    isGuessed: others.length > (isPicture ? 1 : 0),
    unplaced,
  };
}

/** More than a number, a switch or a name for programs. */
function isWording(words: string): boolean {
  return /\p{L}{2}/u.test(words) && (/\s/u.test(words.trim()) || /[^\u0000-\u007f]|^\p{Lu}/u.test(words));
}

/** Whether a tag of unknown name shows a picture: one of its words names a picture file. */
export function namesPicture({ named, plain }: ShortcodeTag): boolean {
  return [...plain, ...named.values()].some(isPictureName);
}

function isPictureName(word: string): boolean {
  return pictureEnding.test(word.replace(/[?#].*$/u, ''));
}

/** Photos that a gallery lists line by line, "1.jpg | Its caption"; nothing when what stands inside it is anything else. */
export function readPhotoLines(inner: string): readonly FigureArguments[] | undefined {
  const lines = inner
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const isList =
    lines.length > 0 &&
    lines.every(
      (line) =>
        /^[^\s!<{[]+(?:\s*\|.*)?$/u.test(line) && pictureEnding.test(line.split('|')[0]?.trim() ?? ''),
    );
  if (!isList) return undefined;
  return lines.map((line) => ({
    src: line.split('|')[0]?.trim() ?? '',
    caption: line.split('|')[1]?.trim(),
  }));
}

/** The photos that a gallery names: one by one, by a folder, or by a list of the front matter. */
export function galleryPhotos(
  { named, plain, name }: ShortcodeTag,
  { file, sourceFiles, galleries }: GallerySources,
): readonly FigureArguments[] {
  const listed = [
    ...plain,
    ...(named.get('images') ?? named.get('src') ?? named.get('files') ?? '').split(','),
  ]
    .map((entry) => entry.replace(/[[\]"']/gu, '').trim())
    .filter((entry) => pictureEnding.test(entry));
  if (listed.length > 0) return listed.map((src) => ({ src }));
  const key = named.get('id') ?? name;
  const own = galleries.get(key) ?? galleries.get('gallery');
  const pattern = named.get('match') ?? named.get('pattern') ?? named.get('glob');
  const folder = named.get('dir') ?? named.get('folder') ?? pattern?.replace(/[^/]*$/u, '') ?? plain[0];
  if (folder === undefined) return own ?? [];
  const here = file.split('/').slice(0, -1);
  const wanted = folder.replace(/^\.?\/|\/$/gu, '');
  const places = [
    [...here, wanted].filter((part) => part !== '').join('/'),
    wanted,
    `static/${wanted}`,
    `assets/${wanted}`,
  ];
  const isNamed = nameTest(pattern);
  const found =
    places.map((place) => sourceFiles.picturesIn(place).filter(isNamed)).find((files) => files.length > 0) ??
    [];
  return found.length > 0 ? found.sort().map((src) => ({ src: `/${src}` })) : (own ?? []);
}

/** Whether the last name of a file fits the last part of a pattern: `images/*`, `gallery-*.jpg`. */
function nameTest(pattern: string | undefined): (file: string) => boolean {
  const last = pattern?.split('/').at(-1) ?? '';
  if (last === '' || last === '**') return () => true;
  const expression = new RegExp(
    `^${last
      .split(/(\*+|\?)/u)
      .map((part, index) =>
        index % 2 === 0 ? part.replace(/[.+^$()[\]{}|\\]/gu, '\\$&') : part === '?' ? '.' : '.*',
      )
      .join('')}$`,
    'iu',
  );
  return (file) => expression.test(file.split('/').at(-1) ?? '');
}
