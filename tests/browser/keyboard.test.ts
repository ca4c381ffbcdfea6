/** A reader without a mouse: everything that can be reached by a press of the pointer can be reached by keys. */

import type { Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { startReader } from './reader.ts';

const reader = await startReader();
afterEach(reader.closePages);
afterAll(reader.close);

interface Focused {
  readonly text: string;
  readonly href: string | null;
  readonly isVisible: boolean;
}

function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const { width, height } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const mark = [style, getComputedStyle(element, '::after')].some(
      ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
    );
    return {
      text: (element.getAttribute('aria-label') ?? element.textContent ?? '').trim(),
      href: element.getAttribute('href'),
      isVisible: width > 0 && height > 0 && mark,
    };
  });
}

/** Presses Tab until the focus is on what is looked for. Fails when it never comes. */
async function tabTo(page: Page, isWanted: (focus: Focused) => boolean, limit = 60): Promise<Focused> {
  for (let presses = 0; presses < limit; presses += 1) {
    await page.keyboard.press('Tab');
    const focus = await focused(page);
    expect(focus.isVisible, `the focus on "${focus.text}" is seen`).toBe(true);
    if (isWanted(focus)) return focus;
  }
  throw new Error(`After ${limit} presses of Tab the focus was never there.`);
}

describe('by keyboard alone', () => {
  test('the first press offers to skip to the content, and does', async () => {
    const { page } = await reader.open('/');
    await page.keyboard.press('Tab');
    expect((await focused(page)).text).toBe('Skip to content');
    await page.keyboard.press('Enter');
    await tabTo(page, ({ href }) => href !== null, 1);
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });

  test('from the home page to a topic, to a story, and back home', async () => {
    const { page } = await reader.open('/');
    await tabTo(page, ({ href }) => href === '/topics/art/');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/topics/art/');
    const story = await tabTo(page, ({ href }) => href !== null && /^\/\d{4}\/\d{2}\//u.test(href));
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${story.href}`);
    await tabTo(page, ({ href }) => href === '/');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${reader.origin}/`);
  });

  test('to the same story in Chinese', async () => {
    const { page } = await reader.open('/2025/05/bamboo-bicycle-workshop/');
    await tabTo(page, ({ text }) => text === '中文');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/zh/2025/05/bamboo-bicycle-workshop/');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh');
  });

  test('from light to dark, which the next page remembers', async () => {
    const { page } = await reader.open('/');
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await background();
    await tabTo(page, ({ text }) => text.includes('Dark'));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const dark = await background();
    expect(dark).not.toBe(light);
    await page.goto(`${reader.origin}/topics/`);
    expect(await background()).toBe(dark);
  });

  test('to a photo of a gallery, through the viewer, and back to its place', async () => {
    const { page } = await reader.open('/2025/12/twelve-months-twelve-pictures/');
    const photo = await tabTo(page, ({ text }) => text.startsWith('Open photo'));
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog[open]');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog[open]', { state: 'detached' }).catch(() => undefined);
    expect(await page.locator('dialog[open]').count()).toBe(0);
    expect((await focused(page)).text).toContain(photo.text.slice(0, 10));
  });
});
