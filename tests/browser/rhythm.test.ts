/** Distances in a text, as a browser shows them: they do not depend on what stands before. */

import { readdirSync } from 'node:fs';
import { afterAll, afterEach, expect, inject, test } from 'vitest';
import { startReader } from './reader.ts';

const reader = await startReader();
afterEach(reader.closePages);
afterAll(reader.close);

const before = [
  'prose',
  'figure figure-wide',
  'figure figure-full',
  'gallery',
  'note',
  'facts',
  'quote',
  'chart',
  'film',
];

/** Of what only some stories have. */
const site = inject('demoSite');
const parts = readdirSync(site, { recursive: true, encoding: 'utf8' })
  .filter((file) => /part-(?:chart|film)[^/]*\.css$/u.test(file))
  .map((file) => `/${file}`);

test.each([390, 1440, 2200])(
  'a heading is as far below a photo, a gallery, a box or a quote as below a paragraph, at %i px',
  async (widthPx) => {
    const { page } = await reader.open('/2024/01/ustb-puth-agreement/', { widthPx });
    expect(parts).toHaveLength(2);
    await page.evaluate(async (sheets) => {
      const loaded = sheets.map(
        (href) =>
          new Promise((resolve) => {
            const link = document.createElement('link');
            link.rel = 'stylesheet';
            link.addEventListener('load', resolve);
            link.href = href;
            document.head.append(link);
          }),
      );
      await Promise.all(loaded);
    }, parts);
    const distances = await page.evaluate((classes) => {
      const body = document.querySelector('.article > .body');
      if (body === null) throw new Error('The page has no body.');
      body.replaceChildren();
      const add = (parent: Element, tag: string, className: string) => {
        const element = parent.appendChild(document.createElement(tag));
        element.className = className;
        element.textContent = tag === 'div' ? '' : 'Words';
        return element;
      };
      return classes.map((className) => {
        const upper =
          className === 'prose' ? add(add(body, 'div', 'prose'), 'p', '') : add(body, 'section', className);
        const heading =
          className === 'prose'
            ? add(upper.parentElement ?? body, 'h2', '')
            : add(add(body, 'div', 'prose'), 'h2', '');
        return heading.getBoundingClientRect().top - upper.getBoundingClientRect().bottom;
      });
    }, before);
    const [paragraph = 0] = distances;
    expect(paragraph).toBeGreaterThan(20);
    for (const [index, distance] of distances.entries())
      expect(Math.abs(distance - paragraph), before[index]).toBeLessThan(1.5);
  },
);

test('a caption stands on the edge of the text or of its photo, and its credit on a line of its own', async () => {
  const { page } = await reader.open('/2025/03/lost-steel-archive/', { widthPx: 1440 });
  const edges = await page.evaluate(() => {
    const left = (element: Element | null) => element?.getBoundingClientRect().left ?? Number.NaN;
    const text = left(document.querySelector('.body > .prose'));
    return [...document.querySelectorAll('.body > .figure')].map((figure) => {
      const caption = figure.querySelector('.caption');
      const toText = Math.abs(left(caption) - text);
      const toPhoto = Math.abs(left(caption) - left(figure.querySelector('.figure-link')));
      const words = figure.querySelector('.caption-text')?.getBoundingClientRect();
      const credit = figure.querySelector('.caption-credit')?.getBoundingClientRect();
      return { off: Math.min(toText, toPhoto), isBelow: (credit?.top ?? 0) >= (words?.bottom ?? 0) - 1 };
    });
  });
  expect(edges.length).toBeGreaterThan(1);
  for (const { off, isBelow } of edges) {
    expect(off).toBeLessThan(1.5);
    expect(isBelow).toBe(true);
  }
});

test('on paper a title stays with the first photos of its gallery, and the menu is left out', async () => {
  const { page } = await reader.open('/2024/10/orchestra-by-train/', { widthPx: 700 });
  await page.emulateMedia({ media: 'print' });
  const printed = await page.evaluate(() => {
    const styleOf = (selector: string) => {
      const element = document.querySelector(selector);
      if (element === null) throw new Error(`There is no ${selector}.`);
      return getComputedStyle(element);
    };
    return [
      styleOf('.gallery-title').breakAfter,
      // A row of flexible boxes would be broken between the title and all of its photos.
      styleOf('.gallery-rows').display,
      styleOf('.masthead-strip').display,
    ];
  });
  await page.emulateMedia({ media: 'screen' });
  expect(printed).toEqual(['avoid', 'block', 'none']);
});

test('on paper the last photo of a band is seen below the number of those that are left out', async () => {
  const { page } = await reader.open('/', { widthPx: 700 });
  await page.emulateMedia({ media: 'print' });
  const [photo, more] = await page.evaluate(() =>
    ['.photo-story-photo:has(.photo-story-more)', '.photo-story-more'].map((selector) => {
      const box = document.querySelector(selector)?.getBoundingClientRect();
      return (box?.width ?? 0) * (box?.height ?? 0);
    }),
  );
  await page.emulateMedia({ media: 'screen' });
  expect(more).toBeGreaterThan(0);
  expect(more).toBeLessThan((photo ?? 0) / 4);
});
