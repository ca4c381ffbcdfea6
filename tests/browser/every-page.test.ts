/**
 * Every kind of page works without a fault at every width, and what readers open most without scripts too: published, and
 * sent by a real nginx with the headers and the policy that the site asks for.
 */

import { afterAll, afterEach, expect, inject, test } from 'vitest';
import { serveByNginx } from '../publish/nginx.ts';
import { kindsOfPages } from './kinds-of-pages.ts';
import { startReader } from './reader.ts';

const reader = await startReader(inject('demoSite'), serveByNginx);
afterEach(reader.closePages);
afterAll(reader.close);

test.each(kindsOfPages(inject('demoSite')))(
  '%s never scrolls sideways and has no fault, no error and no request elsewhere',
  async (url) => {
    const { page, troubles } = await reader.open(url, { widthPx: 390, heightPx: 844 });
    for (const width of [390, 820, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const overhang = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overhang, `${width} px`).toBeLessThanOrEqual(0);
    }
    // Photos further down are loaded now, and their faults are seen.
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await page.waitForLoadState('networkidle');
    expect(troubles).toEqual([]);
  },
);

test('an address that leads nowhere is answered in the face of the site, with a way on', async () => {
  const { page } = await reader.open('/nothing/here/');
  expect(await page.title()).toContain('USTB News');
  expect(await page.locator('main a:visible').count()).toBeGreaterThan(0);
});

test.each(['/', '/2024/01/ustb-puth-agreement/', '/2025/03/lost-steel-archive/', '/topics/research/'])(
  '%s without scripts shows the same words, and leads on',
  async (url) => {
    const withScript = await reader.open(url);
    const without = await reader.open(url, { hasScript: false });
    // Buttons that only a script can serve are left out of this.
    const wordsOf = (visit: typeof withScript) =>
      visit.page.locator('main :is(h1, h2, h3, dl, time, figcaption, blockquote, .prose)').allInnerTexts();
    expect((await wordsOf(without)).length).toBeGreaterThan(8);
    expect(await wordsOf(without)).toEqual(await wordsOf(withScript));
    expect(await without.page.locator('.masthead-topics a:visible').count()).toBeGreaterThan(0);
    expect(without.troubles).toEqual([]);
  },
);
