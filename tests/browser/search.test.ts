/** The search page of the demonstration site, as a reader uses it. */

import type { Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { startReader } from './reader.ts';

const reader = await startReader();
afterEach(reader.closePages);
afterAll(reader.close);

const titles = (page: Page) => page.locator('.search-results .story-title').allInnerTexts();
const status = (page: Page) => page.locator('.search-status');
const agreement = 'USTB Signed Strategic Cooperation Agreement with Peking University Third Hospital';

describe('the search page', () => {
  test('finds what is typed in any of its forms, marks it, and keeps it in the address', async () => {
    const { page, troubles } = await reader.open('/search/');
    await page.keyboard.type('signing the agreements');
    await status(page).filter({ hasText: '1 article' }).waitFor();
    expect((await titles(page))[0]).toBe(agreement);
    // Those with some of the words stand below a line that says so.
    expect(await page.locator('.search-results li').nth(1).innerText()).toContain('some of these words');
    expect(
      await page.locator('.search-results li').first().locator('.story-title mark').allInnerTexts(),
    ).toEqual(['Signed', 'Agreement']);
    expect(await page.locator('.search-results img').first().getAttribute('src')).toMatch(
      /^\/photos\/.+\.webp$/u,
    );
    expect(new URL(page.url()).search).toBe('?q=signing+the+agreements');
    expect(troubles).toEqual([]);
  });

  test('fetches nothing of its index before it is used', async () => {
    const { page } = await reader.open('/');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${reader.origin}/about/`);
    expect(asked.filter((url) => url.includes('/search/') || url.includes('search-'))).toEqual([]);
  });

  test('finds a word while it is typed, by its beginning', async () => {
    const { page } = await reader.open('/search/?q=univers');
    await page.locator('.search-results li').first().waitFor();
    const whole = await reader.open('/search/?q=university+');
    await whole.page.locator('.search-results li').first().waitFor();
    expect((await titles(page)).length).toBe((await titles(whole.page)).length);
  });

  test('finds Chinese by words and by single characters', async () => {
    const { page, troubles } = await reader.open('/zh/search/?q=自行车');
    await status(page).filter({ hasText: '2' }).waitFor();
    expect((await titles(page))[0]).toContain('自行车');
    expect(await page.locator('.search-results mark').first().innerText()).toBe('自行车');
    await page.locator('.search-words').fill('艇');
    await status(page).filter({ hasText: '1' }).waitFor();
    expect(await titles(page)).toEqual(['清晨五点半，湖面上的八个人']);
    expect(troubles).toEqual([]);
  });

  test('looks into all languages, or another one, when asked to', async () => {
    const { page } = await reader.open('/search/?q=自行车&lang=all');
    await page.locator('.search-results li').first().waitFor();
    expect(await page.locator('.search-results li').first().getAttribute('lang')).toBe('zh');
  });

  test('filters by topic, year and person, and lists what is left without words', async () => {
    const { page, troubles } = await reader.open('/search/');
    await page.locator('select[name=topic] option[value=research]').waitFor({ state: 'attached' });
    await page.locator('select[name=topic]').selectOption('research');
    await page.locator('select[name=year]').selectOption('2024');
    await status(page).filter({ hasText: '4 articles' }).waitFor();
    await page.locator('select[name=person]').selectOption('amara-okafor');
    await status(page).filter({ hasText: '1 article' }).waitFor();
    expect(await titles(page)).toEqual(['A Fossil Goes Home in Hand Luggage']);
    expect(new URL(page.url()).search).toBe('?topic=research&year=2024&person=amara-okafor');
    expect(troubles).toEqual([]);
  });

  test('shows where the words stand in an article whose headline lacks them', async () => {
    const { page } = await reader.open('/search/?q=multidisciplinary');
    await page.locator('.search-results .story-summary mark').waitFor();
    expect(await page.locator('.search-results .story-summary mark').innerText()).toBe('multidisciplinary');
  });

  test('shows a caption without the name of its photographer', async () => {
    const { page } = await reader.open('/search/?q=reckoned');
    const mark = page.locator('.search-results .story-summary:has(mark)');
    await mark.waitFor();
    expect(await mark.innerText()).toMatch(/reckoned/u);
    expect(await mark.innerText()).not.toMatch(/Photo/u);
  });

  test('says that nothing has all words, and that nothing was found', async () => {
    const { page } = await reader.open('/search/?q=students+zebra');
    await status(page).filter({ hasText: 'No article has all of these words' }).waitFor();
    await page.locator('.search-words').fill('zebra');
    await status(page).filter({ hasText: 'Nothing was found' }).waitFor();
    expect(await page.locator('.search-heading').innerText()).toBe('The latest instead:');
    // Five stories, then the lists of all.
    expect(await titles(page)).toHaveLength(7);
    expect((await titles(page)).slice(-2).toSorted()).toEqual(['Archive', 'Topics']);
  });

  test.each([
    ['where is the library open at night', 'The Library Will Stay Open All Night'],
    ['furnase', 'The Furnace Keeper'],
    ['telescop night', 'Two Hundred People, One Hill and the Rings of Saturn'],
    ['October 2024', 'Ninety Musicians, Six Towns and One Missing Timpani'],
    ['2024-01-02', agreement],
    ['"the map goes home"', 'Three Seasons on the Qingshui, Part 3: The Map Goes Home'],
    ['yang lindi', 'YANG Lindi'],
    ['contact', 'Contact'],
    ['privacy policy', 'Privacy'],
    ['cookies', 'Privacy'],
    ['photographer', 'QIAO Muyun'],
    ['qiao mu yun', 'QIAO Muyun'],
    ['exibition', 'An Exhibition Written in Iron'],
    ['foot bridge', 'A Footbridge With Sixty Ears'],
    ['1/2/2024', agreement],
  ])('answers “%s” as it is meant', async (query, first) => {
    const { page, troubles } = await reader.open(`/search/?q=${encodeURIComponent(query)}+`);
    await page.locator('.search-results .story-title').first().waitFor();
    expect((await titles(page))[0]).toContain(first);
    expect(troubles).toEqual([]);
  });

  test('says which word it took for a misspelt one', async () => {
    const { page } = await reader.open('/search/?q=furnase+');
    await status(page).filter({ hasText: 'Nothing has “furnase”. These have “Furnace”:' }).waitFor();
  });

  test('finds simplified Chinese by traditional characters', async () => {
    const { page, troubles } = await reader.open('/zh/search/?q=自行車');
    await page.locator('.search-results .story-title').first().waitFor();
    expect((await titles(page))[0]).toContain('自行车');
    expect(troubles).toEqual([]);
  });

  test('finds Chinese by a question whose words stand apart, and topics without articles', async () => {
    const { page, troubles } = await reader.open('/zh/search/?q=怎么参加赛艇队');
    await page.locator('.search-results .story-title').first().waitFor();
    expect((await titles(page))[0]).toBe('清晨五点半，湖面上的八个人');
    await page.locator('.search-words').fill('科学研究');
    await page.locator('.search-results .search-entry').first().waitFor();
    expect((await titles(page))[0]).toBe('科学研究');
    expect(troubles).toEqual([]);
  });

  test('looks into other languages where its own has nothing', async () => {
    const { page } = await reader.open('/search/?q=自行车');
    await status(page).filter({ hasText: 'In others' }).waitFor();
    expect(await page.locator('.search-results li').first().getAttribute('lang')).toBe('zh');
  });

  test('finds nothing of a story that is not due', async () => {
    const { page } = await reader.open('/search/?q=winter+lectures+rust');
    await status(page).filter({ hasText: /./u }).waitFor();
    expect((await titles(page)).join()).not.toContain('Winter Lectures');
  });

  test('is reached by a key from every page, and walked by the arrow keys', async () => {
    const { page, troubles } = await reader.open('/about/');
    await page.keyboard.press('/');
    await page.waitForURL('**/search/');
    await page.locator('.search-words:focus').waitFor();
    await page.keyboard.type('river');
    await page.locator('.search-results li').nth(1).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const links = page.locator('.search-results .story-title a');
    const isFocused = (place: number) => links.nth(place).evaluate((link) => link === document.activeElement);
    expect(await isFocused(1)).toBe(true);
    await page.keyboard.press('ArrowUp');
    expect(await isFocused(0)).toBe(true);
    await page.keyboard.press('Enter');
    await page.locator('.article-title').waitFor();
    expect(troubles).toEqual([]);
  });

  test('says so when its index cannot be fetched', async () => {
    const { page } = await reader.open('/about/');
    await page.route('**/search/index.json', (request) => request.abort());
    await page.goto(`${reader.origin}/search/?q=river`);
    await status(page).filter({ hasText: 'could not be loaded' }).waitFor();
  });

  test('leads to topics, people and the archive without JavaScript', async () => {
    const { page } = await reader.open('/search/', { hasScript: false });
    expect(await page.locator('main').innerText()).toContain('needs JavaScript');
    expect(await page.locator('main noscript a, main li a').count()).toBeGreaterThanOrEqual(3);
    expect(await page.locator('.search-form').isVisible()).toBe(false);
  });
});
