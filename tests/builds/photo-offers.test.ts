/** What site.yaml and front matter say about photos, as readers see it. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runNewsHere } from './generator.ts';
import { textOf } from './read-html.ts';
import { photo, siteYaml, story, type TemporaryContent, temporaryContent } from './temporary-content.ts';

let content: TemporaryContent;
let site: string;
const read = (file: string) => readFileSync(path.join(site, file), 'utf8');

beforeAll(async () => {
  const yaml = siteYaml.replace('formats: [webp, jpeg]', 'formats: [webp, jpeg], numbered: true');
  const frontMatter = (title: string, more = '') =>
    `title: ${title}\ndate: 2024-05-06\ntopics: [Research]\ncredits: {draft: YANG Lindi}${more}`;
  const photos = '\nimage: lead.jpg\nphotos: {lead.jpg: {caption: Above *all*, alt: A grey field}}';
  content = await temporaryContent({
    'site.yaml': `${yaml}pressKit: {enabled: true, terms: {en: Name the photographer.}}\n`,
    'articles/2024/fair/index.md': story(
      frontMatter('The fair', photos),
      'Text.\n\n![A blue field](1.jpg "The field"){credit="LI Hua"}',
    ),
    'articles/2024/fair/1.jpg': await photo(),
    'articles/2024/fair/lead.jpg': await photo(800, 500),
    'articles/2024/secret/index.md': story(
      frontMatter('The secret', '\ndraft: true'),
      '![A hidden thing](2.jpg "Hidden")',
    ),
    'articles/2024/secret/2.jpg': await photo(700, 500),
  });
  site = path.join(content.folder, '_site');
  const { code, stderr } = await runNewsHere(['build', '--content', 'content', '--output', site], {
    cwd: content.folder,
  });
  if (code !== 0) throw new Error(stderr);
});

afterAll(() => content.remove());

test('a lead photo that has no place in the text stands above it, with its caption', () => {
  const html = read('2024/05/fair/index.html');
  expect(html.indexOf('id="photo-0"')).toBeGreaterThan(0);
  expect(html.indexOf('id="photo-0"')).toBeLessThan(html.indexOf('<p>Text.'));
  expect(html).toContain('Above <em>all</em>');
});

test('captions begin with the number of their photo where site.yaml says so', () => {
  expect(textOf(read('2024/05/fair/index.html'))).toContain('Photo 1. The field');
  expect(textOf(read('photos/index.html'))).not.toContain('Photo 1.');
});

test('the press kit is offered with its size, and is the only one', () => {
  const kits = readdirSync(path.join(site, 'photos')).filter((file) => file.endsWith('.zip'));
  expect(kits).toHaveLength(1);
  const html = read('2024/05/fair/index.html');
  expect(html).toMatch(new RegExp(`href="/photos/${kits[0]}" download="fair-press-kit.zip"`, 'u'));
  expect(textOf(html)).toMatch(/2 photos in full size with captions \(ZIP, [\d.]+ MB\)/u);
});

test('nothing of a story that is not published is among the photos', () => {
  const pages = readdirSync(path.join(site, 'photos'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.html'),
  );
  expect(pages.length).toBeGreaterThan(2);
  expect(pages.filter((page) => /The secret|A hidden thing/u.test(read(path.join('photos', page))))).toEqual(
    [],
  );
});
