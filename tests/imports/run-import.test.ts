/** Whole imports into a content folder: the seed story, running again, and what an editor has done since. */

import { mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type Sandbox, sandbox } from './import-files.ts';
import { photo } from './test-photos.ts';
import { post, wxr } from './wordpress/make-export.ts';

const root = path.resolve(import.meta.dirname, '../..');
const seedFolder = path.join(root, 'content/articles/2024/ustb-puth-agreement');

let here: Sandbox | undefined;
afterEach(async () => {
  await here?.remove();
  here = undefined;
});

const page = (
  title: string,
  body = 'The school opened its new laboratory, and two hundred guests from nine countries came to see it at work.',
) =>
  `${title}\n\n${body}\n\n1.jpgThe laboratory\n\nDraft: LI Hua\n\nTopics\n\nResearch\n\nDate\n\n2024-01-02\n`;

describe('the seed story', () => {
  test('becomes, in one go, the article of the demonstration, but for the descriptions that the text does not tell', async () => {
    const text = await readFile(path.join(root, 'tests/fixtures/seed/ustb-puth-agreement.txt'));
    const photos = await Promise.all(
      [1, 2, 3, 4, 5, 6].map(
        async (number) => [`${number}.jpg`, await readFile(path.join(seedFolder, `${number}.jpg`))] as const,
      ),
    );
    here = await sandbox({ 'ustb-puth-agreement.txt': text, ...Object.fromEntries(photos) });
    const { articles, issues } = await here.run();
    expect(articles).toMatchObject([
      { file: 'content/articles/2024/ustb-puth-agreement/index.md', outcome: 'new', isDraft: false },
    ]);
    expect(issues.map(({ kind, line }) => `${line} ${kind}`)).toEqual(['1 dropped', '3 dropped']);
    const wanted = (await readFile(path.join(seedFolder, 'index.md'), 'utf8')).replace(
      /!\[[^\]]*\]/gu,
      '![]',
    );
    expect(await here.read('articles/2024/ustb-puth-agreement/index.md')).toBe(wanted);
    for (const [name, bytes] of photos) {
      expect(
        (await readFile(path.join(here.folder, 'content/articles/2024/ustb-puth-agreement', name))).equals(
          bytes,
        ),
      ).toBe(true);
    }
  }, 30_000);
});

describe('an import that runs again', () => {
  test('changes nothing when nothing has changed', async () => {
    here = await sandbox({ 'a.txt': page('A story'), '1.jpg': await photo() });
    expect((await here.run()).articles).toMatchObject([{ outcome: 'new' }]);
    const record = await here.read('.imported.json');
    expect((await here.run()).articles).toMatchObject([{ outcome: 'unchanged' }]);
    expect(await here.read('.imported.json')).toBe(record);
    expect(await here.list()).toEqual([
      '.imported.json',
      'articles/2024/a-story/1.jpg',
      'articles/2024/a-story/index.md',
    ]);
  });

  test('takes over what has changed in the source, into the same folder', async () => {
    here = await sandbox({ 'a.txt': page('A story'), '1.jpg': await photo() });
    await here.run();
    await here.put({ 'a.txt': page('A better headline') });
    const { articles } = await here.run();
    expect(articles).toMatchObject([{ outcome: 'updated', file: 'content/articles/2024/a-story/index.md' }]);
    expect(await here.read('articles/2024/a-story/index.md')).toContain('title: A better headline');
  });

  test('finds a photo that was missing the first time', async () => {
    here = await sandbox({ 'a.txt': page('A story') });
    const first = await here.run();
    expect(first.issues).toMatchObject([{ kind: 'dropped', line: 5, text: '1.jpg: The laboratory' }]);
    await here.put({ '1.jpg': await photo() });
    expect((await here.run()).articles).toMatchObject([{ outcome: 'updated' }]);
    expect(await here.read('articles/2024/a-story/index.md')).toContain('![](1.jpg "The laboratory")');
  });

  test.each([
    [
      'the text was edited',
      async (folder: string) => writeFile(path.join(folder, 'index.md'), 'Edited by hand.'),
    ],
    [
      'a photo was exchanged',
      async (folder: string) => writeFile(path.join(folder, '1.jpg'), await photo('#102030')),
    ],
    ['a photo was deleted', async (folder: string) => rm(path.join(folder, '1.jpg'))],
    ['the folder was renamed', async (folder: string) => rename(folder, `${folder}-2024`)],
    ['the folder was deleted', async (folder: string) => rm(folder, { recursive: true })],
  ])('leaves the article alone when %s', async (_name, edit) => {
    here = await sandbox({ 'a.txt': page('A story'), '1.jpg': await photo() });
    await here.run();
    await edit(path.join(here.folder, 'content/articles/2024/a-story'));
    const before = await contentOf(here);
    await here.put({ 'a.txt': page('A better headline') });
    const { articles, issues } = await here.run();
    expect(articles).toMatchObject([{ outcome: 'kept' }]);
    expect(issues.filter(({ kind }) => kind === 'kept')).toHaveLength(1);
    expect(await contentOf(here)).toEqual(before);
  });

  test('never touches an article that no import made', async () => {
    here = await sandbox({ 'a.txt': page('A story'), '1.jpg': await photo() });
    await here.put({ 'articles/2024/a-story/index.md': 'Written by hand.' }, 'content');
    const { articles, issues } = await here.run();
    expect(articles).toMatchObject([{ outcome: 'new', file: 'content/articles/2024/a-story-2/index.md' }]);
    expect(issues.map(({ kind }) => kind)).toEqual(['guessed']);
    expect(await here.read('articles/2024/a-story/index.md')).toBe('Written by hand.');
  });

  test('goes on after a run that was cut off before its text was written', async () => {
    here = await sandbox({ 'a.txt': page('A story'), '1.jpg': await photo() });
    await here.run();
    const record = JSON.parse(await here.read('.imported.json'));
    record.articles['articles/2024/a-story'].files = {};
    await here.put({ '.imported.json': JSON.stringify(record) }, 'content');
    await rm(path.join(here.folder, 'content/articles/2024/a-story/index.md'));
    // No system gives a process this number.
    await here.put({ 'articles/2024/a-story/.2147483647-0123456789ab.tmp': 'half' }, 'content');
    await here.run();
    expect(await here.list()).toEqual([
      '.imported.json',
      'articles/2024/a-story/1.jpg',
      'articles/2024/a-story/index.md',
    ]);
  });

  test('neither doubles nor overwrites what a run that was cut off had written and an editor changed since', async () => {
    here = await sandbox({ 'a.txt': page('A story'), 'b.txt': page('B story'), '1.jpg': await photo() });
    await here.run();
    const record = JSON.parse(await here.read('.imported.json'));
    for (const entry of Object.values<{ files: object }>(record.articles)) entry.files = {};
    await here.put({ '.imported.json': JSON.stringify(record) }, 'content');
    await here.put({ 'articles/2024/a-story/index.md': 'Edited since.' }, 'content');
    for (let run = 0; run < 3; run += 1) {
      const { articles, issues } = await here.run();
      expect(articles.map(({ outcome }) => outcome)).toEqual(['kept', 'unchanged']);
      expect(issues.find(({ kind }) => kind === 'kept')?.message).toContain('was cut off');
      expect((await here.list()).filter((file) => file.endsWith('.md'))).toEqual([
        'articles/2024/a-story/index.md',
        'articles/2024/b-story/index.md',
      ]);
      expect(await here.read('articles/2024/a-story/index.md')).toBe('Edited since.');
    }
  });

  test('never takes a file of one name in another folder for the same story', async () => {
    here = await sandbox({
      'x/notes.txt': page(
        'Open day',
        'The school opens its doors, and two hundred guests from nine countries come to see.',
      ),
    });
    await here.run({ only: 'x/notes.txt' });
    const before = await here.read('articles/2024/open-day/index.md');
    await here.put({
      'y/notes.txt': page(
        'Open Day!',
        'The museum opens its doors, and forty children from the village come to see the bones.',
      ),
    });
    await here.run({ only: 'y/notes.txt' });
    expect(await here.read('articles/2024/open-day/index.md')).toBe(before);
    expect(await here.read('articles/2024/open-day-2/index.md')).toContain('forty children');
  });

  test('finds the posts of an export that is called after its day', async () => {
    here = await sandbox({ 'old.2019-01-01.xml': wxr(post({ id: 1, title: 'A', content: 'Text.' })) });
    await here.run();
    await rm(path.join(here.folder, 'old/old.2019-01-01.xml'));
    await here.put({
      'old.2019-02-01.xml': wxr(
        post({ id: 1, title: 'A', content: 'Better.' }) + post({ id: 2, title: 'B', content: 'Text.' }),
      ),
    });
    const { articles } = await here.run();
    expect(articles.map(({ file, outcome }) => `${file} ${outcome}`)).toEqual([
      'content/articles/2019/post-1/index.md updated',
      'content/articles/2019/post-2/index.md new',
    ]);
  });

  test('takes a post that stands in two exports once, from the last', async () => {
    here = await sandbox({
      'old.2019-01-01.xml': wxr(post({ id: 1, title: 'A', content: 'Text.' })),
      'old.2019-02-01.xml': wxr(post({ id: 1, title: 'A', content: 'Better.' })),
    });
    const { articles, issues } = await here.run();
    expect(articles.map(({ source }) => source)).toEqual(['old/old.2019-02-01.xml']);
    expect(issues.map(({ message }) => message).join()).toContain('stands in old/old.2019-02-01.xml too');
    expect((await here.run()).articles.map(({ outcome }) => outcome)).toEqual(['unchanged']);
  });

  test('gives no story an old address that another of the run has by its folder', async () => {
    const story = (date: string, alias: string) =>
      `---\ntitle: The fair\ndate: ${date}\naliases: [${alias}]\n---\nText.\n`;
    here = await sandbox({
      'fair.md': story('2019-05-06', '/old/fair/'),
      'x/fair.md': story('2019-05-07', '/2019/05/fair/'),
    });
    const { issues } = await here.run();
    expect(await here.read('articles/2019/fair/index.md')).toContain('- /old/fair/');
    expect(await here.read('articles/2019/fair-2/index.md')).not.toContain('aliases');
    expect(issues.map(({ message }) => message)).toContain(
      'The old address /2019/05/fair/ already leads to a page of this site, so it cannot redirect.',
    );
  });

  test('refuses to start when the record is damaged', async () => {
    here = await sandbox({ 'a.txt': page('A story') });
    await here.put({ '.imported.json': '{' }, 'content');
    await expect(here.run()).rejects.toThrow('Restore it from git');
  });

  test('gives two stories of one headline two folders, the same in every run', async () => {
    here = await sandbox({
      'a.txt': page('A story'),
      'b.txt': page(
        'A story',
        'Another story of the same name, which tells of something else and does so at some length, too.',
      ),
    });
    const first = (await here.run()).articles.map(({ file }) => file);
    expect(new Set(first).size).toBe(2);
    const second = await here.run();
    expect(second.articles.map(({ file }) => file)).toEqual(first);
    expect(second.articles.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
  });
});

describe('hostile folders', () => {
  test('a photo that is a symbolic link or lies outside is not taken', async () => {
    here = await sandbox({ 'a.txt': `A story\n\n../secret.jpgThe secret\n\n1.jpgThe link\n\n${page('x')}` });
    await writeFile(path.join(here.folder, 'secret.jpg'), await photo());
    await symlink('../secret.jpg', path.join(here.folder, 'old/1.jpg'));
    await here.run();
    expect((await here.list()).filter((file) => file.endsWith('.jpg'))).toEqual([]);
  });

  test('articles are not written through a symbolic link in the content folder', async () => {
    here = await sandbox({ 'a.txt': page('A story') });
    await mkdir(path.join(here.folder, 'elsewhere'));
    await symlink('../elsewhere', path.join(here.folder, 'content/articles'));
    await expect(here.run()).rejects.toThrow('symbolic link');
  });

  test('a headline cannot lead out of the content folder', async () => {
    here = await sandbox({ 'a.txt': page('../../../etc/passwd') });
    await here.run();
    expect(await here.list()).toEqual(['.imported.json', 'articles/2024/etc-passwd/index.md']);
  });
});

async function contentOf(from: Sandbox): Promise<Record<string, string>> {
  const files = await from.list();
  return Object.fromEntries(await Promise.all(files.map(async (file) => [file, await from.read(file)])));
}
