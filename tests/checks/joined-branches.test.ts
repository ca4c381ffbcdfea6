/** What git joins without a conflict, and two branches never meant: the same thing twice, under two names or in two files. */

import { expect, test } from 'vitest';
import { diagnose } from './diagnose.ts';
import { smallSite, smallWorld } from './small-world.ts';

const story = (title: string, keys = '', text = 'The fair opened on Monday, and it did not rain.') =>
  `---\ntitle: ${title}\ndate: 2024-05-06\ntopics: [Research]\n${keys}---\n\n${text}\n`;

async function foundIn(files: Readonly<Record<string, string>>) {
  const world = new Map([...smallWorld(story('A fair')), ...Object.entries(files)]);
  const { diagnostics } = await diagnose(world);
  return diagnostics.map(({ code, file, line, message, hint }) => ({ code, file, line, message, hint }));
}

const codes = async (files: Readonly<Record<string, string>>) =>
  (await foundIn(files)).map(({ code }) => code);

test('two tombstones of one address are told as what they are', async () => {
  const tomb = '  - {path: /2020/05/flood/, reason: It rained., date: 2024-06-01}\n';
  const [found] = await foundIn({ 'tombstones.yaml': `tombstones:\n${tomb}${tomb}` });
  expect(found).toMatchObject({ code: 'duplicate-permalink', line: 3 });
  expect(found?.message).toBe('The address /2020/05/flood/ has two tombstones.');
});

test('two files of one language are joined, not given another address', async () => {
  const found = await foundIn({ 'articles/2024/fair/index.en.md': story('A fair', '', 'Another text.') });
  expect(found).toHaveLength(1);
  expect(found[0]?.hint).toBe(
    'Both are the English text of one story. Join them in one file and delete the other.',
  );
});

test('two topics of one name are told, in any language and case', async () => {
  for (const more of ['{name: RESEARCH, slug: science}', '{name: Science, slug: science, names: {zh: 科研}}'])
    expect(await codes({ 'site.yaml': smallSite.replace('topics:\n', `topics:\n  - ${more}\n`) })).toContain(
      'duplicate-name',
    );
});

test('a copy is told in its own language alone, and not while it is a draft', async () => {
  const copy = 'articles/2024/fair-copy/index.md';
  expect(await codes({ [copy]: story('A fair') })).toEqual(['copied-story']);
  expect(await codes({ [copy]: story('A fair', 'draft: true\n') })).toEqual([]);
  expect(await codes({ [copy]: story('A fair', '', 'A year later it opened again.') })).toEqual([]);
  expect(await codes({ 'articles/2024/fair/index.zh.md': story('A fair') })).toEqual([]);
});

test('a series is one for readers, however its name is typed', async () => {
  const two = (first: string, second: string) =>
    codes({
      'articles/2024/one/index.md': story('One', `series: ${first}\n`, 'One.'),
      'articles/2024/two/index.md': story('Two', `series: ${second}\n`, 'Two.'),
    });
  expect(await two('Pond life', 'Pond-Life')).toEqual(['series-variant']);
  expect(await two('Café am Teich', 'Cafe am Teich')).toEqual(['series-variant']);
  expect(await two('Pond life', 'Pond lives')).toEqual([]);
  expect(await two('池塘', '池水')).toEqual([]);
});

test('two people of one name are told where a credit could mean either, and nowhere else', async () => {
  const people = {
    'people/chen-yu.md': '---\nname: CHEN Yu\n---\n',
    'people/chen-yu-2.md': '---\nname: CHEN Yu\nnames: {zh: 陈雨}\n---\n',
  };
  const credited = (name: string) =>
    foundIn({ ...people, 'articles/2024/one/index.md': story('One', `credits: {draft: ${name}}\n`, 'One.') });
  const [found] = await credited('CHEN Yu');
  expect(found).toMatchObject({ code: 'two-people', file: 'content/articles/2024/one/index.md', line: 5 });
  expect(found?.hint).toContain('chen-yu-2 or chen-yu.');
  expect(await credited('chen-yu-2')).toEqual([]);
  expect(await credited('陈雨')).toEqual([]);
  expect(await foundIn(people)).toEqual([]);
});

test.each([
  ['tombstones.yaml', 'tombstones:\n  - {path: /a/, reason: A., date: 2024-01-01}\n', 'tombstones', true],
  ['messages/zh.yaml', 'search: 找\n', 'search', false],
  ['topics.yaml', '"Campus life": Research\n', '"Campus life"', false],
  ['people/yang-lindi.md', '---\nname: YANG Lindi\nroles:\n  zh: 记者\n---\n', 'roles', true],
])('a key that stands twice in %s is told with its place', async (file, text, key, hasBlock) => {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.startsWith(key));
  const block = lines.slice(at, hasBlock ? at + 2 : at + 1);
  const doubled = [...lines.slice(0, at), ...block, ...lines.slice(at)].join('\n');
  const found = await foundIn({ [file]: doubled });
  expect(found).toMatchObject([
    {
      code: 'duplicate-key',
      file: `content/${file}`,
      line: at + 1 + block.length,
      message: `${key} is given twice.`,
    },
  ]);
  expect(found[0]?.hint).toContain(hasBlock ? 'with what stands below both' : 'Keep one of the two and');
});

test('an old address that two branches have each added leads to the story once', async () => {
  expect(
    await foundIn({
      'articles/2024/one/index.md': story('One', 'aliases: [/old/, /old, /other/]\n', 'One.'),
    }),
  ).toEqual([]);
  const [own] = await foundIn({
    'articles/2024/one/index.md': story('One', 'aliases: [/2024/05/one/]\n', 'One.'),
  });
  expect(own?.hint).toBe('Delete it here: the story has this address already.');
});

test('one person whom two branches credit with and without accents is told, and so nobody else', async () => {
  const credited = (first: string, second: string, more: Readonly<Record<string, string>> = {}) =>
    foundIn({
      ...more,
      'articles/2024/one/index.md': story('One', `credits: {draft: ${first}}\n`, 'One.'),
      'articles/2024/two/index.md': story('Two', `credits: {draft: ${second}}\n`, 'Two.'),
    });
  const [found, ...others] = await credited('Jörg Müller', 'Joerg Mueller');
  expect(others).toEqual([]);
  expect(found).toMatchObject({ code: 'name-variant', file: 'content/articles/2024/two/index.md', line: 5 });
  expect(found?.message).toBe('"Joerg Mueller" is written "Jörg Müller" in other credits.');
  const file = { 'people/jose-garcia.md': '---\nname: José García\n---\n' };
  expect((await credited('Jose Garcia', 'José García', file))[0]?.message).toContain('in people/.');
  expect(await credited('Anna Lindh', 'Anna Lind')).toEqual([]);
  expect(await credited('宋栖月', '宋七月')).toEqual([]);
  const two = { ...file, 'people/jose-garcia-2.md': '---\nname: Jose Garcia\n---\n' };
  expect(await credited('Jose Garcia', 'José García', two)).toEqual([]);
});
