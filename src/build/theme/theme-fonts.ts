/**
 * The font files of a theme: faces that ship, from their packages, or the newsroom's own, each reduced to the characters
 * of the site's languages and to the weights that the style sheets use.
 */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { OwnTypeface, ThemeConfig, TypefaceConfig } from '../../content/theme-schema.ts';
import type { ShippedTypeface } from '../../content/typefaces.ts';
import type { ThemeFamilies } from '../../site/theme/theme-styles.ts';
import { charactersOf, cssRanges, rangesOfLanguages, scriptOf } from '../../text/unicode-ranges.ts';
import { packageFolder } from './installed-package.ts';
import { readThemeFile, type ThemeFileReading } from './theme-file.ts';

export interface ThemeFonts {
  readonly families: ThemeFamilies;
  /** `@font-face` rules. */
  readonly faces: string;
  /** Urls of those of text and headlines, for which pages ask at once; none where they are the system's. */
  readonly first: readonly string[];
}

interface FontSources {
  /** The generator's own folder. */
  readonly root: string;
  readonly contentFolder: string;
  readonly languages: readonly string[];
  /** Where the site lives on its host: sheets in pages name fonts by their whole address. */
  readonly pathPrefix: string;
  /** Adds a file to the site and gives its address. */
  readonly add: (name: string, bytes: Uint8Array) => string;
}

interface ShippedFace {
  readonly family: string;
  readonly packageName?: string;
  readonly fallback: string;
  readonly hasItalic?: true;
}

const serif = 'Charter,"Noto Serif",Georgia,"Times New Roman",serif';
const sans = 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif';

/** The generator's own files, in `assets/fonts`, have no package: every sheet names them. */
const shipped: Readonly<Record<ShippedTypeface, ShippedFace>> = {
  newsreader: { family: 'Newsreader', fallback: serif },
  'libre-franklin': { family: 'Libre Franklin', fallback: sans },
  'source-serif': {
    family: 'Source Serif 4',
    packageName: 'source-serif-4',
    fallback: serif,
    hasItalic: true,
  },
  literata: { family: 'Literata', packageName: 'literata', fallback: serif, hasItalic: true },
  'source-sans': { family: 'Source Sans 3', packageName: 'source-sans-3', fallback: sans },
  inter: { family: 'Inter', packageName: 'inter', fallback: sans },
  'noto-naskh-arabic': {
    family: 'Noto Naskh Arabic',
    packageName: 'noto-naskh-arabic',
    fallback: `Newsreader,${serif}`,
  },
  vazirmatn: { family: 'Vazirmatn', packageName: 'vazirmatn', fallback: `"Libre Franklin",${sans}` },
  'system-serif': { family: 'ui-serif', fallback: serif },
  'system-sans': { family: 'system-ui', fallback: sans },
};

/** The package that brings a face; none for our own and the system's. */
export function packageOf(name: ShippedTypeface): string | undefined {
  return shipped[name].packageName;
}

const weights = { wght: { min: 400, max: 700 } };

/** Languages whose letters the Latin files of western Europe hold. */
const western = new Set(['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'id', 'da', 'sv', 'nb', 'nn', 'no', 'fi']);

export async function themeFonts(theme: ThemeConfig, sources: FontSources): Promise<ThemeFonts> {
  const made = new Map<string, MadeFace>();
  // One after another: the files are added in the same order every time.
  const make = async (face: TypefaceConfig | undefined): Promise<MadeFace | undefined> => {
    if (face === undefined) return undefined;
    const key = JSON.stringify(face);
    const known =
      made.get(key) ??
      (typeof face === 'string' ? await shippedFace(face, sources) : await ownFace(face, sources));
    made.set(key, known);
    return known;
  };
  const text = await make(theme.typefaces.text);
  const headings = await make(theme.typefaces.headings);
  const guide = await make(theme.typefaces.interface);
  const faces = [...new Set([text, headings, guide])].flatMap((face) => face?.rules ?? []);
  return {
    families: {
      ...(text === undefined ? {} : { text: text.family }),
      ...(headings === undefined ? {} : { headings: headings.family }),
      ...(guide === undefined ? {} : { interface: guide.family }),
    },
    faces: faces.join(''),
    first: [...new Set([text, headings])].flatMap((face) => face?.first ?? []),
  };
}

interface MadeFace {
  /** With what stands in for it, as CSS writes it. */
  readonly family: string;
  readonly rules: readonly string[];
  readonly first?: string;
}

async function shippedFace(name: ShippedTypeface, sources: FontSources): Promise<MadeFace> {
  const { family, packageName, fallback, hasItalic } = shipped[name];
  const stack = `${quoted(family)},${fallback}`;
  if (packageName === undefined) return { family: stack, rules: [] };
  const folder = packageFolder(sources.root, `@fontsource-variable/${packageName}`);
  const text = charactersOf(rangesOfLanguages(sources.languages));
  const ranges: unknown = JSON.parse(await readFile(path.join(folder, 'unicode.json'), 'utf8'));
  const reduced = await Promise.all(
    subsetsFor(sources.languages)
      .filter((subset) => typeof rangeOf(ranges, subset) === 'string')
      .flatMap((subset) =>
        (hasItalic === true ? (['normal', 'italic'] as const) : (['normal'] as const)).map(async (style) => {
          const file = path.join(folder, 'files', `${packageName}-${subset}-wght-${style}.woff2`);
          return { style, subset, bytes: await reduce(await readFile(file), text, file) };
        }),
      ),
  );
  const made = reduced.map(({ style, subset, bytes }) => {
    const url = sources.add(`${name}-${subset}${style === 'italic' ? '-italic' : ''}`, bytes);
    const href = sources.pathPrefix + url.slice(1);
    const range = rangeOf(ranges, subset) ?? '';
    return { url, style, subset, rule: faceRule({ family, href, style, weight: '400 700', range }) };
  });
  const own = scriptSubset(sources.languages[0] ?? 'en');
  const first = made.find(({ subset, style }) => subset === own && style === 'normal') ?? made[0];
  return {
    family: stack,
    rules: made.map(({ rule }) => rule),
    ...(first === undefined ? {} : { first: first.url }),
  };
}

async function ownFace({ family, file, bold, italic }: OwnTypeface, sources: FontSources): Promise<MadeFace> {
  const ranges = rangesOfLanguages(sources.languages);
  const text = charactersOf(ranges);
  // A name of its own, so that a face of that name on the reader's computer is not taken for it.
  const name = `${family} Newsroom`;
  const wanted = [
    { file, style: 'normal', weight: bold === undefined ? '400 700' : '400' },
    { file: bold, style: 'normal', weight: '600 700' },
    { file: italic, style: 'italic', weight: '400 700' },
  ] as const;
  const reduced = await Promise.all(
    wanted.map(async ({ file: source, style, weight }) => {
      if (source === undefined) return [];
      const reading = await readThemeFont(sources.contentFolder, source);
      // The check has told of it: a preview goes on with what there is.
      if (!reading.ok) return [];
      return [{ source, style, weight, bytes: await reduce(reading.bytes, text, source) }];
    }),
  );
  const made = reduced.flat().map(({ source, style, weight, bytes }) => {
    const url = sources.add(path.basename(source, path.extname(source)).replace(/[^\w-]+/gu, '-'), bytes);
    const href = sources.pathPrefix + url.slice(1);
    return { url, rule: faceRule({ family: name, href, style, weight, range: cssRanges(ranges) }) };
  });
  const [first] = made;
  return {
    family: `${quoted(name)},${/sans|grotes|gothic/iu.test(family) ? sans : serif}`,
    rules: made.map(({ rule }) => rule),
    ...(first === undefined ? {} : { first: first.url }),
  };
}

/** Larger than any face of an alphabet; those of Chinese, Japanese and Korean are the system's. */
const maximumFontBytes = 8_000_000;

export async function readThemeFont(contentFolder: string, file: string): Promise<ThemeFileReading> {
  const reading = readThemeFile(contentFolder, file, maximumFontBytes);
  if (!reading.ok) return reading;
  const { bytes } = reading;
  if (bytes.subarray(0, 4).toString('latin1') !== 'wOF2') return { ok: false, reason: 'it is no WOFF2' };
  const { default: subsetFont } = await import('subset-font');
  try {
    await subsetFont(bytes, 'a', { targetFormat: 'woff2' });
  } catch {
    return { ok: false, reason: 'it is damaged' };
  }
  return { ok: true, bytes };
}

/** A face without weights stays as it is; one without letters of the site's languages cannot be set. */
async function reduce(bytes: Buffer, text: string, file: string): Promise<Buffer> {
  const { default: subsetFont } = await import('subset-font');
  try {
    return await subsetFont(bytes, text, { targetFormat: 'woff2', noHinting: true, variationAxes: weights });
  } catch {
    return await subsetFont(bytes, text, { targetFormat: 'woff2', noHinting: true }).catch(
      (error: unknown) => {
        throw new Error(`${path.basename(file)} is no font that can be read.`, { cause: error });
      },
    );
  }
}

/** Which of a package's files the languages need. */
function subsetsFor(languages: readonly string[]): readonly string[] {
  const base = (lang: string) => lang.split('-')[0] ?? '';
  return [
    'latin',
    ...(languages.every((lang) => western.has(base(lang)) || scriptOf(lang) !== 'Latn') ? [] : ['latin-ext']),
    ...(languages.some((lang) => base(lang) === 'vi') ? ['vietnamese'] : []),
    ...new Set(languages.map(scriptSubset).filter((subset) => subset !== 'latin')),
  ];
}

function scriptSubset(lang: string): string {
  const subsets: Readonly<Record<string, string>> = {
    Arab: 'arabic',
    Cyrl: 'cyrillic',
    Grek: 'greek',
    Hebr: 'hebrew',
  };
  return subsets[scriptOf(lang) ?? ''] ?? 'latin';
}

function rangeOf(ranges: unknown, subset: string): string | undefined {
  if (typeof ranges !== 'object' || ranges === null) return undefined;
  const range: unknown = Object.entries(ranges).find(([name]) => name === subset)?.[1];
  return typeof range === 'string' ? range : undefined;
}

interface FaceRule {
  readonly family: string;
  readonly href: string;
  readonly style: 'normal' | 'italic';
  readonly weight: string;
  readonly range: string;
}

function faceRule({ family, href, style, weight, range }: FaceRule): string {
  return `@font-face{font-family:${quoted(family)};font-weight:${weight};font-style:${style};font-display:optional;src:url("${href}") format("woff2");unicode-range:${range}}`;
}

/** The schema lets no quotation mark into a family's name. */
function quoted(family: string): string {
  return family.includes(' ') ? `"${family}"` : family;
}
