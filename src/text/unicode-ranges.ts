/** Which characters a language is written with, as ranges of code points. Wider than any text, narrower than a font. */

export type CodePointRange = readonly [from: number, to: number];

/** Letters of western and central Europe, figures, and the punctuation that all scripts share. */
const latin: readonly CodePointRange[] = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x192, 0x192],
  [0x218, 0x21b],
  [0x2bb, 0x2bc],
  [0x2c6, 0x2dd],
  [0x300, 0x304],
  [0x2010, 0x205e],
  [0x20a0, 0x20bf],
  [0x2116, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
];
const vietnamese: readonly CodePointRange[] = [
  [0x1a0, 0x1b0],
  [0x300, 0x323],
  [0x1ea0, 0x1ef9],
];
const cyrillic: readonly CodePointRange[] = [[0x400, 0x52f]];
const arabic: readonly CodePointRange[] = [
  [0x600, 0x6ff],
  [0x750, 0x77f],
  [0x200c, 0x200f],
  [0xfb50, 0xfdff],
  [0xfe70, 0xfeff],
];
const hebrew: readonly CodePointRange[] = [
  [0x591, 0x5f4],
  [0xfb1d, 0xfb4f],
];
const devanagari: readonly CodePointRange[] = [
  [0x900, 0x97f],
  [0x1cd0, 0x1cff],
  [0x200c, 0x200d],
  [0xa8e0, 0xa8ff],
];
const eastAsian: readonly CodePointRange[] = [
  [0x3000, 0x30ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
  [0xff00, 0xffef],
];

const scripts: Readonly<Record<string, readonly CodePointRange[]>> = {
  Latn: [],
  Cyrl: cyrillic,
  Arab: arabic,
  Hebr: hebrew,
  Deva: devanagari,
  Hans: eastAsian,
  Hant: eastAsian,
  Jpan: eastAsian,
  Kore: eastAsian,
  Grek: [[0x370, 0x3ff]],
};

/** Latin letters are always among them: names and addresses are written with them everywhere. */
export function rangesOfLanguages(languages: readonly string[]): readonly CodePointRange[] {
  const ranges = languages.flatMap((lang) => [
    ...(scripts[scriptOf(lang) ?? ''] ?? []),
    ...(lang.startsWith('vi') ? vietnamese : []),
  ]);
  return [...latin, ...ranges].toSorted(([a], [b]) => a - b);
}

const scriptsOf = new Map<string, string | undefined>();

/** `Arab` for `fa`; undefined for a code that no table of languages knows. */
export function scriptOf(lang: string): string | undefined {
  if (!scriptsOf.has(lang)) scriptsOf.set(lang, likelyScript(lang));
  return scriptsOf.get(lang);
}

function likelyScript(lang: string): string | undefined {
  try {
    return new Intl.Locale(lang).maximize().script;
  } catch {
    return undefined;
  }
}

/** Every character of the ranges, in one text. */
export function charactersOf(ranges: readonly CodePointRange[]): string {
  const characters: string[] = [];
  for (const [from, to] of ranges)
    for (let point = from; point <= to; point += 1) characters.push(String.fromCodePoint(point));
  return characters.join('');
}

/** As CSS writes them: `U+0020-007E`. */
export function cssRanges(ranges: readonly CodePointRange[]): string {
  const hex = (point: number) => point.toString(16).toUpperCase();
  return ranges.map(([from, to]) => `U+${hex(from)}${from === to ? '' : `-${hex(to)}`}`).join(',');
}

/** Of what CSS writes as `unicode-range`, without wildcards. */
export function parseRanges(css: string): readonly CodePointRange[] {
  return [...css.matchAll(/U\+([\da-f]+)(?:-([\da-f]+))?/giu)].map(([, from = '', to = from]) => [
    Number.parseInt(from, 16),
    Number.parseInt(to, 16),
  ]);
}
