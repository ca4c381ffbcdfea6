/**
 * An incremental build gives the same bytes as a clean one, whatever was edited before it. `NEWS_EXACTNESS_RUNS` says
 * how many random sequences of edits are tried.
 */

import { readFileSync } from 'node:fs';
import { appendFile, cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { worthStartingEleventy } from '../../src/build/write-pages.ts';
import { exitCode } from '../../src/cli/exit-code.ts';
import '../fixed-seed.ts';
import { type Generator, openGenerator } from './generator.ts';
import { photo, siteYaml, story, temporaryContent } from './temporary-content.ts';

const runs = Number(process.env.NEWS_EXACTNESS_RUNS ?? 4);

interface Fields {
  readonly title: string;
  readonly date: string;
  readonly topic: string;
  readonly draft: string;
  readonly extra: string;
  readonly body: string;
}

type Edit =
  | { readonly kind: 'write'; readonly name: string; readonly lang: '' | '.zh'; readonly fields: Fields }
  | { readonly kind: 'remove'; readonly name: string }
  | { readonly kind: 'rename'; readonly name: string; readonly to: string }
  | { readonly kind: 'photo'; readonly name: string; readonly widthPx: number }
  | { readonly kind: 'person'; readonly text: string }
  | { readonly kind: 'views'; readonly name: string; readonly total: number }
  | { readonly kind: 'page'; readonly title: string; readonly nav: boolean }
  | { readonly kind: 'settings'; readonly settings: string }
  | { readonly kind: 'style'; readonly color: string }
  | { readonly kind: 'time'; readonly now: string }
  | { readonly kind: 'clone' }
  | { readonly kind: 'leave' }
  | {
      readonly kind: 'damage';
      readonly cache: 'articles' | 'pages';
      readonly how: 'cut' | 'changed' | 'old';
    };

/** Moments around those in the front matter below. */
const moments = [
  '2024-01-03T12:00:00+08:00',
  '2024-05-07T07:59:59+08:00',
  '2024-05-07T08:00:00+08:00',
  '2024-05-08T00:00:00+08:00',
  '2024-06-01T00:00:00+08:00',
];

const names = ['alpha', 'beta', 'gamma', 'delta', 'epsilon'];
const name = fc.constantFrom(...names);

const fields: fc.Arbitrary<Fields> = fc.record({
  title: fc.constantFrom('Old steel', 'New steel', 'A river in spring', 'Night of the telescopes'),
  date: fc.constantFrom('2024-01-02', '2024-01-03', '2024-05-06', '2023-12-31'),
  topic: fc.constantFrom('Research', 'University News', 'Research, University News'),
  draft: fc.constantFrom('YANG Lindi', 'LI Hua', 'WANG Fang'),
  extra: fc.constantFrom(
    '',
    'series: Steel',
    'summary: Said by the editor.',
    'updated: 2024-06-01',
    'draft: true',
    'embargoUntil: 2024-05-07T08:00+08:00',
    'publishAt: 2024-01-03T12:00+08:00\nexpiresAt: 2024-05-08T00:00+08:00',
    'pinnedUntil: 2099-01-01T00:00+08:00',
    'ai: {text: translated, photos: ai}',
    'corrections: [{date: 2024-06-02, text: A name was wrong.}]',
  ),
  body: fc.constantFrom(
    'One paragraph.',
    'Another paragraph, with [a link](https://example.org/).\n\n## A heading\n\nAnd more.',
    '![A grey field](1.jpg "A field")\n\nAfter the photo.',
    '![A grey field](1.jpg "A field"){source=ai-edited}\n\n[The file](1.jpg)',
    'Five in a row.\n\n![One](1.jpg "One")\n![Two](2.jpg "Two")\n\n![Three](3.jpg "Three")\n![Four](4.jpg "Four")\n![Five](5.jpg "Five")',
    '> Quoted.\n\n- a list\n- of two',
  ),
});

const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('write'),
      name,
      lang: fc.constantFrom('', '', '.zh'),
      fields,
    }),
  },
  fc.record({ kind: fc.constant('remove'), name }),
  fc.record({ kind: fc.constant('rename'), name, to: name }),
  fc.record({ kind: fc.constant('photo'), name, widthPx: fc.constantFrom(90, 120) }),
  fc.record({
    kind: fc.constant('person'),
    text: fc.constantFrom('name: YANG Lindi\nrole: Writer', 'name: YANG Lindi\nnames: {zh: 杨琳迪}'),
  }),
  fc.record({ kind: fc.constant('views'), name, total: fc.integer({ min: 0, max: 9 }) }),
  fc.record({
    kind: fc.constant('page'),
    title: fc.constantFrom('About us', 'Who we are'),
    nav: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('settings'),
    settings: fc.constantFrom(
      siteYaml,
      siteYaml.replace('Test News', 'Other News'),
      siteYaml.replace('Research,', 'Enquiry,').replaceAll('name: Enquiry', 'name: Research'),
      `${siteYaml}home: {latest: 2, storiesPerTopic: 1}\n`,
      siteYaml.replace('{en: Draft,', '{en: Written by,'),
    ),
  }),
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('time'), now: fc.constantFrom(...moments) }) },
  fc.record({ kind: fc.constant('style'), color: fc.constantFrom('red', 'green') }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('clone') }) },
  fc.record({ kind: fc.constant('leave') }),
  fc.record({
    kind: fc.constant('damage'),
    cache: fc.constantFrom('articles', 'pages'),
    how: fc.constantFrom('cut', 'changed', 'old'),
  }),
);

let incremental: Generator;
let clean: Generator;

beforeAll(async () => {
  incremental = await openGenerator();
  clean = await openGenerator();
  // To a clock that is ahead every file has settled: the builds trust the stamps of files as they would hours later.
  const now = Date.now;
  vi.spyOn(Date, 'now').mockImplementation(() => now() + 3_600_000);
});

afterAll(async () => {
  vi.restoreAllMocks();
  await incremental?.remove();
  await clean?.remove();
});

describe('an incremental build', () => {
  test('gives what a clean build gives, after every edit', { timeout: 1_200_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 2, maxLength: 4 }), async (edits) => {
        const content = await temporaryContent(await start());
        process.env.NEWS_NOW = '2024-06-01T00:00:00+08:00';
        try {
          const output = path.join(content.folder, 'out');
          await build(incremental, content.folder, output);
          for (const step of edits) {
            await apply(step, path.join(content.folder, 'content'));
            const fresh = path.join(content.folder, 'fresh');
            await rm(fresh, { recursive: true, force: true });
            for (const cache of ['articles', 'builds', 'pages'])
              await rm(path.join(clean.root, '.cache', cache), { recursive: true, force: true });
            const codes = [
              await build(incremental, content.folder, output),
              await build(clean, content.folder, fresh),
            ];
            expect(codes[0]).toBe(codes[1]);
            expect(codes[0]).toBeLessThanOrEqual(exitCode.content);
            if (codes[0] === exitCode.good) expect(await filesOf(output)).toEqual(await filesOf(fresh));
          }
        } finally {
          delete process.env.NEWS_NOW;
          await content.remove();
        }
      }),
      { numRuns: runs },
    );
  });

  test('is needed at the moments of due.json and at no other', { timeout: 300_000 }, async () => {
    const timing = fc.constantFrom(
      '',
      'embargoUntil: 2024-05-07T08:00+08:00',
      'publishAt: 2024-01-03T12:00+08:00\nexpiresAt: 2024-05-08T00:00+08:00',
      'pinnedUntil: 2024-05-07T20:00+08:00',
    );
    await fc.assert(
      fc.asyncProperty(
        // A day that is still to come would be refused.
        fc.array(fc.record({ date: fc.constantFrom('2023-12-29', '2023-12-30', '2023-12-31'), timing }), {
          minLength: 2,
          maxLength: 5,
        }),
        async (stories) => {
          const content = await temporaryContent(
            Object.fromEntries(
              stories.map(({ date, timing: when }, index) => [
                `articles/2024/${names[index]}/index.md`,
                story(`title: Story ${index}\ndate: ${date}\ntopics: [Research]\n${when}`.trimEnd(), 'Text.'),
              ]),
            ),
          );
          const output = path.join(content.folder, 'out');
          const filesAt = async (ms: number) => {
            process.env.NEWS_NOW = new Date(ms).toISOString();
            expect(await build(incremental, content.folder, output)).toBe(exitCode.good);
            return await filesOf(output);
          };
          try {
            let ms = Date.parse('2024-01-01T00:00:00Z');
            for (let count = 0; count < 4; count += 1) {
              const files = await filesAt(ms);
              const { next }: { next: string | null } = JSON.parse(files['due.json'] ?? '');
              const nextMs = next === null ? ms + 1e10 : Date.parse(next);
              expect(await filesAt(nextMs - 1)).toEqual(files);
              if (next === null) break;
              expect(await filesAt(nextMs)).not.toEqual(files);
              ms = nextMs;
            }
          } finally {
            delete process.env.NEWS_NOW;
            await content.remove();
          }
        },
      ),
      { numRuns: Math.ceil(runs / 4) },
    );
  });

  test('renders on a CI runner, in a fresh clone with the cache of the run before, what was edited alone', async () => {
    const front = 'title: Steel\ndate: 2024-02-01\ntopics: [Research]\nsummary: Said by the editor.';
    const content = await temporaryContent({
      ...(await start()),
      'articles/2024/alpha/index.md': story(front, 'A first line.'),
    });
    const output = path.join(content.folder, 'out');
    const folder = path.join(content.folder, 'content');
    await build(incremental, content.folder, output);
    await clone(folder);
    await appendFile(path.join(folder, 'articles/2024/alpha/index.md'), '\nOne more line.\n');
    const { said } = await incremental.run(buildArguments(content.folder, output));
    const fresh = path.join(content.folder, 'fresh');
    await rm(path.join(clean.root, '.cache', 'pages'), { recursive: true, force: true });
    await build(clean, content.folder, fresh);
    const files = await filesOf(output);
    expect(files).toEqual(await filesOf(fresh));
    // Its page, the feeds with its text, and the search, which is 36 files however few stories there are.
    const rendered = Number(/(\d+) pages rendered/u.exec(said)?.[1]);
    expect(rendered).toBeGreaterThan(2);
    expect(rendered).toBeLessThan(Object.keys(files).length / 2);
    await content.remove();
  });

  test('renders few pages without Eleventy as many with it', async () => {
    const front = 'title: Steel\ndate: 2024-02-01\ntopics: [Research]\nsummary: Said by the editor.';
    // Each old address is a page that leads on.
    const aliases = Array.from({ length: worthStartingEleventy }, (_, index) => `/old/${index}/`);
    const content = await temporaryContent({
      ...(await start()),
      'articles/2024/alpha/index.md': story(`${front}\naliases: [${aliases.join(', ')}]`, 'A first line.'),
    });
    const output = path.join(content.folder, 'out');
    await build(incremental, content.folder, output);
    await appendFile(path.join(content.folder, 'content/articles/2024/alpha/index.md'), '\nOne more line.\n');
    const rendered = async (generator: Generator, into: string) => {
      const { said } = await generator.run(buildArguments(content.folder, into));
      return Number(/(\d+) pages rendered/u.exec(said)?.[1]);
    };
    expect(await rendered(incremental, output)).toBeLessThan(worthStartingEleventy);
    const fresh = path.join(content.folder, 'fresh');
    await rm(path.join(clean.root, '.cache', 'pages'), { recursive: true, force: true });
    expect(await rendered(clean, fresh)).toBeGreaterThan(worthStartingEleventy);
    expect(await filesOf(output)).toEqual(await filesOf(fresh));
    await content.remove();
  });

  test('makes damaged pages of the cache anew', async () => {
    const content = await temporaryContent(await start());
    const output = path.join(content.folder, 'out');
    await build(incremental, content.folder, output);
    const files = await filesOf(output);
    const packs = path.join(incremental.root, '.cache', 'pages');
    for (const pack of await readdir(packs)) {
      const bytes = readFileSync(path.join(packs, pack));
      for (let position = 2000; position < bytes.length; position += 5000) bytes[position] = 0;
      await writeFile(path.join(packs, pack), bytes);
    }
    await clone(path.join(content.folder, 'content'));
    expect(await build(incremental, content.folder, output)).toBe(exitCode.good);
    expect(await filesOf(output)).toEqual(files);
    await content.remove();
  });

  test('renders nothing when nothing was edited', async () => {
    const content = await temporaryContent(await start());
    const output = path.join(content.folder, 'out');
    await build(incremental, content.folder, output);
    const { said } = await incremental.run(buildArguments(content.folder, output));
    await content.remove();
    expect(said).toContain('nothing changed');
    expect(said).toContain('0 pages rendered');
  });
});

async function start(): Promise<Record<string, string | Uint8Array>> {
  const files: Record<string, string | Uint8Array> = {};
  for (const [index, folder] of names.slice(0, 3).entries()) {
    files[`articles/2024/${folder}/index.md`] = story(
      `title: Story ${folder}\ndate: 2024-02-0${index + 1}\ntopics: [Research]\ncredits: {draft: YANG Lindi}`,
      `The first text of ${folder}.`,
    );
  }
  const picture = await photo(100, 80);
  for (const folder of names) {
    for (const number of [1, 2, 3, 4, 5]) files[`articles/2024/${folder}/${number}.jpg`] = picture;
  }
  files['people/yang-lindi.md'] = story('name: YANG Lindi', 'She writes.');
  return files;
}

async function apply(step: Edit, folder: string): Promise<void> {
  const article = (of: string) => path.join(folder, 'articles/2024', of);
  switch (step.kind) {
    case 'write': {
      const { title, date, topic, draft, extra, body } = step.fields;
      const front = `title: ${title} of ${step.name}\ndate: ${date}\ntopics: [${topic}]\ncredits: {draft: ${draft}}\n${extra}`;
      await mkdir(article(step.name), { recursive: true });
      await writeFile(path.join(article(step.name), `index${step.lang}.md`), story(front.trimEnd(), body));
      break;
    }
    case 'remove':
      await rm(path.join(article(step.name), 'index.md'), { force: true });
      break;
    case 'rename': {
      const from = path.join(article(step.name), 'index.md');
      const text = await readFile(from).catch(() => undefined);
      if (text === undefined || step.name === step.to) break;
      await mkdir(article(step.to), { recursive: true });
      await rename(from, path.join(article(step.to), 'index.md'));
      break;
    }
    case 'photo':
      await mkdir(article(step.name), { recursive: true });
      await writeFile(path.join(article(step.name), '1.jpg'), await photo(step.widthPx, 80));
      break;
    case 'person':
      await writeFile(path.join(folder, 'people/yang-lindi.md'), story(step.text, 'She writes.'));
      break;
    case 'views':
      await writeFile(
        path.join(folder, 'views.json'),
        JSON.stringify({ articles: { [`2024/${step.name}`]: { total: step.total } } }),
      );
      break;
    case 'page':
      await mkdir(path.join(folder, 'pages'), { recursive: true });
      await writeFile(
        path.join(folder, 'pages/about.md'),
        story(`title: ${step.title}\nnav: ${step.nav}`, 'A page.'),
      );
      break;
    case 'settings':
      await writeFile(path.join(folder, 'site.yaml'), step.settings);
      break;
    case 'time':
      process.env.NEWS_NOW = step.now;
      break;
    case 'clone':
      await clone(folder);
      break;
    case 'leave':
      await rm(path.join(folder, 'people/yang-lindi.md'), { force: true });
      break;
    case 'damage':
      await damage(path.join(incremental.root, '.cache', step.cache), step.how);
      // What is damaged is asked for where the output is not there.
      await clone(folder);
      break;
    case 'style':
      for (const generator of [incremental, clean]) {
        await appendFile(
          path.join(generator.root, 'assets/styles/print.css'),
          `\n@media print { h1 { color: ${step.color} } }\n`,
        );
      }
  }
}

/** Spoils every pack of a cache: cuts it in the middle, changes bytes of it, or makes it one of an older version. */
async function damage(cache: string, how: 'cut' | 'changed' | 'old'): Promise<void> {
  for (const pack of await readdir(cache)) {
    const file = path.join(cache, pack);
    const bytes = await readFile(file);
    if (how === 'old') bytes.write('news-pack 2\n');
    if (how === 'changed')
      for (let position = 40; position < bytes.length; position += 997) bytes[position] = 0x41;
    await writeFile(file, how === 'cut' ? bytes.subarray(0, bytes.length / 2) : bytes);
  }
}

/** Leaves what a CI runner begins with: files with other stamps, and no output. @param folder the content */
async function clone(folder: string): Promise<void> {
  await cp(folder, `${folder}.clone`, { recursive: true });
  await rm(folder, { recursive: true });
  await rename(`${folder}.clone`, folder);
  await rm(path.join(folder, '../out'), { recursive: true, force: true });
}

function buildArguments(folder: string, output: string): string[] {
  return ['build', '--content', path.join(folder, 'content'), '--output', output];
}

async function build(generator: Generator, folder: string, output: string): Promise<number> {
  return (await generator.run(buildArguments(folder, output))).code;
}

/** Every file by its path, as text that a person can compare; two equal trees give equal maps. */
async function filesOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [path.relative(folder, file), readFileSync(file, 'latin1')]),
  );
}
