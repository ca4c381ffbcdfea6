/** No two things of a site are one file of its output, and nothing lies below a file, whatever the content asks for. */

import { describe, expect, test } from 'vitest';
import { goodFrontMatter, siteYaml, story } from '../builds/temporary-content.ts';
import { assembled, diagnosticsOf } from './assembled.ts';

const fair = 'articles/2024/fair/index.md';
const withAliases = (aliases: string) => ({
  [fair]: story(`${goodFrontMatter}\naliases: ${aliases}`, 'Text.'),
});
const withPermalink = (permalink: string, slug: string) => ({
  'site.yaml': `${siteYaml}permalink: ${permalink}\n`,
  [fair]: story(`${goodFrontMatter}\nslug: ${slug}`, 'Text.'),
});

describe('an address that is taken is refused', () => {
  test.each([
    ['of a feed', withAliases('[/topics/research/feed.xml]')],
    ['of a feed in capitals', withAliases('[/Feed.XML]')],
    ['of a feed of another language', withAliases('[/zh/feed.json]')],
    ['of an asset', withAliases('[/assets/search.js]')],
    ['of a photo', withAliases('[/photos/0123456789ab-320.webp]')],
    ['of the editor', withAliases('[/admin/]')],
    ['of the article itself', withAliases('[/2024/05/fair/index.html]')],
    ['below a file of the site', withAliases('[/robots.txt/fair]')],
    ['below another old address', withAliases('[/fair.html, /fair.html/more]')],
    ['above another old address', withAliases('[/fair.html/more, /fair.html]')],
    ['in letters that some disks do not tell apart', withAliases('[/Fair.html, /fair.HTML]')],
    ['of the list of topics', withPermalink('/{slug}/', 'topics')],
    ['of a topic', withPermalink('/topics/{slug}/', 'research')],
    ['of a language', withPermalink('/{slug}/', 'zh')],
  ])('%s', async (_name, files) => {
    expect(await diagnosticsOf(files)).toMatchObject([{ code: 'duplicate-permalink', severity: 'error' }]);
  });

  test('but not an old address of another kind below a folder of the site', async () => {
    expect(await diagnosticsOf(withAliases('[/photos/2009/fair.php, /archive/12.html, /news/fair]'))).toEqual(
      [],
    );
  });
});

describe('an old address that no folder can be called is refused', () => {
  test.each([
    '/a/../../../etc/passwd',
    '/..',
    '//evil.example/',
    '/a//b',
    '/a/./b',
    '/*',
    '/news/*',
    '/news/:splat',
    '/.htaccess',
    '/.well-known/security.txt',
    '/a/Web.config',
    '/_worker.js',
    '/_redirects',
    '"/a\\n  X-Header: yes"',
    `/${'a'.repeat(300)}`,
  ])('%s', async (alias) => {
    const found = await diagnosticsOf(withAliases(`[${alias}]`));
    // YAML itself refuses control characters that an escape makes.
    const expected = /\\[0u]/u.test(alias) ? 'invalid-yaml' : 'wrong-value';
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set([expected]));
  });
});

test('a name that JavaScript has for itself is a name like any other', async () => {
  const names = ['constructor', '__proto__', 'toString'];
  const credits = `credits: {draft: [${names.join(', ')}]}`;
  expect(
    await diagnosticsOf({
      [fair]: story(`title: A\ndate: 2024-05-06\ntopics: [Research]\nseries: __proto__\n${credits}`, 'Text.'),
      'pages/constructor.md': story('title: A page', 'Text.'),
      'people/hasOwnProperty.md': story('name: valueOf', 'Text.'),
      'views.json': '{"articles":{"__proto__":{"total":1},"constructor":{"total":2}}}',
    }),
  ).toEqual([]);
});

test.each([
  ['a language', { [fair]: story(`${goodFrontMatter}\nlang: constructor`, 'Text.') }, 'unknown-language'],
  [
    'a page’s language',
    { [fair]: story(goodFrontMatter, 'T.'), 'pages/a.toString.md': story('title: A', 'T.') },
    'unknown-language',
  ],
  ['a key', { [fair]: story(`${goodFrontMatter}\n__proto__: {draft: true}`, 'Text.') }, 'unknown-key'],
  [
    'a topic',
    { [fair]: story('title: A\ndate: 2024-05-06\ntopics: [constructor]', 'Text.') },
    'unknown-topic',
  ],
  [
    'a role',
    { [fair]: story('title: A\ndate: 2024-05-06\ntopics: [Research]\ncredits: {constructor: A}', 'Text.') },
    'unknown-role',
  ],
])('but it is not %s that nobody has written', async (_name, files, code) => {
  expect(await diagnosticsOf(files)).toMatchObject([{ code }]);
});

describe('files for download', () => {
  test.each([
    'map.svg',
    'page.html',
    'page.XHTML',
    'run.js',
    'feed.xml',
    'style.css',
    'a.pdf.htm',
    'setup.exe',
  ])('%s is refused, because a browser could run it', async (file) => {
    const files = { [fair]: story(goodFrontMatter, `[A](${file})`), [`articles/2024/fair/${file}`]: 'x' };
    expect(await diagnosticsOf(files)).toMatchObject([
      { code: 'unsafe-download', line: 8, severity: 'error' },
    ]);
  });

  test('are judged in pages and lives of people too', async () => {
    expect(
      await diagnosticsOf({
        [fair]: story(goodFrontMatter, 'Text.'),
        'people/yang-lindi.md': story('name: YANG Lindi', '[A](a.svg)'),
        'people/a.svg': '<svg/>',
        'pages/about.md': story('title: About', '[A](a.html)'),
        'pages/a.html': '<p>',
      }),
    ).toMatchObject([{ code: 'unsafe-download' }, { code: 'unsafe-download' }]);
  });

  test('of one name in two folders have two addresses', async () => {
    const { site, diagnostics } = await assembled({
      [fair]: story(goodFrontMatter, '[A](a/plan.pdf) [B](b/Plan.pdf) [C](a/plan.pdf)'),
      'articles/2024/fair/a/plan.pdf': 'A',
      'articles/2024/fair/b/Plan.pdf': 'B',
    });
    expect(diagnostics).toEqual([]);
    expect(site.attachments).toEqual([
      { file: 'articles/2024/fair/a/plan.pdf', url: '/2024/05/fair/plan.pdf' },
      { file: 'articles/2024/fair/b/Plan.pdf', url: '/2024/05/fair/Plan-2.pdf' },
    ]);
  });
});

test('a slug that a folder’s name cannot hold is cut at a word', async () => {
  const { site } = await assembled({
    [`articles/2024/${'双'.repeat(80)}/index.md`]: story(goodFrontMatter, 'Text.'),
    [`articles/2024/${'ж'.repeat(125)}/index.md`]: story(goodFrontMatter, 'Text.'),
  });
  const urls = site.editions.flatMap(({ articles }) => articles.map(({ url }) => url));
  expect(urls).toHaveLength(2);
  for (const url of urls) expect(Buffer.byteLength(url)).toBeLessThan(255);
});
