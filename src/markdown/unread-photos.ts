/**
 * Finds what was meant as a photo and is not read as one: a bracket or quotation mark that is missing or of another kind,
 * and the markup of other programs. Readers would see what was typed instead of the photo. Pure.
 */

import { cover } from './cover.ts';
import type { Stretch } from './dialect-state.ts';

const anyEnding = String.raw`\.(?:jpe?g|png|webp|avif|tiff?|gif|heic|heif|mp4|webm|mov|m4v|mp3|m4a|ogg|wav)`;
const ending = String.raw`${anyEnding}(?![\p{L}\p{N}])`;
const media = new RegExp(ending, 'iu');
const open = String.raw`[\[［【]`;
const close = String.raw`[\]］】]`;
/** Up to the next line of a photo: markup may be broken over lines, by accident too. */
const longestMarkup = 400;

/** Each finds where markup of a photo begins, in text whose readable markup is covered. */
const beginnings: readonly RegExp[] = [
  // ![A stall](…, ！【…, ![[stall.jpg]]
  new RegExp(String.raw`[!！]${open}|(?<=^|\s)[!！][ \t]${open}`, 'gu'),
  // !\[A stall\](stall.jpg): brackets that a program has escaped
  new RegExp(`!${cover}{2}|${cover}{2}\\[`, 'gu'),
  // !(A stall)[stall.jpg]
  new RegExp(String.raw`[!！][ \t]?[(（](?=[^()（）\n]*[)）][ \t]?${open})`, 'gu'),
  // [A stall](stall.jpg "…
  new RegExp(String.raw`${open}[^\[\]\n]*${close}[ \t]?[(（](?=[^()（）\n]*?${ending})`, 'giu'),
  // [[stall.jpg]], {{< figure src="stall.jpg" >}}, {% image stall.jpg %}
  new RegExp(
    String.raw`\[\[(?=[^\[\]\n]*${ending})|\{\{(?=[^{}\n]*${ending})|\{%(?=[^{}\n]*${ending})`,
    'giu',
  ),
  // stall.jpg alone on its line, or with its caption behind it as old pages have it: 1.jpgThe stall
  new RegExp(
    String.raw`(?<=^|\n)(?=[\p{L}\p{N}_.-]+?${anyEnding}[ \t]*(?:\n|$|[\p{Lu}\p{Script=Han}"“]))`,
    'gu',
  ),
];
/** Tells quickly that there is nothing to look for. */
const hint = new RegExp(String.raw`[!！][ \t\\]?[\[［【(（]|${anyEnding}`, 'iu');

/** Whether a text is worth its being covered and searched: most paragraphs are not. */
export function mayHoldPhoto(content: string): boolean {
  return hint.test(content);
}

export interface UnreadPhoto extends Stretch {
  /** How it should be typed; undefined when that is what was typed. */
  readonly instead: string | undefined;
}

/**
 * @param content of an inline token
 * @param covered the same text with everything covered that is read
 */
export function findUnreadPhotos(content: string, covered: string): UnreadPhoto[] {
  if (!hint.test(content)) return [];
  const found: UnreadPhoto[] = [];
  const starts = beginnings
    .flatMap((pattern) => [...covered.matchAll(pattern)].map(({ index }) => index))
    .sort((a, b) => a - b);
  for (const [order, start] of starts.entries()) {
    if (start < (found.at(-1)?.end ?? 0)) continue;
    const limit = Math.min(
      starts.slice(order + 1).find((next) => next > start + 3) ?? content.length,
      start + longestMarkup,
    );
    const typed = content.slice(start, limit);
    const isEscaped = typed.startsWith('!\\[') || typed.startsWith('\\![');
    // What is covered otherwise is read.
    if (covered[start] === cover ? !isEscaped : covered[start + 1] === cover && !isEscaped) continue;
    const markup = markupIn(typed);
    if (markup === undefined) continue;
    const instead = photoOf(isEscaped ? markup.replace(/\\(?=[!()[\]])/gu, '') : markup);
    found.push({ start, end: start + markup.length, instead: instead === markup ? undefined : instead });
  }
  return found;
}

/** The text up to the end of the line that names the file, or to the bracket that ends the photo. */
function markupIn(text: string): string | undefined {
  const file = media.exec(text) ?? new RegExp(anyEnding, 'iu').exec(text);
  if (file === null) return undefined;
  const after = file.index + file[0].length;
  const lineEnd = text.indexOf('\n', after);
  const line = text.slice(0, lineEnd === -1 ? text.length : lineEnd);
  const end = /[)）][ \t]*(?:\{[^{}]*\})?|\]\][)）]?|\}\}|%\}/u.exec(line.slice(after));
  // Braces and brackets within a caption end nothing: the last mark of the line does.
  const last =
    line.lastIndexOf(')') > after || line.lastIndexOf('）') > after ? line.trimEnd().length : undefined;
  return line.slice(0, last ?? (end === null ? line.trimEnd().length : after + end.index + end[0].length));
}

/** As it should be typed: the words before the file are what is to be seen, those behind it the caption. */
function photoOf(markup: string): string {
  const bare = markup.replaceAll('\n', ' ');
  const shortcode = /(?:src|file|image)\s*=\s*["'“”]?([^"'“”]+?)["'“”]/u.exec(bare)?.[1];
  const caption = /(?:caption|title)\s*=\s*["“]([^"”]*)["”]/u.exec(bare)?.[1];
  const alt = /\balt\s*=\s*["“]([^"”]*)["”]/u.exec(bare)?.[1];
  if (shortcode !== undefined) return typed(alt ?? '', shortcode, caption ?? '');
  const file = new RegExp(
    String.raw`(?:^|[(（\[\]［］【】\s])\s*<?([^()（）\[\]［］【】"“”<>|]*?${anyEnding})>?(.*)$`,
    'iu',
  );
  const turned = /^[!！]\s?[(（]([^()（）]*)[)）]\s?[[［【]([^\]］】]*)/u.exec(bare);
  if (turned !== null) return typed(turned[1] ?? '', (turned[2] ?? '').trim(), '');
  const words = /^[!！]?\s?[[［【]{1,2}([^[\]［］【】()（）]*)[\]］】(（]/u.exec(bare)?.[1] ?? '';
  const rest = bare.slice(bare.indexOf(words) + words.length);
  const [, name = '', after = ''] = file.exec(rest) ?? file.exec(bare) ?? [];
  const isName = media.test(words) && !media.test(rest);
  return isName
    ? typed('', words.split('|')[0] ?? words, '')
    : typed(media.test(words) ? '' : words.trim(), name.trim(), captionIn(after));
}

/** The words between the outermost quotation marks; several captions are one. */
function captionIn(text: string): string {
  return text
    .replace(/\{[^{}]*\}\s*$/u, '')
    .replace(/^[|\s\d]*\]\]/u, '')
    .replace(/[)）\]］】]+\s*$/u, '')
    .replace(/["“”'‘’「」『』«»]\s+["“”'‘’「」『』«»]/gu, ' ')
    .replace(/^\s*["'“”‘’「『»«]+|["'“”‘’」』»«]+\s*$/gu, '')
    .replace(/"([^"]*)"/gu, '“$1”')
    .replaceAll('"', '')
    .trim();
}

function typed(alt: string, name: string, caption: string): string {
  const address = /\s/u.test(name) ? `<${name}>` : name;
  return `![${alt === '' ? 'What is to be seen' : alt}](${address}${caption === '' ? '' : ` "${caption}"`})`;
}
