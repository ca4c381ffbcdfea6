/**
 * The typefaces of social cards: that of the theme's headlines first, then ours, then one for each script that these
 * lack. Only their names and versions are read here; a build opens the files that its headlines need.
 */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { OwnTypeface, ThemeConfig, TypefaceConfig } from '../../content/theme-schema.ts';
import { type CardFace, cardFace } from '../../photos/cards/card-face.ts';
import type { CardFamily, CardFontFile } from '../../photos/cards/card-family.ts';
import { defined } from '../../text/defined.ts';
import { parseRanges } from '../../text/unicode-ranges.ts';
import type { Project } from '../project.ts';
import { packageFolder } from './installed-package.ts';
import { packageOf, readThemeFont } from './theme-fonts.ts';

interface ScriptPackage {
  readonly name: string;
  readonly languages?: readonly string[];
}

/** Headlines in letters that neither the theme nor our own face has, best first. */
const scriptPackages: readonly ScriptPackage[] = [
  { name: 'source-serif-4' },
  { name: 'noto-naskh-arabic' },
  { name: 'noto-sans-hebrew' },
  { name: 'noto-sans-devanagari' },
  { name: 'noto-sans-thai' },
  { name: 'noto-sans-sc', languages: ['zh', 'yue', 'wuu'] },
  { name: 'noto-sans-jp', languages: ['ja'] },
  { name: 'noto-sans-kr', languages: ['ko'] },
];

export async function readCardFace(
  { root, content }: Pick<Project, 'root' | 'content'>,
  theme: ThemeConfig,
): Promise<CardFace> {
  const chosen = theme.typefaces.headings ?? theme.typefaces.text;
  const own = await ownFamilies(chosen, root, content);
  const packages = scriptPackages.map(({ name, languages }) => packageFamily(root, name, languages));
  return cardFace([...own, shippedFamily(root, 'cards/newsreader-600.woff2'), ...packages]);
}

/** Of what a theme names; none where that is ours or the system's. */
async function ownFamilies(
  typeface: TypefaceConfig | undefined,
  root: string,
  contentFolder: string,
): Promise<readonly CardFamily[]> {
  if (typeof typeface === 'object') return await themeFamily(typeface, contentFolder);
  if (typeface === 'libre-franklin') return [shippedFamily(root, 'libre-franklin.woff2')];
  const name = typeface === undefined ? undefined : packageOf(typeface);
  return name === undefined ? [] : [packageFamily(root, name)];
}

/** Nothing for a file that the check tells of: a preview goes on without it. */
async function themeFamily(
  { bold, file }: OwnTypeface,
  contentFolder: string,
): Promise<readonly CardFamily[]> {
  const name = bold ?? file;
  const reading = await readThemeFont(contentFolder, name);
  if (!reading.ok) return [];
  const { bytes } = reading;
  return [{ fingerprint: hash(bytes), files: async () => [{ name, read: async () => bytes }] }];
}

function shippedFamily(root: string, name: string): CardFamily {
  const file = path.join(root, 'assets', 'fonts', name);
  return {
    fingerprint: hash(readFileSync(file)),
    files: async () => [{ name, read: () => readFile(file) }],
  };
}

const versionSchema = z.object({ version: z.string() });
/** Names of a package's files with their characters, as CSS writes them. */
const rangesSchema = z.record(z.string(), z.string());

function packageFamily(root: string, name: string, languages?: readonly string[]): CardFamily {
  const folder = packageFolder(root, `@fontsource-variable/${name}`);
  const { version } = versionSchema.parse(
    JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')),
  );
  return {
    fingerprint: `${name} ${version}`,
    ...defined({ languages }),
    files: async () => {
      const ranges = rangesSchema.parse(
        JSON.parse(await readFile(path.join(folder, 'unicode.json'), 'utf8')),
      );
      return Object.entries(ranges).map(([subset, css]): CardFontFile => {
        const file = `${name}-${subset.replace(/[[\]]/gu, '')}-wght-normal.woff2`;
        return {
          name: file,
          ranges: parseRanges(css),
          read: () => readFile(path.join(folder, 'files', file)),
        };
      });
    },
  };
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
