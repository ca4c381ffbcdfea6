/** Stories of several languages: one folder has all of them, where the source tells that they belong together. */

import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type Files, type Sandbox, sandbox } from './import-files.ts';
import { photo } from './test-photos.ts';
import { post, wxr } from './wordpress/make-export.ts';

let here: Sandbox | undefined;
afterEach(async () => {
  await here?.remove();
  here = undefined;
});

const story = (title: string, text = 'Text.', more = '') =>
  `---\ntitle: ${title}\ndate: 2021-05-07\n${more}---\n${text}\n`;
const apart = 'in another language';
const meta = (key: string, value: string) =>
  `<wp:postmeta><wp:meta_key><![CDATA[${key}]]></wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`;
const terms = (lang: string) =>
  `<category domain="language" nicename="${lang}"><![CDATA[x]]></category><category domain="post_translations" nicename="pll_1"><![CDATA[pll_1]]></category>`;
const wpml = (lang: string) =>
  meta('_wpml_import_language_code', lang) + meta('_wpml_import_translation_group', '7');
const page = (lang: string, title: string, text: string) =>
  `<html lang="${lang}"><head><title>${title}</title><meta name="date" content="2021-05-07"><link rel="canonical" href="https://old.example.edu/${lang}/fair"><link rel="alternate" hreflang="en" href="https://old.example.edu/en/fair"><link rel="alternate" hreflang="zh" href="https://old.example.edu/zh/fair"><link rel="alternate" hreflang="x-default" href="https://old.example.edu/"></head><body><article><h1>${title}</h1><p>${text.repeat(12)}</p></article></body></html>`;

const hugo =
  'baseURL = "https://old.example.org/"\ndefaultContentLanguage = "en"\n[languages.zh]\n[languages.en]\n';

test.each<readonly [string, Files, string]>([
  [
    'Hugo, by files',
    { 'hugo.toml': hugo, 'content/posts/fair.zh.md': story('集市'), 'content/posts/fair.md': story('Fair') },
    'fair',
  ],
  [
    'Hugo, by folders',
    {
      'hugo.toml': `${hugo.replace('[languages.zh]', '[languages.zh]\ncontentDir = "content/zh"').replace('[languages.en]', '[languages.en]\ncontentDir = "content/en"')}`,
      'content/zh/posts/fair.md': story('集市'),
      'content/en/posts/fair.md': story('Fair'),
    },
    'fair',
  ],
  [
    'Hugo, by a key',
    {
      'hugo.toml': hugo,
      'content/posts/jishi.zh.md': story('集市', '文。', 'translationKey: f\n'),
      'content/posts/fair.md': story('Fair', 'Text.', 'translationKey: f\n'),
    },
    'fair',
  ],
  [
    'Jekyll, by a reference',
    {
      '_config.yml': 'title: Old\n',
      '_posts/2021-05-07-jishi.md': story('集市', '文。', 'lang: zh\nref: f\n'),
      '_posts/2021-05-07-fair.md': story('Fair', 'Text.', 'lang: en\nref: f\n'),
    },
    'fair',
  ],
  [
    'Eleventy, by folders with data',
    {
      '.eleventy.js': 'module.exports = () => ({});',
      'en/en.json': '{"lang":"en"}',
      'zh/zh.json': '{"lang":"zh"}',
      'zh/blog/fair.md': story('集市'),
      'en/blog/fair.md': story('Fair'),
    },
    'fair',
  ],
  [
    'WordPress with Polylang',
    {
      'export.xml': wxr(
        post({ id: 2, title: '甲', content: '文。', more: terms('zh'), date: '2021-05-07 02:00:00' }) +
          post({
            id: 1,
            title: 'A',
            name: 'fair',
            content: 'Text.',
            more: terms('en'),
            date: '2021-05-07 02:00:00',
          }),
      ),
    },
    'fair',
  ],
  [
    'WordPress with WPML',
    {
      'export.xml': wxr(
        post({ id: 2, title: '甲', content: '文。', more: wpml('zh'), date: '2021-05-07 02:00:00' }) +
          post({
            id: 1,
            title: 'A',
            name: 'fair',
            content: 'Text.',
            more: wpml('en'),
            date: '2021-05-07 02:00:00',
          }),
      ),
    },
    'fair',
  ],
  [
    'pages that name each other',
    {
      'a.html': page('zh', '集市开幕', '集市在操场开幕了，来访者超过一千人。'),
      'b.html': page('en', 'The fair', 'The fair opened on the green, and a thousand guests came. '),
    },
    'the-fair',
  ],
])('languages of %s share a folder', async (_name, files, slug) => {
  here = await sandbox(files);
  const { articles, issues } = await here.run();
  const written = (await here.list()).filter((file) => file.endsWith('.md'));
  expect(written).toEqual([`articles/2021/${slug}/index.md`, `articles/2021/${slug}/index.zh.md`]);
  expect(articles.map(({ outcome }) => outcome)).toEqual(['new', 'new']);
  expect(issues.filter(({ message }) => message.includes(apart))).toEqual([]);
  // Once more: nothing is new, nothing doubled.
  const again = await here.run();
  expect(again.articles.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
  expect((await here.list()).filter((file) => file.endsWith('.md'))).toEqual(written);
});

describe('in a shared folder', () => {
  const files = async (zh = '2.jpg'): Promise<Files> => ({
    'hugo.toml': hugo,
    'content/posts/fair.md': story('Fair', 'Text.\n\n![Gate](/en/gate.jpg)\n\n![Both](/both.jpg)'),
    'content/posts/fair.zh.md': story(
      '集市',
      `文。\n\n![门](/zh/gate.jpg)\n\n![都](/both.jpg)\n\n![二](/${zh})`,
    ),
    'content/posts/news.md': story('News', '[The fair]({{< ref "fair" >}}).'),
    'content/posts/news.zh.md': story('新闻', '[集市]({{< ref "fair" >}})。'),
    'static/en/gate.jpg': await photo('#111111'),
    'static/zh/gate.jpg': await photo('#222222'),
    'static/both.jpg': await photo('#333333'),
    'static/2.jpg': await photo('#444444'),
    'static/3.jpg': await photo('#555555'),
  });

  test('photos of one name are two files, and one photo of both is one; links stay in their language', async () => {
    here = await sandbox(await files());
    await here.run();
    expect((await here.list()).filter((file) => file.startsWith('articles/2021/fair/'))).toEqual([
      'articles/2021/fair/2.jpg',
      'articles/2021/fair/both.jpg',
      'articles/2021/fair/gate-2.jpg',
      'articles/2021/fair/gate.jpg',
      'articles/2021/fair/index.md',
      'articles/2021/fair/index.zh.md',
    ]);
    expect(await here.read('articles/2021/fair/index.zh.md')).toContain('![门](gate-2.jpg)');
    expect(await here.read('articles/2021/news/index.md')).toContain('[The fair](../fair/index.md)');
    expect(await here.read('articles/2021/news/index.zh.md')).toContain('[集市](../fair/index.zh.md)');
  });

  test('an edited language stays as it is, while the others follow their sources', async () => {
    here = await sandbox(await files());
    await here.run();
    const english = path.join(here.folder, 'content/articles/2021/fair/index.md');
    const edited = `${await readFile(english, 'utf8')}\nEdited.\n`;
    await writeFile(english, edited);
    await here.put(await files('3.jpg'));
    const { articles } = await here.run();
    expect(
      articles
        .filter(({ file }) => file.includes('/fair/'))
        .map(({ file, outcome }) => `${path.basename(file)} ${outcome}`),
    ).toEqual(['index.md kept', 'index.zh.md updated']);
    expect(await readFile(english, 'utf8')).toBe(edited);
    const list = await here.list();
    // A photo that one language no longer shows goes, but for those of the other.
    expect(list.filter((file) => file.startsWith('articles/2021/fair/') && file.endsWith('jpg'))).toEqual([
      'articles/2021/fair/3.jpg',
      'articles/2021/fair/both.jpg',
      'articles/2021/fair/gate-2.jpg',
      'articles/2021/fair/gate.jpg',
    ]);
  });

  test('a language that comes later joins, unless an editor has written it', async () => {
    const { 'content/posts/fair.zh.md': chinese = '', ...english } = await files();
    here = await sandbox(english);
    await here.run();
    await here.put({ 'content/posts/fair.zh.md': chinese });
    expect((await here.run()).articles.map(({ file }) => file)).toContain(
      'content/articles/2021/fair/index.zh.md',
    );

    await here.put({ 'content/posts/solo.md': story('Solo') });
    await here.run();
    await here.put({ 'articles/2021/solo/index.zh.md': 'Written by hand.' }, 'content');
    await here.put({ 'content/posts/solo.zh.md': story('独') });
    const { issues } = await here.run();
    expect(await here.read('articles/2021/solo/index.zh.md')).toBe('Written by hand.');
    expect(await here.read('articles/2021/solo-2/index.zh.md')).toContain('title: 独');
    expect(issues.filter(({ message }) => message.includes(apart))).toHaveLength(1);
  });
});

test('languages that appear at different times stay apart, or one would hold back the other', async () => {
  here = await sandbox({
    'hugo.toml': hugo,
    'content/posts/fair.md': story('Fair'),
    'content/posts/fair.zh.md': story('集市', '文。', 'publishDate: 2031-01-02T08:00:00+08:00\n'),
  });
  const { issues } = await here.run();
  expect((await here.list()).filter((file) => file.endsWith('.md'))).toEqual([
    'articles/2021/fair-2/index.zh.md',
    'articles/2021/fair/index.md',
  ]);
  const said = issues.filter(({ message }) => message.includes(apart)).map(({ message }) => message);
  expect(said).toHaveLength(1);
  expect(said[0]).toContain(
    'move content/articles/2021/fair-2/index.zh.md and its photos there. The two appear at different times',
  );
});
