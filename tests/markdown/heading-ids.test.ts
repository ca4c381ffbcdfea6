import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { HeadingIds, isPageId } from '../../src/markdown/heading-ids.ts';

test('equal headings are counted, and no count takes the id of another heading', () => {
  const ids = new HeadingIds();
  const texts = ['Prices', 'Prices', 'Prices 2', 'Prices', 'Prices 2', 'PRICES!'];
  const given = texts.map((text) => ids.assign(text));
  expect(given).toEqual(['prices', 'prices-2', 'prices-2-2', 'prices-3', 'prices-2-3', 'prices-4']);
  expect(new Set(given).size).toBe(texts.length);
});

test.each(['Photo 1', 'Main', 'Share title', 'Footnote 1', 'Footnote ref 1-2', 'Role Draft', 'Year 2024'])(
  'a heading "%s" does not take the id that the page has',
  (text) => {
    const id = new HeadingIds().assign(text);
    expect(id).toMatch(/^section-/u);
    expect(isPageId(id)).toBe(false);
  },
);

test('every id that a template writes is kept from headings', () => {
  const templates = path.resolve(import.meta.dirname, '../../templates');
  const sources = readdirSync(templates, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => readFileSync(path.join(templates, file), 'utf8'));
  const fixed = sources.flatMap((source) =>
    [...source.matchAll(/\bid="([^"]+)"/gu)].map(([, id = '']) => id),
  );
  expect(fixed.length).toBeGreaterThan(10);
  expect(fixed.filter((id) => !isPageId(id))).toEqual([]);
  // Ids that are made: topic-… stands on the home page alone, which holds no text.
  const made = sources.flatMap((source) =>
    [...source.matchAll(/\bid=\{`([^`$]+)\$/gu)].map(([, start = '']) => start),
  );
  expect(made.filter((start) => !isPageId(`${start}1`) && start !== 'topic-')).toEqual([]);
});
