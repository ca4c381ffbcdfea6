/** The file that says what topics of an old site become. */

import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { readTopicMap } from '../../src/imports/topic-map.ts';
import { type Sandbox, sandbox } from './import-files.ts';

let here: Sandbox | undefined;
afterEach(async () => {
  await here?.remove();
  here = undefined;
});

const post = (title: string, categories: string) =>
  `---\ntitle: ${title}\ndate: 2024-05-06\ncategories: [${categories}]\n---\n\nText of the story.\n`;

test('is written with the names that no topic fits, and read by the next import', async () => {
  here = await sandbox({
    'a.md': post('A', 'Campus Fun, Reserch'),
    'b.md': post('B', 'Campus Fun, "Odds: ends"'),
    'c.md': post('C', 'Labs'),
  });
  const first = await here.run();
  expect(first.issues.filter(({ group }) => group === 'unmapped-topic').map(({ text }) => text)).toEqual([
    'Campus Fun',
    'Campus Fun',
    'Odds: ends',
    'Labs',
  ]);
  const written = await here.read('topics.yaml');
  expect(written).toContain('"Campus Fun": # 2 stories\n"Labs": # 1 story\n"Odds: ends": # 1 story\n');
  expect(written).not.toContain('Reserch');
  const edited = written
    .replace('"Campus Fun":', '"Campus Fun": Students Life')
    .replace('"Odds: ends":', '"Odds: ends": none')
    .replace('"Labs":', '"Labs": research');
  await writeFile(path.join(here.folder, 'content/topics.yaml'), edited);
  const second = await here.run();
  expect(second.issues.filter(({ group }) => group === 'unmapped-topic')).toEqual([]);
  expect(await here.read('articles/2024/b/index.md')).toContain('topics: [Students Life]\n');
  expect(await here.read('articles/2024/c/index.md')).toContain('topics: [Research]\n');
  expect(await here.read('articles/2024/c/index.md')).not.toContain('draft:');
  expect(await here.read('topics.yaml')).toBe(edited);
});

test('that cannot be read ends the import before anything is written', () => {
  expect(() => readTopicMap('- a\n- b\n')).toThrow(/topics\.yaml in the content folder cannot be read/u);
  expect(() => readTopicMap('a: [b\n')).toThrow(/cannot be read/u);
  expect(() => readTopicMap('a: b\na: none\n')).toThrow(/line 2, column 1: a is given twice\./u);
  expect([...readTopicMap('# nothing yet\n')]).toEqual([]);
});

test('--again takes up what was deleted, and never what was edited', async () => {
  here = await sandbox({ 'a.md': post('A', 'Research'), 'b.md': post('B', 'Research') });
  await here.run();
  await rm(path.join(here.folder, 'content/articles/2024/a'), { recursive: true });
  await writeFile(path.join(here.folder, 'content/articles/2024/b/index.md'), 'An editor was here.');
  expect((await here.run()).articles.map(({ outcome }) => outcome)).toEqual(['kept', 'kept']);
  expect((await here.run({ again: true })).articles.map(({ outcome }) => outcome)).toEqual(['new', 'kept']);
  expect(await here.read('articles/2024/a/index.md')).toContain('title: A');
  expect(await here.read('articles/2024/b/index.md')).toBe('An editor was here.');
});
