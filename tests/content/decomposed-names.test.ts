/** Names whose accents are stored apart from their letters (NFD), as macOS and archives write them. */

import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { planFixes, writeFixes } from '../../src/build/fix-content.ts';
import { prepareSite } from '../../src/build/prepare-site.ts';
import { noProgress } from '../../src/build/progress.ts';
import { listFolder } from '../../src/content/read-folder.ts';
import { storedPath } from '../../src/disk/stored-path.ts';
import { composed, composedData } from '../../src/text/composed.ts';
import { photo, siteYaml } from '../builds/temporary-content.ts';

const nfd = (text: string) => text.normalize('NFD');
const nfc = (text: string) => text.normalize('NFC');
let root: string;
const picture = await photo();
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'news-nfd-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function write(file: string, bytes: string | Uint8Array): Promise<void> {
  const target = path.join(root, 'content', file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, bytes);
}

const project = () => ({
  root: path.resolve(import.meta.dirname, '../..'),
  home: root,
  content: path.join(root, 'content'),
  displayContent: 'content',
  output: path.join(root, '_site'),
  cache: path.join(root, '.cache'),
  bundle: path.join(root, 'bundle'),
});

const prepare = () =>
  prepareSite(project(), {
    nowMs: Date.UTC(2024, 11, 31),
    includeHidden: false,
    progress: noProgress,
    checks: 'warning',
  });

const head = (title: string, more = '', topic = 'Research') =>
  `---\ntitle: ${title}\ndate: 2024-05-06\ntopics: [${topic}]\n${more}---\n\n`;

/** One site twice: with its names as disks store them, and as they are typed. */
async function writeSite(stored: (text: string) => string, typed: (text: string) => string): Promise<void> {
  await write('site.yaml', siteYaml.replaceAll('University News', typed('Über uns')));
  await write(
    `articles/2024/${stored('grün')}/index.md`,
    `${head(typed('Grün'), `image: ${typed('Möbel.jpg')}\nseries: ${typed('Größe')}\ncredits: {draft: ${typed('MÜLLER Jana')}}\nrelated: [${typed('2024/schön')}]\n`)}By ${typed('MÜLLER Jana')}: [Plan](${typed('Übersicht.pdf')}), [there](../${typed('schön')}/index.md#${typed('größe')}).\n\n![A table](${typed('Möbel.jpg')} "A table")\n`,
  );
  await write(`articles/2024/${stored('grün')}/${stored('Möbel.jpg')}`, picture);
  await write(`articles/2024/${stored('grün')}/${stored('Übersicht.pdf')}`, '%PDF-1.4');
  await write(
    `articles/2024/${stored('schön')}/index.md`,
    `${head(typed('Schön'), `series: ${nfc('Größe')}\ncredits: {draft: ${nfc('MÜLLER Jana')}}\n`, typed('Über uns'))}## ${typed('Größe')}\n\nText.\n`,
  );
  await write(`people/${stored('jana-müller')}.md`, `---\nname: ${typed('MÜLLER Jana')}\n---\n`);
}

describe('names that a disk stores in NFD', () => {
  test.each([
    ['and texts type in NFC', nfd, nfc],
    ['and texts type in NFD', nfd, nfd],
    ['are those that a disk stores in NFC and texts type in NFD', nfc, nfd],
  ])('%s', async (_what, stored, typed) => {
    await writeSite(nfc, nfc);
    const { site: expected, diagnostics: none } = await prepare();
    expect(none.filter(({ severity }) => severity === 'error')).toEqual([]);
    await rm(path.join(root, 'content'), { recursive: true });
    await writeSite(stored, typed);
    const { site, diagnostics } = await prepare();
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual(
      none.map(({ code, message }) => [code, message]),
    );
    const names = (one: typeof site) => ({
      articles: one?.editions.flatMap(({ articles }) =>
        articles.map(({ url, title, id }) => ({ url, title, id })),
      ),
      attachments: one?.attachments.map(({ file, url }) => [file, url]),
      photos: one?.photos.map(({ file, hash }) => [file, hash]),
      people: one?.editions.flatMap(({ people }) => people.map(({ url }) => url)),
    });
    expect(names(site)).toEqual(names(expected));
    expect(JSON.stringify(names(site))).toBe(JSON.stringify(names(site)).normalize('NFC'));
  });

  test('are refused where a folder has both', async () => {
    await write(`articles/2024/fair/${nfc('Möbel.jpg')}`, picture);
    await write(`articles/2024/fair/${nfd('Möbel.jpg')}`, picture);
    const { files, diagnostics } = listFolder(path.join(root, 'content'), 'content');
    expect(files).toEqual([`articles/2024/fair/${nfc('Möbel.jpg')}`]);
    expect(diagnostics).toMatchObject([{ code: 'unsafe-path', severity: 'error' }]);
    expect(diagnostics[0]?.message).toContain('NFC and NFD');
  });

  test('are fixed in their own file', async () => {
    await writeSite(nfd, nfc);
    const story = `articles/2024/${nfd('schön')}/index.md`;
    await write(story, `${head('A fair')}## ${nfd('Größe')}\n\nIt is ${nfd('Größe')} "good".\n`);
    const { content, sources } = await prepare();
    if (content === undefined) throw new Error('There is no content.');
    expect(await writeFixes(project(), planFixes(content, sources, 'content'))).toEqual([]);
    expect(await readFile(path.join(root, 'content', story), 'utf8')).toContain('“good”');
    expect(await readdir(path.join(root, 'content/articles/2024'))).toHaveLength(2);
  });
});

describe('the stored path', () => {
  test('is the path itself where the disk has it, and where there is none', async () => {
    await write('é/a.txt', '');
    const file = path.join(root, 'content', nfc('é'), 'a.txt');
    expect(storedPath(file)).toBe(file);
    expect(storedPath(`${file}.${nfc('ö')}`)).toBe(`${file}.${nfc('ö')}`);
    await write(`${nfd('ö')}/${nfd('ü')}.txt`, '');
    expect(storedPath(path.join(root, 'content', nfc('ö'), nfc('ü.txt')))).toBe(
      path.join(root, 'content', nfd('ö'), nfd('ü.txt')),
    );
  });
});

describe('composing', () => {
  test('puts marks to their letters and exchanges nothing else', () => {
    expect(composed(nfd('Größe für Ärzte'))).toBe(nfc('Größe für Ärzte'));
    // The sign of ångström and a variant of a Han character would be others in NFC.
    expect(composed('10 \u212b \ufa30 u\u0308')).toBe('10 \u212b \ufa30 \u00fc');
    expect(composedData({ [nfd('ä')]: [nfd('ö'), 1, null] })).toEqual({ [nfc('ä')]: [nfc('ö'), 1, null] });
  });
});
