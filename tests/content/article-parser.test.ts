import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleSchema } from '../../src/content/article.ts';
import { articleParser } from '../../src/content/article-parser.ts';
import { testConfig } from './report-on.ts';

const moments = ['2024-05-06', '2024-05-06T08:00+08:00', '2024-02-30', 2024, ''];
/** By key, values that are taken and values that are not. */
const values: Readonly<Record<string, readonly unknown[]>> = {
  title: ['Herons', ' Herons\nof the river ', '', 7, null],
  date: moments,
  topics: ['Research', ['Research', 'research'], [], 'reserch', 7],
  topic: ['Research', ['Research']],
  credits: [
    { draft: 'LI Hua' },
    { photos: ['LI Hua', 'SUN Wei'], draft: 'A' },
    { draft: 'yes' },
    { chef: 'A' },
  ],
  photos: [{ '1.jpg': { caption: 'A', focus: [0.3, 0.4] } }, { '1.jpg': { focus: [3] } }],
  draft: [true, 'LI Hua', 'no'],
  updated: moments,
  aliases: [['/news/2019/fair.html'], ['?']],
  corrections: [[{ date: '2024-05-06', text: 'A' }], [{ text: 'A' }]],
  contacts: [[{ name: 'A', email: 'a@example.edu' }], [{ name: 'A', email: 'a' }]],
  event: [{ from: '2024-05-12T18:00+08:00', place: 'Hall' }, {}],
  related: [['2024/herons'], 'herons'],
  viewsBefore: [12, -1, 1.5],
  layout: ['cover', 'wide'],
  slug: ['herons', 'Herons!'],
  chef: ['A'],
};

const entry = fc
  .constantFrom(...Object.keys(values))
  .chain((key) => fc.constantFrom(...(values[key] ?? [])).map((value) => [key, value] as const));
const frontMatter = fc.oneof(
  { weight: 9, arbitrary: fc.array(entry, { maxLength: 7 }).map((entries) => Object.fromEntries(entries)) },
  {
    weight: 9,
    arbitrary: fc
      .array(entry, { maxLength: 4 })
      .map((entries) => ({ ...usual, ...Object.fromEntries(entries) })),
  },
  { weight: 1, arbitrary: fc.anything() },
);
const usual = { title: 'Herons', date: '2024-05-06', topics: ['Research'] };

test('front matter is judged by the compiled schema as by the schema', () => {
  const schema = articleSchema(testConfig);
  const parser = articleParser(testConfig, 0);
  const judged = (one: typeof schema, value: unknown) => {
    const { success, data, error } = one.safeParse(value);
    return success ? data : error.issues;
  };
  expect(judged(parser, usual)).toEqual(judged(schema, usual));
  fc.assert(
    fc.property(frontMatter, (value) => {
      const [found, wanted] = [judged(parser, value), judged(schema, value)];
      // The order of keys, too: values are kept and compared as JSON.
      expect(JSON.stringify(found)).toBe(JSON.stringify(wanted));
    }),
    { numRuns: 400 },
  );
});
