import { describe, expect, test } from 'vitest';
import { readViews } from '../../src/content/views.ts';

const file = 'content/views.json';

describe('views.json', () => {
  test('gives the counts of each article by its id', () => {
    const { views, diagnostics } = readViews(
      '{"updated": "2026-01-02", "articles": {"2024/fair": {"total": 1840, "lastSevenDays": 12}, "2024/b": {"total": 1}}}',
      file,
    );
    expect(diagnostics).toEqual([]);
    expect([...views]).toEqual([
      ['2024/fair', { total: 1840, lastSevenDays: 12 }],
      ['2024/b', { total: 1, lastSevenDays: 0 }],
    ]);
  });

  test.each([
    ['a merge conflict', '<<<<<<< HEAD\n{"articles": {}}'],
    ['half a file', '{"articles": {"2024/fair": {"total": 1'],
    ['a list', '[]'],
    ['a negative count', '{"articles": {"2024/fair": {"total": -1}}}'],
    ['a count in words', '{"articles": {"2024/fair": {"total": "many"}}}'],
    ['nothing', ''],
  ])('with %s is refused as a whole, and says how to go on', (_what, text) => {
    const { views, diagnostics } = readViews(text, file);
    expect(views.size).toBe(0);
    expect(diagnostics).toMatchObject([
      { code: 'invalid-json', severity: 'error', file, hint: expect.stringContaining('git') },
    ]);
  });
});
