/** What one branch took down while another went on with it: git joins the two, and nobody has decided to publish. */

import { expect, test } from 'vitest';
import { printLedger } from '../../src/content/address-ledger.ts';
import { siteYaml, story } from '../builds/temporary-content.ts';
import { assembled } from './assembled.ts';

type Files = Readonly<Record<string, string | undefined>>;

const front = (title: string, more = '') =>
  `title: ${title}\ndate: 2024-05-06\ntopics: [Research]\ncredits: {draft: YANG Lindi}\n${more}`.trimEnd();

const published = {
  'articles/2024/fair/index.md': story(front('A fair'), 'Forty stalls stood on the green.'),
  'articles/2024/pond/index.md': story(front('A pond').replace('YANG Lindi', 'LI Hua'), 'Herons came back.'),
  'pages/about.md': story('title: About', 'Who we are.'),
};
const translation = story(front('集市'), '四十个摊位。');

const tomb = (path: string, more = '') =>
  `tombstones:\n  - {path: ${path}, reason: It was a joke., date: 2024-06-01${more}}\n`;

async function joined(changes: Files, withLedger = true) {
  const first = await assembled(published);
  const files = Object.entries<string | undefined>({ ...published, ...changes }).flatMap(([file, text]) =>
    text === undefined ? [] : [[file, text] as const],
  );
  const ledger = withLedger ? { ledger: printLedger(first.ledgerAfter) } : {};
  const { diagnostics } = await assembled(Object.fromEntries(files), {
    now: '2025-07-01T00:00:00Z',
    ...ledger,
  });
  return diagnostics;
}

const takenDown: Files = {
  'articles/2024/fair/index.md': undefined,
  'tombstones.yaml': tomb('/2024/05/fair/'),
};
const translated: Files = { 'articles/2024/fair/index.zh.md': translation };

test.each([
  ['where a ledger knows the story', true],
  ['where nothing but the addresses tells that they are one story', false],
])('a translation of a story that was taken down is an error, %s', async (_where, withLedger) => {
  const [found, ...more] = await joined({ ...takenDown, ...translated }, withLedger);
  expect(more).toEqual([]);
  expect(found).toMatchObject({
    ...{ code: 'taken-down', severity: 'error', file: 'content/articles/2024/fair/index.zh.md', line: 2 },
    message:
      'This story was taken down: /2024/05/fair/ says that it is gone, and this version (zh) would be published at /zh/2024/05/fair/.',
  });
  expect(found?.hint).toContain('keep: [zh]  into the tombstone of line 2 of content/tombstones.yaml');
});

test('it is published when the tombstone says so, and then alone', async () => {
  for (const keep of [', keep: [zh]', ', keep: zh'])
    for (const withLedger of [true, false])
      expect(
        await joined(
          { ...takenDown, ...translated, 'tombstones.yaml': tomb('/2024/05/fair/', keep) },
          withLedger,
        ),
      ).toEqual([]);
  const other = { ...takenDown, ...translated, 'tombstones.yaml': tomb('/2024/05/fair/', ', keep: [en]') };
  expect((await joined(other)).map(({ code }) => code)).toEqual(['taken-down']);
});

test('a translation that waits is told before its moment, and a draft holds nothing back', async () => {
  const waiting = story(front('集市', 'embargoUntil: 2025-08-01T00:00+08:00'), '四十个摊位。');
  const found = async (text: string) =>
    (await joined({ ...takenDown, 'articles/2024/fair/index.zh.md': text })).map(({ code, severity }) => [
      code,
      severity,
    ]);
  expect(await found(waiting)).toEqual([['taken-down', 'error']]);
  expect(await found(story(front('集市', 'draft: true'), '四十个摊位。'))).toEqual([
    ['taken-down', 'warning'],
  ]);
});

test('so is the story itself when another branch has given it another address, folder or day', async () => {
  const text = published['articles/2024/fair/index.md'];
  const moved: Files[] = [
    { 'articles/2024/fair/index.md': text.replace('---\n\n', 'slug: spring-fair\n---\n\n') },
    { 'articles/2024/fair/index.md': text.replace('05-06', '06-07') },
    { 'articles/2024/fair/index.md': undefined, 'articles/2024/spring-fair/index.md': text },
  ];
  for (const change of moved)
    expect((await joined({ ...takenDown, ...change })).map(({ code }) => code)).toEqual(['taken-down']);
});

test('and a page in another language, and a person whom another language credits', async () => {
  const page: Files = {
    'pages/about.md': undefined,
    'pages/about.zh.md': story('title: 关于', '我们是谁。'),
    'tombstones.yaml': tomb('/about/'),
  };
  for (const withLedger of [true, false])
    expect(await joined(page, withLedger)).toMatchObject([
      { code: 'taken-down', file: 'content/pages/about.zh.md' },
    ]);
  const person: Files = {
    'articles/2024/pond/index.md': undefined,
    'articles/2024/lake/index.zh.md': story(front('湖').replace('YANG Lindi', 'LI Hua'), '鹭。'),
    'tombstones.yaml': `${tomb('/people/li-hua/')}  - {path: /2024/05/pond/, reason: R., date: 2024-06-01}\n`,
  };
  const [found, ...more] = await joined(person);
  expect(more).toEqual([]);
  expect(found).toMatchObject({ code: 'taken-down', file: 'content/tombstones.yaml', line: 2 });
  expect(found?.message).toContain('/zh/people/li-hua/ would be published: LI Hua is credited by 2024/lake.');
});

test('another story at another address is not taken for it', async () => {
  const others: Files = {
    'articles/2024/fair-2025/index.zh.md': story(front('展会').replace('2024-05', '2024-06'), '新的展会。'),
    'articles/2025/fair/index.md': story(front('The next fair').replace('2024', '2025'), 'Forty more.'),
  };
  expect(await joined({ ...takenDown, ...others })).toEqual([]);
});

test('who deletes one language of a story is told to say that the others stay', async () => {
  const both = await assembled({ ...published, ...translated });
  const { 'articles/2024/fair/index.md': _gone, ...rest } = published;
  const options = { ledger: printLedger(both.ledgerAfter), now: '2024-07-01T00:00:00Z' };
  const { diagnostics } = await assembled({ ...rest, ...translated }, options);
  const line = /- (\{path: .*\})$/u.exec(diagnostics[0]?.hint ?? '')?.[1];
  expect(line).toMatch(/^\{path: \/2024\/05\/fair\/, .*keep: \[zh\]\}$/u);
  const then = {
    ...rest,
    ...translated,
    'tombstones.yaml': `tombstones:\n  - ${line}\n`,
    'site.yaml': siteYaml,
  };
  expect((await assembled(then, options)).diagnostics).toEqual([]);
});

test('so is a translation of a story that was published and is a draft again, unless it says that it is none', async () => {
  const draft = story(front('A fair', 'draft: true'), 'Forty stalls stood on the green.');
  const zh = (more: string) => story(front('集市', more), '四十个摊位。');
  const found = (more: string, withLedger = true) =>
    joined({ 'articles/2024/fair/index.md': draft, 'articles/2024/fair/index.zh.md': zh(more) }, withLedger);
  expect(await found('')).toMatchObject([
    { code: 'taken-down', severity: 'error', file: 'content/articles/2024/fair/index.zh.md', line: 2 },
  ]);
  expect(await found('draft: false')).toEqual([]);
  expect(await found('draft: true')).toEqual([]);
  // One language is often ready before another.
  expect(await found('', false)).toEqual([]);
  const both = await assembled({ ...published, ...translated });
  const { diagnostics } = await assembled(
    { ...published, ...translated, 'articles/2024/fair/index.md': draft },
    { ledger: printLedger(both.ledgerAfter) },
  );
  expect(diagnostics).toEqual([]);
});

test('the only story can be taken down: the newsroom stands without one', async () => {
  const { 'pages/about.md': about } = published;
  const { site, diagnostics } = await assembled({
    'pages/about.md': about,
    'tombstones.yaml': tomb('/2024/05/fair/'),
  });
  expect(diagnostics).toEqual([]);
  expect(site.gone).toMatchObject([{ url: '/2024/05/fair/' }]);
  expect((await assembled({ 'pages/about.md': about })).diagnostics).toMatchObject([{ code: 'no-articles' }]);
  // A story at a wrong place is none.
  const misplaced = await assembled({ 'articles/fair.md': published['articles/2024/fair/index.md'] });
  expect(misplaced.diagnostics.map(({ code }) => code).sort()).toEqual(['misplaced-file', 'no-articles']);
});
