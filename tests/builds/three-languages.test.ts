/** A site in four languages: one written from right to left, and one that the interface does not speak. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runNewsHere } from './generator.ts';
import { textOf } from './read-html.ts';
import { siteYaml, story, temporaryContent } from './temporary-content.ts';

const frontMatter = (title: string) => `title: ${title}\ndate: 2024-05-06\ntopics: [Research]`;

const content = await temporaryContent({
  'site.yaml': siteYaml.replace(
    '  zh:',
    '  ar: {name: العربية, locale: ar-EG}\n  sw: {name: Kiswahili, locale: sw-KE}\n  zh:',
  ),
  'views.json': '{"articles": {"2024/opening": {"total": 1234, "lastSevenDays": 5}}}',
  'articles/2024/opening/index.md': story(frontMatter('The library opens'), 'The library opens today.'),
  'articles/2024/opening/index.zh.md': story(frontMatter('图书馆开放'), '图书馆今天开放。'),
  'articles/2024/opening/index.ar.md': story(frontMatter('افتتاح المكتبة'), 'تفتح المكتبة أبوابها اليوم.'),
  'articles/2024/maktaba/index.sw.md': story(frontMatter('Maktaba'), 'Maktaba mpya.'),
  'messages/sw.yaml': 'search: Tafuta\n',
  'articles/2024/开学典礼/index.zh.md': story(frontMatter('开学典礼'), '新学期开始了。'),
});
const folderOf = (name: string) => path.join(content.folder, name);
const run = await runNewsHere(['build', '--content', folderOf('content'), '--output', folderOf('_site')]);
afterAll(content.remove);

const read = (file: string) => readFile(path.join(folderOf('_site'), file), 'utf8');
const hreflangs = (html: string) =>
  [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/gu)].map((match) =>
    match.slice(1, 3),
  );

const base = 'https://news.example.edu';

describe('a site in three languages', () => {
  test('is built, and the check says which language the interface does not speak', () => {
    expect(run.stderr + run.stdout).toContain('missing-messages');
    expect(run.stderr + run.stdout).toContain('words of the pages in Kiswahili speak English');
    expect(run.code).toBe(0);
  });

  test('marks the words that nobody has translated, and those alone', async () => {
    const html = await read('sw/2024/05/maktaba/index.html');
    expect(html).toContain('<html lang="sw" dir="ltr"');
    expect(html).toContain('<span lang="en" dir="ltr">Skip to content</span>');
    expect(textOf(html)).toContain('Tafuta');
    expect(html).not.toContain('<span lang="en" dir="ltr">Tafuta');
    expect(await read('ar/2024/05/opening/index.html')).not.toContain('lang="en" dir="ltr"');
  });

  test('writes Arabic from right to left, with its digits and dates, in its own words', async () => {
    const html = await read('ar/2024/05/opening/index.html');
    expect(html).toMatch(/<html lang="ar" dir="rtl"/u);
    expect(textOf(html)).toContain('المشاهدات ١٬٢٣٤');
    expect(textOf(html)).toContain('٦ مايو ٢٠٢٤');
  });

  test('names all versions of a story on each of them, and the default one for everybody else', async () => {
    const versions = ['', 'ar/', 'zh/'].map((folder) => `${folder}2024/05/opening/`);
    for (const version of versions) {
      const found = Object.fromEntries(hreflangs(await read(`${version}index.html`)));
      expect(found).toEqual({
        en: `${base}/2024/05/opening/`,
        ar: `${base}/ar/2024/05/opening/`,
        zh: `${base}/zh/2024/05/opening/`,
        'x-default': `${base}/2024/05/opening/`,
      });
    }
  });

  test('says where a story has no version in a language', async () => {
    const html = await read('zh/2024/05/kai-xue-dian-li/index.html');
    expect(textOf(html)).toContain('العربية (首页)');
    expect(hreflangs(html)).toEqual([]);
  });

  test('has a feed and an index of the search for each', async () => {
    for (const folder of ['', 'ar/', 'zh/']) {
      expect(await read(`${folder}feed.xml`)).toContain('<entry>');
      expect(JSON.parse(await read(`${folder}search/index.json`))).toMatchObject({
        blocks: [{ name: '0-512' }],
      });
    }
  });
});
