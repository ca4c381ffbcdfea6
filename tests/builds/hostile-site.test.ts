/**
 * A site whose every text is an attack. Strangers' texts reach all pages, feeds and files for machines: a parser walks
 * what was built, and a browser opens every page.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { XMLValidator } from 'fast-xml-parser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startReader } from '../browser/reader.ts';
import { hostileTexts } from '../fixtures/hostile-pieces.ts';
import { foreignToPage } from './foreign-page.ts';
import { runNewsHere } from './generator.ts';
import type { NewsRun } from './run-news.ts';
import {
  goodFrontMatter,
  photo,
  story,
  type TemporaryContent,
  temporaryContent,
} from './temporary-content.ts';

/** Texts that no front matter and no settings may hold: comments of HTML, characters that act instead of being seen. */
const isRefused = (text: string) => /<!--|[\u001b\ud800-\udfff\u202e]/u.test(text);
const texts = hostileTexts.filter((text) => !isRefused(text));
const refused = hostileTexts.filter(isRefused);
const quoted = (text: string) => JSON.stringify(text);
const textAt = (index: number) => texts[index % texts.length] ?? '';
const at = (index: number) => quoted(textAt(index));

const siteYaml = `name: ${at(0)}
tagline: ${at(1)}
baseUrl: https://news.example.edu
timeZone: Asia/Shanghai
defaultLanguage: en
languages:
  en: {name: ${at(2)}, locale: en-US, tagline: ${at(3)}}
  zh: {name: ${at(4)}, locale: zh-CN, siteName: ${at(5)}}
organisation: {name: ${at(6)}, address: ${at(7)}, names: {zh: ${at(10)}}}
notice: {en: ${at(11)}, zh: ${at(12)}}
pressKit: {enabled: true, terms: {en: ${at(13)}}}
topics:
${texts.map((text, index) => `  - {name: ${quoted(`${text} ${index}`)}, slug: topic-${index}, description: ${at(index + 1)}}`).join('\n')}
credits:
  draft: {en: ${at(14)}, zh: ${at(15)}}
  photos: {en: ${at(16)}}
photos: {widths: [320], formats: [jpeg]}
`;

const goodBegin = 'title: A good story\ndate: 2024-05-06\ntopics: [topic-0]\ncredits: {draft: LI Hua}';
const ESCAPES = '\u001b[2J\u001b]0;owned\u0007';

function hostileStory(index: number): string {
  const text = textAt(index);
  // A picture of HTML is refused unless it is typed as words; brackets would end what is to be seen of a photo.
  const markdown = text.replaceAll(/["\\]|<(?=img)/gu, '\\$&').replaceAll('\u2028', ' ');
  const alt = markdown.replaceAll(/[[\]]/gu, '\\$&');
  return `---
title: ${at(index)}
date: 2024-05-06
topics: [topic-${index}]
summary: ${at(index + 1)}
credits: {draft: [${quoted(`A ${text}`)}], photos: ${quoted(`B ${textAt(index + 2)}`)}}
series: ${quoted(`C ${text}`)}
photos: {1.jpg: {caption: ${quoted(markdown)}, alt: ${at(index + 3)}, credit: ${at(index + 4)}}}
corrections: [{date: 2024-05-07, text: ${at(index + 5)}}]
contacts: [{name: ${at(index + 6)}, role: ${at(index + 7)}, email: a@example.edu}]
source: {name: ${at(index + 8)}, url: "https://example.edu/?a=%22&b='"}
---

## ${markdown}

${markdown}

\`${text}\` and

    ${text}

![${alt}](1.jpg "${markdown}"){credit="D"}

| ${markdown} | b |
|---|---|
| ${markdown} | c |

::: quote
${markdown}
— ${markdown}
:::

::: note "${markdown}"
${markdown}
:::

Word.^[${markdown}]
`;
}

let content: TemporaryContent;
let built: NewsRun;
let site: string;
let files: readonly string[];
const read = (file: string) => readFileSync(path.join(site, file), 'utf8');

beforeAll(async () => {
  const picture = await photo(640, 400);
  content = await temporaryContent({
    'site.yaml': siteYaml,
    'people/a.md': `---\nname: ${quoted(`A ${textAt(0)}`)}\n---\n\n${textAt(1)}\n`,
    'pages/about.md': `---\ntitle: ${at(2)}\n---\n\n${textAt(3)}\n`,
    'tombstones.yaml': `tombstones:\n  - {path: /gone/, reason: ${at(9)}, date: 2024-05-06}\n`,
    ...Object.fromEntries(
      texts.flatMap((_text, index) => [
        [`articles/2024/a${index}/index.md`, hostileStory(index)],
        [`articles/2024/a${index}/1.jpg`, picture],
      ]),
    ),
    'articles/2024/a0/index.zh.md': hostileStory(1),
    // Refused in front matter, and in a body they are code, or a warning.
    'articles/2024/b0/index.md': story(goodBegin, '`<!--<script>` and\n\n    <!--<script>\n\nWord.'),
    'articles/2024/b1/index.md': story(goodBegin, `## A ${ESCAPES}\n\n${ESCAPES} and \`${ESCAPES}\``),
  });
  built = await runNewsHere(['build', '--content', 'content', '--output', '_site'], { cwd: content.folder });
  site = path.join(content.folder, '_site');
  files = built.code === 0 ? readdirSync(site, { recursive: true, encoding: 'utf8' }).sort() : [];
});
afterAll(() => content.remove());

/** What a terminal or the log of a host would act on. */
function expectHarmless(said: string): void {
  expect(said).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\ufffd]/u);
  expect(said).not.toMatch(/^\s*::(?:set|error)|##\[/mu);
}

test('is built, and nothing of it reaches the terminal as it is', () => {
  const said = built.stdout + built.stderr;
  expect(said.match(/^.* error .*$\n.*/gmu) ?? []).toEqual([]);
  expect(built.code).toBe(0);
  expectHarmless(said);
});

test('is not built where a text cannot stand, each is named, and none reaches the terminal as it is', async () => {
  const title = (text: string) => goodFrontMatter.replace('A good story', quoted(text));
  const stories = [
    ...refused.map((text) => story(title(text), 'Word.')),
    ...refused.map((text) => story(`${goodFrontMatter}\nsummary: ${quoted(text)}`, 'Word.')),
    ...texts.filter((text) => text.includes('<img')).map((text) => story(goodFrontMatter, text)),
    story(goodFrontMatter, '![]]><script>alert(1)</script>](1.jpg "A stall")'),
    story(goodFrontMatter, '<!--<script>'),
    story(goodFrontMatter, '\u202Eevil'),
  ];
  expect(refused.length).toBeGreaterThan(3);
  const entries = stories.map((text, index) => [`articles/2024/r${index}/index.md`, text] as const);
  const other = await temporaryContent(Object.fromEntries(entries));
  try {
    const run = await runNewsHere(['build', '--content', 'content', '--output', '_site'], {
      cwd: other.folder,
    });
    const said = run.stdout + run.stderr;
    expect(run.code).toBe(1);
    const unnamed = entries.flatMap(([file]) => (said.includes(`content/${file}:`) ? [] : [file]));
    expect(unnamed).toEqual([]);
    const errors = [...said.matchAll(/^content\/(\S+?):\d+:\d+ error /gmu)].map(([, file]) => file);
    expect(entries.flatMap(([file, text]) => (errors.includes(file) ? [] : [text]))).toEqual([]);
    expect(existsSync(path.join(other.folder, '_site/index.html'))).toBe(false);
    expectHarmless(said);
  } finally {
    await other.remove();
  }
});

test('has no script, handler or address in any page but those of the layout', () => {
  const pages = files.filter((file) => file.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(2 * texts.length);
  const wrong = pages.flatMap((file) => foreignToPage(read(file)).map((what) => `${file}: ${what}`));
  expect(wrong).toEqual([]);
  const acting = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/u;
  expect(files.filter((file) => /\.(?:html|xml|json)$/u.test(file) && acting.test(read(file)))).toEqual([]);
  expect(read('2024/05/b1/index.html')).toContain('[2J]0;owned');
  expect(read('2024/05/b0/index.html')).toContain('<code>&lt;!--&lt;script&gt;</code>');
});

test('has files for machines that hold each text as a text', () => {
  for (const file of files.filter((name) => /\.(?:json|webmanifest)$/u.test(name))) JSON.parse(read(file));
  const feeds = files.filter((name) => name.endsWith('.xml'));
  for (const file of feeds) expect(XMLValidator.validate(read(file)), file).toBe(true);
  expect(read('feed.json')).toContain(JSON.stringify('</script><script>alert(1)</script>'));
  const inFeed = [...read('feed.xml').matchAll(/<content type="html">([^<]*)<\/content>/gu)].map(
    ([, text = '']) =>
      text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
  );
  expect(inFeed.length).toBeGreaterThan(10);
  expect(inFeed.flatMap((html) => foreignToPage(html))).toEqual([]);
  // Rules of hosts are lines of our own alone.
  for (const line of read('_redirects').split('\n'))
    expect(line).toMatch(/^(?:#.*|\/\S+ \/\S* (?:301|410)!?|)$/u);
  expect(read('_headers')).not.toContain('alert');
  expect(read('_nginx.conf')).not.toContain('alert');
  expect(read('robots.txt')).not.toContain('alert');
});

test('shows every text in a browser, and runs none', async () => {
  const reader = await startReader(site);
  try {
    const { page, troubles } = await reader.open('/');
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const articles = files.filter((file) => /^2024\/05\/[ab]\d+\/index\.html$/u.test(file));
    const shown = [
      '/zh/',
      '/topics/',
      '/topics/topic-1/',
      '/people/',
      '/corrections/',
      '/archive/2024/05/',
      '/about/',
      '/gone/',
      '/photos/',
      ...articles
        .filter((_file, index) => index % 4 === 0)
        .map((file) => `/${file.replace('index.html', '')}`),
    ];
    for (const url of shown) {
      await page.goto(reader.origin + url);
      expect(await page.locator('[onerror], [onload], [onfocus], [onmouseover], iframe').count(), url).toBe(
        0,
      );
    }
    await page.goto(`${reader.origin}/2024/05/a0/#photo-1`);
    await page.locator('dialog.viewer[open] img').first().waitFor();
    await page.goto(`${reader.origin}/search/?q=alert`);
    await page.locator('.search-results li').nth(5).waitFor();
    expect(await page.locator('.search-results [onerror], .search-results script').count()).toBe(0);
    expect(dialogs).toEqual([]);
    expect(troubles).toEqual([]);
  } finally {
    await reader.close();
  }
});

test.each([
  '<p onclick=a>',
  '<script>alert(1)</script>',
  '<script src=https://evil.example/x.js></script>',
  '<a href="javascript:alert(1)">',
  '<a href="//evil.example/">',
  '<img src="data:text/html,x">',
  '<iframe>',
  '<base href="/">',
  '<p style="x">',
  '<meta http-equiv=refresh content="0;url=https://evil.example/">',
  '<form action="https://evil.example/">',
])('the oracle finds %s', (html) => {
  expect(foreignToPage(html).length).toBeGreaterThan(0);
});
