/** What a page carries, and where it leads, by what there is to show. */

import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { bundleAssets } from '../../src/build/assets/bundle-assets.ts';
import { loadContent } from '../../src/content/load-content.ts';
import type { Photo } from '../../src/photos/photo.ts';
import { DEFAULT_RECIPE } from '../../src/photos/recipe.ts';
import { assembleSite } from '../../src/site/assemble-site.ts';
import { renderRoute } from '../../templates/page-template.ts';
import { routesByUrl } from '../../templates/pages/site-routes.ts';
import { siteYaml, story, temporaryContent } from '../builds/temporary-content.ts';

const written = (date: string) =>
  `title: A story of ${date}\ndate: ${date}\ntopics: [Research]\ncredits: {draft: [YANG Lindi, LI Hua]}`;
const illustrated = (layout: string) => `${written('2026-04-01')}\nlayout: ${layout}`;
const photoNames = ['1.jpg', '2.jpg', '3.jpg'] as const;
const temporary = await temporaryContent({
  'site.yaml': siteYaml,
  'articles/2022/a/index.md': story(written('2022-03-01'), 'Words.'),
  'articles/2024/b/index.md': story(written('2024-03-01'), 'Words.'),
  'articles/2026/c/index.md': story(written('2026-03-01'), 'Words.'),
  'articles/2026/d/index.md': story(illustrated('cover'), 'Words.\n\n![A field](2.jpg "A field")'),
  'articles/2026/e/index.md': story(illustrated('full-bleed'), 'Words.\n\n![A field](2.jpg "A field")'),
  'articles/2026/d/2.jpg': new Uint8Array([1]),
  'articles/2026/e/2.jpg': new Uint8Array([1]),
  'people/yang-lindi.md': story('name: YANG Lindi', 'Writes.'),
  'people/li-hua.md': story(
    'name: LI Hua',
    'Photographs.\n\n![A face](1.jpg)\n\n![A field](2.jpg "A field")\n![A hall](3.jpg "A hall")\n\n::: quote "LI Hua"\nLook.\n:::',
  ),
  ...Object.fromEntries(photoNames.map((name) => [`people/${name}`, new Uint8Array([1])])),
});
afterAll(temporary.remove);

const { content } = await loadContent({
  contentFolder: path.join(temporary.folder, 'content'),
  displayFolder: 'content',
});
if (content === undefined) throw new Error('The content cannot be read.');
const photoFiles = [
  ...photoNames.map((name) => `people/${name}`),
  'articles/2026/d/2.jpg',
  'articles/2026/e/2.jpg',
];
const photos = new Map(
  photoFiles.map((file, index): [string, Photo] => {
    const [widthPx, heightPx] = index === 0 ? [900, 1200] : [1200, 800];
    const rendition = { format: 'jpeg', widthPx, heightPx, path: `photos/${index}.jpg` } as const;
    return [file, { file, hash: String(index), widthPx, heightPx, metadata: {}, renditions: [rendition] }];
  }),
);
const { site } = assembleSite(content, {
  photos,
  recipe: DEFAULT_RECIPE,
  cardFace: 'face',
  nowMs: Date.parse('2026-11-24'),
  displayFolder: 'content',
  includeHidden: false,
});
const assets = await bundleAssets(path.join(import.meta.dirname, '../../assets'), '/');
const routes = routesByUrl(site);

function render(url: string): string {
  const route = routes.get(url);
  if (route === undefined)
    throw new Error(`There is no page ${url}. There are: ${[...routes.keys()].join(' ')}`);
  return renderRoute(route, site.frame, assets);
}

describe('the page of a person', () => {
  const sheet = assets.sheetUrls['part-body'] ?? 'none';

  test('with a gallery and a quote carries their styles', () => {
    const html = render('/people/li-hua/');
    expect(html).toContain(`href="${sheet}"`);
    expect(html).toContain('class="gallery"');
    expect(html).toContain('class="quote"');
  });

  test('with words alone carries no sheet more than a list', () => {
    expect(render('/people/yang-lindi/')).not.toContain(sheet);
  });
});

describe('a story', () => {
  const sheet = assets.sheetUrls['part-cover'] ?? 'none';

  test('with its headline on the photo has its words together, and the sheet for it', () => {
    const html = render('/2026/04/d/');
    expect(html).toContain(`href="${sheet}"`);
    expect(html).toMatch(
      /opening-cover.*<div class="cover-words">.*<h1 class="article-title">.*article-facts/su,
    );
  });

  test('with its headline below the photo carries nothing of that', () => {
    const html = render('/2026/04/e/');
    expect(html).toContain('opening-full-bleed');
    expect(html).not.toContain(sheet);
    expect(html).not.toContain('cover');
  });
});

describe('the archive', () => {
  const steps = (url: string) =>
    [...render(url).matchAll(/<a rel="(prev|next)" href="([^"]*)"/gu)].map((match) => match.slice(1, 3));

  test('leads from a year to the years with stories after and before it, over those without', () => {
    expect(steps('/archive/2024/')).toEqual([
      ['prev', '/archive/2026/'],
      ['next', '/archive/2022/'],
    ]);
    expect(steps('/archive/2026/')).toEqual([['next', '/archive/2024/']]);
  });

  test('leads from a month to the months after and before it', () => {
    expect(steps('/archive/2024/03/')).toEqual([
      ['prev', '/archive/2026/03/'],
      ['next', '/archive/2022/03/'],
    ]);
  });
});
