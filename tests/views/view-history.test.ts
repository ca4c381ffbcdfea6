import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type DayCounts,
  mergeDays,
  mergeReport,
  printHistory,
  readHistory,
  type ViewHistory,
  viewsByStory,
} from '../../src/views/view-history.ts';

const empty: ViewHistory = { version: 1, before: {}, days: {}, reports: {} };
const counts = (days: Record<string, Record<string, number>>): DayCounts =>
  new Map(Object.entries(days).map(([day, urls]) => [day, new Map(Object.entries(urls))]));
const views = (history: ViewHistory) =>
  Object.fromEntries(viewsByStory(history, (url) => (url.startsWith('/') ? url.slice(1) : undefined)));

/** Days of two months, which stay open. */
const anyCounts = fc
  .dictionary(
    fc.integer({ min: 1, max: 30 }).map((day) => `2024-05-${String(day).padStart(2, '0')}`),
    fc.dictionary(fc.constantFrom('/a', '/b', '/c'), fc.integer({ min: 1, max: 9 }), {
      noNullPrototype: true,
    }),
    { noNullPrototype: true },
  )
  .map(counts);
const mergeAll = (all: readonly DayCounts[]) =>
  all.reduce((history, some) => mergeDays(history, 'web', some).history, empty);

describe('what was counted', () => {
  test('is added up, and for the last seven days of which something is known', () => {
    const { history } = mergeDays(
      empty,
      'web',
      counts({ '2024-05-01': { '/a': 5 }, '2024-05-02': { '/a': 1 }, '2024-05-08': { '/a': 2, '/b': 1 } }),
    );
    expect(views(history)).toEqual({ a: { total: 8, lastSevenDays: 3 }, b: { total: 1, lastSevenDays: 1 } });
  });

  test('stays the same when it is counted again, in any order and any pieces', () => {
    fc.assert(
      fc.property(fc.array(anyCounts, { minLength: 1, maxLength: 4 }), (all) => {
        const once = mergeAll(all);
        expect(views(mergeAll([...all, ...all]))).toEqual(views(once));
        expect(views(mergeAll(all.toReversed()))).toEqual(views(once));
        expect(readHistory(printHistory(once))).toEqual(once);
      }),
    );
  });

  test('of a day that a later log tells more of is the larger number', () => {
    const half = mergeDays(empty, 'web', counts({ '2024-05-08': { '/a': 2 } })).history;
    expect(views(mergeDays(half, 'web', counts({ '2024-05-08': { '/a': 3 } })).history)).toMatchObject({
      a: { total: 3 },
    });
  });

  test('of two servers is added up', () => {
    const one = mergeDays(empty, 'one', counts({ '2024-05-08': { '/a': 2 } })).history;
    expect(views(mergeDays(one, 'two', counts({ '2024-05-08': { '/a': 2 } })).history)).toMatchObject({
      a: { total: 4 },
    });
  });

  test('long ago is summed up, and does not count again', () => {
    const old = counts({ '2024-01-01': { '/a': 7 } });
    const first = mergeDays(
      mergeDays(empty, 'web', old).history,
      'web',
      counts({ '2024-05-08': { '/a': 1 } }),
    ).history;
    expect(first.until).toBe('2024-03-09');
    expect(first.days).toEqual({ web: { '2024-05-08': { '/a': 1 } } });
    const again = mergeDays(first, 'web', old);
    expect(again.late).toBe(7);
    expect(views(again.history)).toEqual({ a: { total: 8, lastSevenDays: 1 } });
  });

  test('by a report without days counts in the totals alone, and once', () => {
    const report = new Map([['/a', 40]]);
    const twice = mergeReport(mergeReport(empty, 'goaccess', report), 'goaccess', report);
    expect(views(twice)).toEqual({ a: { total: 40, lastSevenDays: 0 } });
  });

  test.each(['', '{}', '{"version": 2}', '{"version":1,"before":{"/a":-1},"days":{},"reports":{}}'])(
    'is not taken from a damaged file: %j',
    (text) => {
      expect(readHistory(text)).toBeUndefined();
    },
  );
});
