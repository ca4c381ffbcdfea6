/** The page of all components, from the demonstration content. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundleAssets } from '../../src/build/assets/bundle-assets.ts';
import { loadContent } from '../../src/content/load-content.ts';
import { figuresOf } from '../../src/markdown/figures-of.ts';
import type { Photo } from '../../src/photos/photo.ts';
import { DEFAULT_RECIPE } from '../../src/photos/recipe.ts';
import { assembleSite } from '../../src/site/assemble-site.ts';
import { renderRoute } from '../../templates/page-template.ts';
import { pageKeys } from '../../templates/pages/page-keys.ts';
import { routesByUrl } from '../../templates/pages/site-routes.ts';
import { newsroomFolder } from '../fixtures/newsroom-folder.ts';

const root = path.resolve(import.meta.dirname, '../..');
const assets = await bundleAssets(path.join(root, 'assets'), '/');
const { content } = await loadContent({
  contentFolder: newsroomFolder,
  displayFolder: 'content',
});
if (content === undefined) throw new Error('The demonstration content cannot be read.');

/** Every photo that is named, as if it had been measured: upright one time in four. */
const photos = new Map(
  content.articles
    .flatMap(({ body }) => figuresOf(body.blocks).filter(({ media }) => media === 'photo'))
    .map(({ file }, index): [string, Photo] => {
      const [widthPx, heightPx] = index % 4 === 0 ? [900, 1200] : [1200, 800];
      const rendition = { format: 'jpeg', widthPx, heightPx, path: `photos/${index}.jpg` } as const;
      const hash = String(index);
      return [file, { file, hash, widthPx, heightPx, metadata: {}, renditions: [rendition] }];
    }),
);
const options = {
  photos,
  recipe: DEFAULT_RECIPE,
  cardFace: 'face',
  nowMs: Date.parse('2026-11-24'),
  displayFolder: 'content',
};
const preview = assembleSite(content, { ...options, includeHidden: true }).site;
const published = assembleSite(content, { ...options, includeHidden: false }).site;
const routes = routesByUrl(preview);

const render = (url: string): string => {
  const route = routes.get(url);
  if (route === undefined) throw new Error(`There is no page ${url}.`);
  return renderRoute(route, preview.frame, assets);
};

/** Classes of the style sheets of components. What styles the frame of one kind of page is seen on that page. */
const componentClasses = [
  'article',
  'article-foot',
  'beside',
  'boxes',
  'figure',
  'footer',
  'gallery',
  'page-head',
  'photo-story',
  'prose',
  'section-title',
  'share',
  'story',
  'columns',
  'picture-rows',
  'most-read',
  'home',
].map((name) => {
  const css = readFileSync(path.join(root, `assets/styles/components/${name}.css`), 'utf8');
  return {
    name,
    classes: [...new Set([...css.matchAll(/^\.([a-z][\w-]*)/gmu)].map((match) => match[1] ?? ''))],
  };
});

describe('templates/', () => {
  test('is in the preview, in every language and from right to left, and never published', () => {
    expect([...routes.keys()].filter((url) => url.includes('/templates/'))).toEqual([
      '/templates/',
      '/templates/rtl/',
      '/zh/templates/',
    ]);
    expect([...routesByUrl(published).keys()].filter((url) => url.includes('/templates/'))).toEqual([]);
    expect(render('/templates/rtl/')).toMatch(/<html[^>]* dir="rtl"/u);
  });

  test('gives captions that run against their page a direction of their own, and only those', () => {
    expect(render('/templates/rtl/')).toMatch(/<span class="caption-text" dir="ltr">/u);
    expect(render('/templates/')).not.toMatch(/<span class="caption-text" dir=/u);
  });

  test('calls the telephone of a contact', () => {
    expect(render('/templates/')).toContain('<a href="tel:+861062330000">');
  });

  test.each(componentClasses)('shows everything of $name', ({ classes }) => {
    const html = render('/templates/');
    const shown = new Set(
      [...html.matchAll(/class="([^"]*)"/gu)].flatMap(([, list = '']) => list.split(/\s+/u)),
    );
    // Not every ratio has a photo in the demonstration.
    const missing = classes.filter((name) => !shown.has(name) && !/^ratio-\d+$/u.test(name));
    expect(missing).toEqual([]);
  });
});

describe('the digest of a page', () => {
  const [first] = [...routes.values()];
  if (first === undefined) throw new Error('The site has no page.');
  const key = pageKeys(preview.frame, assets, 'v1')(first);

  test.each(['sheetUrls', 'inlineScripts', 'scriptUrls', 'fontUrls', 'pngIcons'] as const)(
    'changes with its %s',
    (part) => {
      expect(pageKeys(preview.frame, { ...assets, [part]: {} }, 'v1')(first)).not.toBe(key);
    },
  );
});
