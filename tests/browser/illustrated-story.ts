/** A story as an editor begins it: a headline, a text, and six photos dropped into it, with all that is said of them. */

import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { photo } from '../builds/temporary-content.ts';
import { dropFiles } from './drop-files.ts';

/** The text of a story in the editor. */
export const text = (page: Page) => page.locator('.cm-content');

export const tab = (page: Page, name: string) => page.locator(`[data-tab="${name}"]`).click();

export const droppedNames = [
  'IMG_0001.JPG',
  'River View.jpg',
  'lorry.jpg',
  'four.jpg',
  'five.jpg',
  'six.jpg',
] as const;

/** Leaves the editor at the sheet of photos. */
export async function beginIllustratedStory(page: Page): Promise<void> {
  await page.getByText('New story').click();
  await page.getByLabel('Headline').fill('A Bridge of Bamboo');
  await page.getByLabel('Day').fill('2024-06-03');
  // Who clicks twice has one story.
  await page.getByRole('button', { name: 'Begin' }).evaluate((button) => {
    if (!(button instanceof HTMLElement)) return;
    button.click();
    button.click();
  });
  await text(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('Students have built a bridge. It carries a lorry.');
  const files = await Promise.all(
    droppedNames.map(async (name, index) => ({ name, bytes: await photo(800 + index) })),
  );
  await dropFiles(text(page), files);
  await expect.poll(() => text(page).innerText()).toContain('six.jpg');
  await tab(page, 'photos');
  await expect.poll(() => page.locator('.photos li').count()).toBe(6);
  for (const key of ['Description', 'Caption', 'Credit'])
    for (const [index] of droppedNames.entries()) {
      const control = page.locator('.photos li').nth(index).getByLabel(key);
      await control.fill(key === 'Credit' ? 'LI Hua' : `${key} number ${index + 1}`);
      await control.blur();
    }
}
