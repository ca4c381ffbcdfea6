/** Passing an article on. */

import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { startReader } from './reader.ts';

const reader = await startReader();
afterEach(reader.closePages);
afterAll(reader.close);

const url = '/2024/01/ustb-puth-agreement/';
const address = `https://news.example.edu${url}`;

describe('below an article', () => {
  test('its address and its citation are copied, and the reader is told', async () => {
    const { page, troubles } = await reader.open(url);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: reader.origin });
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.locator('.share-status').filter({ hasText: 'Copied' }).waitFor();
    expect(await clipboard()).toBe(address);
    await page.getByText('Cite this story').click();
    await page.getByRole('button', { name: 'Copy citation' }).click();
    await expect
      .poll(clipboard)
      .toBe(
        `YANG Lindi. “USTB Signed Strategic Cooperation Agreement with Peking University Third Hospital.” USTB News, January 2, 2024. ${address}`,
      );
    expect(troubles).toEqual([]);
  });

  test('mails carry the headline and the address, to anybody or to whom an error is told', async () => {
    const { page } = await reader.open(url, { hasScript: false });
    const mail = async (name: string) => {
      const href = await page.getByRole('link', { name }).getAttribute('href');
      return decodeURIComponent(href ?? '');
    };
    expect(await mail('Send by e-mail')).toMatch(/^mailto:\?subject=USTB Signed .+&body=https:/u);
    expect(await mail('Report an error')).toMatch(
      /^mailto:news@example\.edu\?subject=Error in “USTB Signed/u,
    );
    expect(await page.getByRole('button', { name: 'Copy link' }).isVisible()).toBe(false);
  });
});

describe('the language switch', () => {
  test('leads to the same story where it is translated', async () => {
    const { page } = await reader.open('/2025/05/bamboo-bicycle-workshop/');
    const link = page.locator('.languages a');
    expect(await page.locator('.languages-note').count()).toBe(0);
    await link.click();
    await page.waitForURL('**/zh/2025/05/bamboo-bicycle-workshop/');
    expect(await page.locator('link[hreflang=x-default]').getAttribute('href')).toBe(
      'https://news.example.edu/2025/05/bamboo-bicycle-workshop/',
    );
  });

  test('says that it leads to the home page where it is not', async () => {
    const { page } = await reader.open(url);
    expect(await page.locator('.languages').innerText()).toContain('(home page)');
    await page.locator('.languages a').click();
    await page.waitForURL('**/zh/');
    expect(await page.locator('.languages-note').count()).toBe(0);
  });
});
