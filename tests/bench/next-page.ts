/** How long a reader waits for the next page: from the press on a link, on which the pointer rested, to its paint. */

import type { Browser } from 'playwright-core';

/** A reader's pointer rests on a headline before the press; browsers begin after 200 ms of it. */
const restMs = 1500;

export async function measureNextPage(browser: Browser, origin: string, url: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(origin + url);
    await page.waitForLoadState('networkidle');
    await page.locator('main .story-title a').first().hover();
    await page.waitForTimeout(restMs);
    await page.evaluate(() => {
      document.addEventListener('click', () => sessionStorage.setItem('pressed', String(Date.now())));
    });
    await page.mouse.down();
    await page.mouse.up();
    await page.waitForURL((address) => address.pathname !== url);
    return await page.evaluate(async () => {
      const paint = await new Promise<number>((resolve) =>
        new PerformanceObserver((list) => {
          const [first] = list.getEntriesByName('first-contentful-paint');
          if (first !== undefined) resolve(first.startTime);
        }).observe({ type: 'paint', buffered: true }),
      );
      return performance.timeOrigin + paint - Number(sessionStorage.getItem('pressed'));
    });
  } finally {
    await context.close();
  }
}
