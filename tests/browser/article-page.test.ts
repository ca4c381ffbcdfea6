/** The page of the first story, as a browser shows it. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { root } from '../site/run-news.ts';
import { startReader } from './reader.ts';

const reader = await startReader();
afterEach(reader.closePages);
afterAll(reader.close);

const url = '/2024/01/ustb-puth-agreement/';
const seed = readFileSync(path.join(root, 'tests/fixtures/seed/ustb-puth-agreement.txt'), 'utf8');

/** Each line of the page that the story was taken from, without the names of its photos. */
const seedLines = seed
  .split('\n')
  .map((line) => line.replace(/^\d\.jpg|^\s*•/u, '').trim())
  .filter((line) => line !== '');

const fold = (text: string) => text.replace(/\s+/gu, ' ').trim();

describe('the page of the first story', () => {
  test('shows the text of its source in order: tagline, headline, paragraphs and captions', async () => {
    const { page, troubles } = await reader.open(url);
    const seen = fold(await page.locator('body').innerText());
    const headline = seedLines.findIndex((line) => line.startsWith('USTB Signed'));
    const credits = seedLines.findIndex((line) => line.startsWith('Draft'));
    const tagline = seedLines.slice(0, headline).join(' ');
    let from = 0;
    for (const line of [tagline, ...seedLines.slice(headline, credits)]) {
      const place = seen.indexOf(line, from);
      expect(place, line).toBeGreaterThanOrEqual(from);
      from = place + line.length;
    }
    expect(troubles).toEqual([]);
  });
});
