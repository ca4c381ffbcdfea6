/** A film that lies elsewhere, on a site that a real nginx sends with its headers: what is loaded, and when. */

import type { Page } from 'playwright-core';
import { afterAll, afterEach, expect, inject, test } from 'vitest';
import { serveByNginx } from '../publish/nginx.ts';
import { startReader } from './reader.ts';

const reader = await startReader(inject('demoSite'), serveByNginx);
afterEach(reader.closePages);
afterAll(reader.close);

const url = '/2024/06/robot-league-final/';
const title = 'The final in two minutes';
const watch = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ';

/** The host of the film, without a network; it asks for nothing that a page may not give. */
async function standIn(page: Page): Promise<string[]> {
  const asked: string[] = [];
  await page.route(/^https:/u, (route) => {
    asked.push(route.request().url());
    return route.fulfill({ contentType: 'text/html', body: '<title>Player</title><p>playing</p>' });
  });
  return asked;
}

test('nothing of the host is loaded before the reader plays the film, and then its player alone', async () => {
  const { page, troubles } = await reader.open(url);
  const asked = await standIn(page);
  const film = page.locator('.film');
  await film.scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  expect([asked, troubles]).toEqual([[], []]);
  expect(await film.innerText()).toContain('YouTube (Google) then learns your address');
  await page.getByRole('button', { name: title }).press(' ');
  const player = page.frameLocator('.film iframe');
  expect(await player.getByText('playing').innerText()).toBe('playing');
  expect(asked).toEqual(['https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1']);
  const frame = page.locator('.film iframe');
  expect(await frame.getAttribute('title')).toBe(title);
  expect(await frame.getAttribute('sandbox')).not.toContain('allow-top-navigation');
  expect(await frame.evaluate((element) => element === document.activeElement)).toBe(true);
  // Where the player fails, the film's own page is still a step away.
  expect(await film.getByRole('link', { name: 'Watch at YouTube' }).getAttribute('href')).toBe(watch);
});

test('without a script the picture is a link to the film', async () => {
  const { page } = await reader.open(url, { hasScript: false });
  const link = page.getByRole('link', { name: `Play film: ${title}` });
  expect(await link.getAttribute('href')).toBe(watch);
});

test('where a host sends the strict headers nevertheless, the film opens on its own page', async () => {
  const { page } = await reader.open('/');
  await standIn(page);
  await page.route(`**${url}`, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), 'content-security-policy': "frame-src 'none'" };
    await route.fulfill({ response, headers });
  });
  await page.goto(reader.origin + url);
  await page.getByRole('button', { name: title }).click();
  await page.waitForURL(watch);
});
