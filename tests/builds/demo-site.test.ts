/** What readers get of the demonstration content. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { describe, expect, inject, test } from 'vitest';
import { newsroomFolder } from '../fixtures/newsroom-folder.ts';
import { decodeEntities, readHtml, textOf } from './read-html.ts';
import { root } from './run-news.ts';

/** The same settings for all files, put together once and not for each: a fifth less time. */
class OneConfig extends StaticConfigLoader {
  #config: ReturnType<StaticConfigLoader['getConfigFor']> | undefined;

  override getConfigFor(file: string): ReturnType<StaticConfigLoader['getConfigFor']> {
    this.#config ??= super.getConfigFor(file);
    return this.#config;
  }
}

const site = inject('demoSite');
const files = readdirSync(site, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(site, path.join(entry.parentPath, entry.name)))
  .sort();
const pages = files.filter((file) => file.endsWith('.html'));
const read = (file: string): string => readFileSync(path.join(site, file), 'utf8');
const seedPage = '2024/01/ustb-puth-agreement/index.html';

describe('the story that came first', () => {
  const html = read(seedPage);
  const text = textOf(html);
  const seed = readFileSync(path.join(root, 'tests/fixtures/seed/ustb-puth-agreement.txt'), 'utf8');

  test('shows every sentence of the page that it was taken from', () => {
    const paragraphs = seed
      .split('\n')
      .map((line) =>
        line
          .replace(/^\s*(?:\d\.jpg|•)?\s*/u, '')
          .replace(/\s+/gu, ' ')
          .trim(),
      )
      .filter((line) => line !== '' && !/^(?:Draft|Revision): |^January 02,2024$/u.test(line));
    expect(paragraphs.length).toBeGreaterThan(16);
    for (const paragraph of paragraphs) expect(text).toContain(paragraph);
  });

  test('names its writer and its reviser, its topic, its date and its views', () => {
    expect(text).toMatch(/Draft:? YANG Lindi/u);
    expect(text).toMatch(/Revision:? CHENG Mingyuan/u);
    expect(text).toContain('University News');
    expect(html).toMatch(/<time[^>]* datetime="2024-01-02"[^>]*>January 2, 2024<\/time>/u);
    expect(text).toMatch(/Views:? [\d,]+/u);
  });

  test('has six photographs with captions, in their places between the paragraphs', () => {
    const captions = [
      'Prof. YANG Renshu presided over the signing ceremony',
      'Mr. WU Guilong delivered a remark',
      'Mr. JIN Changxiao spoke at the meeting',
      'Signing the Strategic Cooperation Agreement',
      'Prof. FU Wei spoke at the meeting',
      'Site of the meeting',
    ];
    const figures = [...html.matchAll(/<figcaption[^>]*>(.*?)<\/figcaption>/gsu)].map((match) =>
      textOf(match[1] ?? ''),
    );
    expect(figures.map((caption) => captions.find((known) => caption.startsWith(known)))).toEqual(captions);
    const places = [
      'Prof. YANG Renshu presided over the signing ceremony. ',
      ...captions.slice(0, 2),
      'Mr. WU Guilong extended a warm welcome',
      captions[2],
      'Mr. JIN Changxiao introduced',
      captions[3],
      'At the meeting, Prof. TANG Yida',
      captions[4],
      'Subsequently, leaders',
      captions[5],
      'concluding remarks',
    ].map((piece) => text.lastIndexOf(piece ?? ''));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places.slice(3)).toEqual(places.slice(3).toSorted((a, b) => a - b));
  });
});

describe('every page', () => {
  test('is valid HTML', async () => {
    const loader = new OneConfig({
      extends: ['html-validate:recommended', 'html-validate:document'],
      rules: {
        // Preact prints void elements in the XML way, and long titles are the editors' to write.
        'void-style': 'off',
        'long-title': 'off',
        'doctype-style': 'off',
        // Everything comes from the page's own host.
        'require-sri': 'off',
        'no-trailing-whitespace': 'off',
        'no-inline-style': 'error',
      },
    });
    const validator = new HtmlValidate(loader);
    const problems: string[] = [];
    for (const page of pages) {
      const report = await validator.validateString(read(page), page);
      for (const { messages } of report.results) {
        problems.push(
          ...messages.map(({ line, ruleId, message }) => `${page}:${line} ${ruleId}: ${message}`),
        );
      }
    }
    expect(problems).toEqual([]);
  });

  test('links only to what is there', () => {
    const ids = new Map<string, ReadonlySet<string>>();
    const known = new Set(files);
    const broken: string[] = [];
    const idsOf = (file: string): ReadonlySet<string> => {
      const found =
        ids.get(file) ??
        new Set([...read(file).matchAll(/\sid="([^"]*)"/gu)].map((match) => decodeEntities(match[1] ?? '')));
      ids.set(file, found);
      return found;
    };
    for (const page of pages) {
      for (const address of readHtml(read(page)).addresses) {
        if (/^(?:mailto|tel):/u.test(address) || !URL.canParse(address, `https://news.example.edu/${page}`))
          continue;
        const url = new URL(address, `https://news.example.edu/${page.replace(/index\.html$/u, '')}`);
        if (url.host !== 'news.example.edu') continue;
        const file = decodeURI(url.pathname)
          .slice(1)
          .replace(/(^|\/)$/u, '$1index.html');
        const fragment = decodeURIComponent(url.hash.slice(1));
        if (!known.has(file)) broken.push(`${page}: ${address}`);
        else if (fragment !== '' && file.endsWith('.html') && !idsOf(file).has(fragment))
          broken.push(`${page}: ${address}`);
      }
    }
    expect(broken).toEqual([]);
  });

  test('loads nothing from another host', () => {
    for (const page of pages) {
      const others = readHtml(read(page)).loaded.filter((address) => /^(?:[a-z]+:)?\/\//iu.test(address));
      expect(others, page).toEqual([]);
    }
  });

  test('carries only the styles and scripts that its own policy names by their hashes', () => {
    const inline = /<(style|script)(?![^>]*\ssrc=)(?![^>]*type="application\/ld\+json")[^>]*>(.*?)<\/\1>/gsu;
    for (const page of pages) {
      const html = read(page);
      expect(html, page).not.toMatch(/\sstyle=|\son[a-z]+=/u);
      const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/u.exec(html)?.[1] ?? '';
      for (const [, , text = ''] of html.matchAll(inline)) {
        const hash = createHash('sha256').update(text).digest('base64');
        expect(policy, page).toContain(`'sha256-${hash}'`);
        expect(read('_headers'), page).toContain(`'sha256-${hash}'`);
      }
    }
  });

  test('links the style of all that stands on it, one sheet for all pages of its kind', () => {
    const sheets = new Map<string, string>();
    const styleOf = (html: string) => {
      const [, url = ''] = /<link rel="stylesheet" href="([^"]*)"/u.exec(html) ?? [];
      const style = sheets.get(url) ?? (url === '' ? '' : read(url.slice(1)));
      sheets.set(url, style);
      return style;
    };
    const classesIn = (style: string) =>
      [...style.matchAll(/\.([a-z][\w-]*)/giu)].map(([, name = '']) => name);
    const styled = new Set(pages.flatMap((page) => classesIn(styleOf(read(page)))));
    for (const page of pages) {
      const html = read(page);
      const style = styleOf(html);
      const own = new Set(classesIn(style));
      const body = html.slice(html.indexOf('</head>'));
      const named = [...body.matchAll(/ class="([^"]*)"/gu)].flatMap(([, names = '']) => names.split(/\s+/u));
      expect(
        named.filter((name) => styled.has(name) && !own.has(name)),
        page,
      ).toEqual([]);
      const known = new Set([...style.matchAll(/(--[\w-]+)\s*:/gu)].map(([, name]) => name));
      const used = [...style.matchAll(/var\((--[\w-]+)\)/gu)].map(([, name]) => name);
      expect(
        used.filter((name) => !known.has(name)),
        page,
      ).toEqual([]);
    }
  });

  test('says in its footer that the content is a demonstration', () => {
    for (const page of pages.filter((file) => !read(file).includes('http-equiv="refresh"'))) {
      expect(textOf(read(page)), page).toMatch(/demonstration content|演示内容/u);
    }
  });
});

test('films and charts cost nothing on pages that have none, and loosen no policy there', () => {
  const partOf = (html: string) => ({
    hasFilm: html.includes('class="film"'),
    hasPlayer: /<script [^>]*\/film-[0-9a-f]+\.js|part-film-|frame-src/u.test(html),
    hasChart: html.includes('class="chart"'),
    hasChartSheet: html.includes('part-chart-'),
  });
  const parts = pages.map((page) => partOf(read(page)));
  expect(parts.filter(({ hasFilm }) => hasFilm).length).toBeGreaterThan(0);
  expect(parts.filter(({ hasChart }) => hasChart).length).toBeGreaterThan(0);
  for (const { hasFilm, hasPlayer, hasChart, hasChartSheet } of parts)
    expect([hasPlayer, hasChartSheet]).toEqual([hasFilm, hasChart]);
});

describe('the whole site', () => {
  test('has a page for each topic of the tagline', () => {
    for (const topic of [
      'research',
      'science-and-technology',
      'social-science',
      'art',
      'faculty-and-staff',
      'students-life',
      'world',
      'university-news',
    ]) {
      expect(files).toContain(`topics/${topic}/index.html`);
      expect(files).toContain(`topics/${topic}/feed.xml`);
    }
  });

  test('has home, lists, pages, and what machines read', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        'index.html',
        'zh/index.html',
        '404.html',
        'feed.xml',
        'zh/feed.xml',
        'sitemap.xml',
        'robots.txt',
        'manifest.json',
        'topics/index.html',
        'people/index.html',
        'archive/index.html',
        'archive/2024/01/index.html',
        'about/index.html',
        'zh/about/index.html',
      ]),
    );
  });

  test('pairs a story with its translation, both ways', () => {
    const pair = pages.filter((file) => file.endsWith('/bamboo-bicycle-workshop/index.html'));
    expect(pair).toHaveLength(2);
    const [english = '', chinese = ''] = pair;
    const urlOf = (file: string) => `/${file.replace('index.html', '')}`;
    expect(read(english)).toContain(`href="${urlOf(chinese)}"`);
    expect(read(chinese)).toContain(`href="${urlOf(english)}"`);
    expect(read(chinese)).toMatch(/<html[^>]* lang="zh/u);
    expect(read(english)).toMatch(/<link[^>]*hreflang="zh/u);
  });

  test('keeps old addresses alive', () => {
    const redirects = pages.filter((file) => read(file).includes('http-equiv="refresh"'));
    expect(redirects.length).toBeGreaterThan(0);
  });

  test('has no word of a story that is not due', () => {
    const held = readdirSync(path.join(newsroomFolder, 'articles'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .map((file) => ({ file, text: readFileSync(path.join(newsroomFolder, 'articles', file), 'utf8') }))
      .filter(({ text }) => /^(?:draft: true|embargoUntil: 20[3-9])/mu.test(text));
    for (const { file, text } of held) {
      const title = /^title: (.*)$/mu.exec(text)?.[1] ?? '';
      expect(title, file).not.toBe('');
      for (const page of files.filter((name) => /\.(?:html|xml|json|txt)$/u.test(name))) {
        expect(read(page).includes(title), `${file} in ${page}`).toBe(false);
      }
    }
  });
});

describe('feeds', () => {
  const feeds = files.filter((file) => file.endsWith('feed.xml'));

  test.each(feeds)('%s is Atom with what RFC 4287 requires', (feed) => {
    const xml = read(feed);
    expect(XMLValidator.validate(xml)).toBe(true);
    const parsed: unknown = new XMLParser({
      ignoreAttributes: false,
      isArray: (name) => name === 'entry',
    }).parse(xml);
    expect(parsed).toMatchObject({
      feed: {
        id: expect.stringMatching(/^https:\/\//u),
        title: expect.any(String),
        updated: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|\+08:00)$/u),
      },
    });
  });

  test('the newest story comes first, whole', () => {
    const xml = read('feed.xml');
    const dates = [...xml.matchAll(/<published>(.*?)<\/published>/gu)].map((match) => match[1] ?? '');
    expect(dates.length).toBeGreaterThan(20);
    expect(dates).toEqual(dates.toSorted().reverse());
    expect(xml).toContain('multidisciplinary cross-fertilization');
  });
});
