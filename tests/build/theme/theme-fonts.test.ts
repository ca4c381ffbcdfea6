/** Fonts of a theme: reduced to what the languages need, the same bytes every time. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readThemeFont, themeFonts } from '../../../src/build/theme/theme-fonts.ts';
import { themeSchema } from '../../../src/content/theme-schema.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const contentFolder = mkdtempSync(path.join(os.tmpdir(), 'theme-fonts-'));
await mkdir(path.join(contentFolder, 'theme'));
afterAll(() => rmSync(contentFolder, { recursive: true }));

async function make(typefaces: object, languages: readonly string[]) {
  const files = new Map<string, Uint8Array>();
  const add = (name: string, bytes: Uint8Array) => {
    files.set(name, bytes);
    return `/assets/${name}.woff2`;
  };
  const theme = themeSchema.parse({ typefaces });
  return {
    files,
    ...(await themeFonts(theme, { root, contentFolder, languages, pathPrefix: '/news/', add })),
  };
}

test('a face that ships is reduced, asked for first, and named by its whole address', async () => {
  const made = await make({ interface: 'inter', text: 'inter' }, ['de']);
  expect([...made.files.keys()]).toEqual(['inter-latin']);
  const source = readFileSync(
    path.join(root, 'node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'),
  );
  expect(made.files.get('inter-latin')?.length ?? 0).toBeLessThan(source.length);
  expect(made.faces).toContain('src:url("/news/assets/inter-latin.woff2")');
  expect(made.first).toEqual(['/assets/inter-latin.woff2']);
  expect(made.families.text).toMatch(/^Inter,/u);
});

test('Arabic brings Arabic letters, and Polish those of central Europe', async () => {
  const arabic = await make({ text: 'vazirmatn' }, ['ar', 'en']);
  expect([...arabic.files.keys()]).toEqual(['vazirmatn-latin', 'vazirmatn-arabic']);
  expect(arabic.first).toEqual(['/assets/vazirmatn-arabic.woff2']);
  const polish = await make({ text: 'inter' }, ['pl']);
  expect([...polish.files.keys()]).toEqual(['inter-latin', 'inter-latin-ext']);
});

test('files are added in the order of the rules, however long each takes to reduce', async () => {
  const made = await make({ text: 'literata', headings: 'vazirmatn', interface: 'inter' }, ['pl', 'ar']);
  expect([...made.files.keys()]).toEqual([
    'literata-latin',
    'literata-latin-italic',
    'literata-latin-ext',
    'literata-latin-ext-italic',
    'vazirmatn-latin',
    'vazirmatn-latin-ext',
    'vazirmatn-arabic',
    'inter-latin',
    'inter-latin-ext',
  ]);
  const inRules = [...made.faces.matchAll(/assets\/([\w-]+)\.woff2/gu)].map(([, name]) => name);
  expect(inRules).toEqual([...made.files.keys()]);
});

test('the newsroom’s own file is reduced too, under a name of its own', async () => {
  const source = readFileSync(path.join(root, 'assets/fonts/newsreader.woff2'));
  writeFileSync(path.join(contentFolder, 'theme/house.woff2'), source);
  const made = await make({ text: { family: 'House', file: 'house.woff2' } }, ['en']);
  expect(made.families.text).toMatch(/^"House Newsroom",/u);
  expect([...made.files.keys()]).toEqual(['house']);
  const again = await make({ text: { family: 'House', file: 'house.woff2' } }, ['en']);
  expect(
    Buffer.compare(Buffer.from(made.files.get('house') ?? []), Buffer.from(again.files.get('house') ?? [])),
  ).toBe(0);
});

test('what is no font is refused in words', async () => {
  writeFileSync(path.join(contentFolder, 'theme/text.woff2'), 'no font');
  writeFileSync(
    path.join(contentFolder, 'theme/cut.woff2'),
    readFileSync(path.join(root, 'assets/fonts/newsreader.woff2')).subarray(0, 900),
  );
  expect(await readThemeFont(contentFolder, 'text.woff2')).toEqual({ ok: false, reason: 'it is no WOFF2' });
  expect(await readThemeFont(contentFolder, 'cut.woff2')).toEqual({ ok: false, reason: 'it is damaged' });
  expect(await readThemeFont(contentFolder, 'none.woff2')).toEqual({ ok: false, reason: 'it is not there' });
});
