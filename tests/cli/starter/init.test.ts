/** `news init` in this process: what it writes, in every language that ships, and what it refuses. */

import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { commandLine } from '../../../src/cli/command-table.ts';
import { runInit } from '../../../src/cli/commands/init.ts';
import { hosts } from '../../../src/cli/starter/hosts.ts';
import { readRecord } from '../../../src/cli/starter/newsroom-record.ts';
import type { InitArguments } from '../../../src/cli/starter/starter-answers.ts';
import { starterTexts } from '../../../src/cli/starter/starter-texts.ts';
import { loadContent } from '../../../src/content/load-content.ts';
import { DEFAULT_RECIPE } from '../../../src/photos/recipe.ts';
import { assembleSite } from '../../../src/site/assemble-site.ts';
import { shippedWords } from '../../../src/site/messages/messages-for.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const launch = { root, home: root, bundle: '/nowhere' };
const world = mkdtempSync(path.join(os.tmpdir(), 'news-init-'));
afterAll(() => rmSync(world, { recursive: true }));
vi.spyOn(process.stdout, 'write').mockImplementation(() => true);

const given: InitArguments = {
  yes: true,
  name: 'Campus News',
  url: 'https://www.university.example.org/news',
  topics: 'Research, Campus life',
  email: 'news@university.example.org',
  timeZone: 'Europe/Berlin',
};

let count = 0;
async function init(more: InitArguments = {}): Promise<string> {
  count += 1;
  const folder = path.join(world, String(count));
  expect(await runInit(launch, folder, { ...given, ...more })).toBe(0);
  return folder;
}

async function problemsOf(folder: string) {
  const { content, diagnostics } = await loadContent({
    contentFolder: path.join(folder, 'content'),
    displayFolder: 'content',
  });
  if (content === undefined) return diagnostics;
  const assembled = assembleSite(content, {
    photos: new Map(),
    recipe: DEFAULT_RECIPE,
    cardFace: 'face',
    nowMs: Date.parse('2100-01-01'),
    includeHidden: false,
    displayFolder: 'content',
  });
  return [...diagnostics, ...assembled.diagnostics];
}

const textsIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');

describe('a newsroom made by news init', () => {
  test('has nothing that is wrong, and nothing of the demonstration', async () => {
    const folder = await init();
    expect(await problemsOf(folder)).toEqual([]);
    expect(textsIn(folder)).not.toMatch(/USTB|example\.edu|科技大学|Qingshui|demonstration content/u);
    expect(readFileSync(path.join(folder, 'content/site.yaml'), 'utf8')).toContain('pathPrefix: /news/');
    const { dependencies } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    expect(Object.keys(dependencies)).toEqual(['newsroom']);
  });

  test('an address has no English word in it that no name has', async () => {
    const folder = await init({ languages: 'de', topics: 'Studium & Lehre, Labor&mehr' });
    const settings = readFileSync(path.join(folder, 'content/site.yaml'), 'utf8');
    expect(settings).toContain('studium-lehre');
    expect(settings).toContain('labor-mehr');
  });

  test('says what it is about in each language, until it has a tagline of its own', async () => {
    const settingsOf = (folder: string) => readFileSync(path.join(folder, 'content/site.yaml'), 'utf8');
    const plain = settingsOf(await init({ languages: 'en,de' }));
    expect(plain).toContain(`tagline: ${starterTexts.en?.tagline}`);
    expect(plain).toContain(`tagline: ${starterTexts.de?.tagline}`);
    const own = settingsOf(await init({ languages: 'en,de', tagline: 'From the quad|Vom Campus' }));
    expect(own).toContain('tagline: From the quad');
    expect(own).toContain('tagline: Vom Campus');
  });

  test('starts in every language whose words ship, alone and beside the others', async () => {
    expect(Object.keys(starterTexts).sort()).toEqual([...shippedWords.keys()].sort());
    const all = [...shippedWords.keys()];
    const folder = await init({
      languages: all.join(','),
      topics: `research=${all.map((lang) => `Research ${lang}`).join('|')}`,
    });
    expect(await problemsOf(folder)).toEqual([]);
    for (const lang of all.slice(1)) {
      const about = readFileSync(path.join(folder, `content/pages/about.${lang}.md`), 'utf8');
      expect(about).toContain('Campus News');
      expect(about).not.toMatch(/\{name\}|\{email\}/u);
    }
  });

  test.each(hosts)('brings what %s needs, without the generator’s own sources', async (host) => {
    const folder = await init({ host });
    const pipelines = ['.github/workflows', '.gitlab-ci.yml']
      .map((name) => path.join(folder, name))
      .filter((name) => existsSync(name));
    const texts = pipelines
      .map((name) => (name.endsWith('.yml') ? readFileSync(name, 'utf8') : textsIn(name)))
      .join('\n');
    expect(texts).not.toMatch(/src\/|npm run --silent sbom|templates\/\*\*/u);
    const record = readRecord(readFileSync(path.join(folder, '.newsroom.json'), 'utf8'));
    expect(record?.version).toMatch(/^\d/u);
    expect(Object.keys(record?.files ?? {}).every((file) => existsSync(path.join(folder, file)))).toBe(true);
  });

  test('keeps a package.json and settings that are there already', async () => {
    const folder = path.join(world, 'kept');
    await import('node:fs/promises').then(({ mkdir }) => mkdir(folder));
    writeFileSync(
      path.join(folder, 'package.json'),
      '{"name": "mine", "dependencies": {"newsroom": "file:../newsroom.tgz"}, "scripts": {"start": "mine"}}',
    );
    writeFileSync(path.join(folder, '.gitignore'), 'mine\n');
    await runInit(launch, folder, given);
    const written = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    expect(written).toMatchObject({
      name: 'mine',
      dependencies: { newsroom: 'file:../newsroom.tgz' },
      scripts: { start: 'mine', build: 'news build' },
    });
    expect(readFileSync(path.join(folder, '.gitignore'), 'utf8')).toBe('mine\n');
  });

  test('starts from the demonstration with the names that flags give, every note kept', async () => {
    // A clone of the generator whose demonstration is a fixture.
    const clone = path.join(world, 'clone');
    mkdirSync(clone);
    for (const name of ['.github', '.gitlab-ci.yml', 'src', 'package.json'])
      symlinkSync(path.join(root, name), path.join(clone, name));
    const demonstration = path.join(clone, 'content');
    cpSync(path.join(root, 'tests/fixtures/newsroom'), demonstration, {
      recursive: true,
      filter: (file) => !file.endsWith('.jpg'),
    });
    for (const name of ['README.md', 'README.zh.md', 'README.extras.md', 'README.extras-zh.md'])
      writeFileSync(path.join(demonstration, name), 'handbook');
    const folder = path.join(world, 'from-demo');
    const from = { root: clone, home: clone, bundle: '/nowhere' };
    const named = {
      fromDemo: true,
      name: 'Campus News|校园新闻',
      url: given.url ?? '',
      email: 'a@b.example',
    } as const;
    expect(await runInit(from, folder, named)).toBe(0);
    const settings = readFileSync(path.join(folder, 'content/site.yaml'), 'utf8');
    const before = readFileSync(path.join(demonstration, 'site.yaml'), 'utf8');
    expect(settings).toMatch(/^name: Campus News$/mu);
    expect(settings).toMatch(/^ {4}siteName: 校园新闻$/mu);
    expect(settings).toMatch(/^baseUrl: https:\/\/www\.university\.example\.org$/mu);
    expect(settings).toMatch(/^pathPrefix: \/news\/$/mu);
    const notes = (text: string) => text.split('\n').filter((line) => /^\s*#/u.test(line));
    expect(notes(settings)).toEqual(notes(before));
    const { content, diagnostics } = await loadContent({
      contentFolder: path.join(folder, 'content'),
      displayFolder: 'content',
    });
    expect(diagnostics).toEqual([]);
    expect(content?.articles.length).toBeGreaterThan(10);
    await expect(runInit(from, path.join(world, 'none'), { fromDemo: true, url: 'news' })).rejects.toThrow(
      '--url',
    );
    await expect(runInit(from, path.join(world, 'none'), { fromDemo: true, topics: 'A' })).rejects.toThrow(
      '--topics',
    );
    await expect(
      runInit({ ...from, root: path.join(world, 'none') }, path.join(world, 'none'), { fromDemo: true }),
    ).rejects.toThrow('brings no demonstration');
  });

  test('asks ten questions at most', () => {
    // Each flag but these is one.
    const flags = commandLine(async () => {})
      .commands.find((command) => command.name() === 'init')
      ?.options.map(({ long }) => long)
      .filter((long) => !['--from-demo', '--yes'].includes(long ?? ''));
    expect(flags?.length).toBe(10);
  });

  test('is never made over another', async () => {
    const folder = await init();
    await expect(runInit(launch, folder, given)).rejects.toThrow('is there already');
  });

  test('refuses a colour in which links could not be read, and names one that would do', async () => {
    const refused = runInit(launch, path.join(world, 'yellow'), { ...given, accent: '#ffee00' });
    await expect(refused).rejects.toThrow(
      /--accent: Links in #ffee00 cannot be read on white\. #[0-9a-f]{6} would do\./u,
    );
  });

  test('says of each answer that is wrong what to write', async () => {
    const wrong = { ...given, url: 'news', timeZone: 'Berlin', email: 'news', accent: 'blue', topics: '' };
    await expect(runInit(launch, path.join(world, 'none'), wrong)).rejects.toThrow(
      /--url: [\s\S]*--time-zone: [\s\S]*--topics: [\s\S]*--accent: [\s\S]*--email: /u,
    );
    expect(existsSync(path.join(world, 'none'))).toBe(false);
  });
});
