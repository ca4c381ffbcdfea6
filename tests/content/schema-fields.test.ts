import { expect, test } from 'vitest';
import { articleSchema } from '../../src/content/article.ts';
import { exampleAt, keysAt } from '../../src/content/schema-fields.ts';
import { siteConfigSchema } from '../../src/content/site-config.ts';
import { testConfig } from './report-on.ts';

const schema = articleSchema(testConfig);

test('the keys of every block follow from the schema', () => {
  expect(keysAt(schema, [])).toContain('embargoUntil');
  expect(keysAt(schema, ['photos', '1.jpg'])).toEqual(['caption', 'alt', 'credit', 'focus', 'source']);
  expect(keysAt(schema, ['corrections', 0])).toEqual(['date', 'text', 'kind']);
  expect(keysAt(schema, ['source'])).toEqual(['name', 'url']);
  expect(keysAt(siteConfigSchema, ['photos'])).toContain('widths');
  expect(keysAt(schema, ['credits'])).toEqual([]);
  expect(keysAt(schema, ['nowhere', 'at', 'all'])).toEqual([]);
});

test('the example of a field is its own, or that of the block around it', () => {
  expect(exampleAt(schema, ['photos', '1.jpg', 'focus'])).toBe('focus: [0.3, 0.4]');
  expect(exampleAt(schema, ['photos', '1.jpg', 'caption'])).toMatch(/^photos: /u);
  // Not that of the top level's "draft", which says something else.
  expect(exampleAt(schema, ['credits', 'draft'])).toMatch(/^credits: /u);
  expect(exampleAt(schema, [])).toMatch(/^title: /u);
  expect(exampleAt(schema, ['lang'])).toBeUndefined();
});

test('each required key of an article has an example', () => {
  for (const key of ['title', 'date', 'topics']) expect(exampleAt(schema, [key])).toMatch(`${key}: `);
});

test('an example of a moment has the offset of the site at that moment', () => {
  const berlin = articleSchema({ ...testConfig, timeZone: 'Europe/Berlin' });
  expect(exampleAt(berlin, ['publishAt'])).toBe('publishAt: 2024-01-02T08:00+01:00');
  expect(exampleAt(schema, ['publishAt'])).toBe('publishAt: 2024-01-02T08:00+08:00');
});
