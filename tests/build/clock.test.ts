import { afterEach, describe, expect, test, vi } from 'vitest';
import { readClock } from '../../src/build/clock.ts';

afterEach(() => vi.unstubAllEnvs());

describe('NEWS_NOW', () => {
  test('is the moment of the build', () => {
    vi.stubEnv('NEWS_NOW', '2024-05-06T08:00+08:00');
    expect(readClock()).toBe(Date.UTC(2024, 4, 6));
  });

  test('may have the form in which programs print moments', () => {
    vi.stubEnv('NEWS_NOW', '2024-05-06T00:00:00.000Z');
    expect(readClock()).toBe(Date.UTC(2024, 4, 6));
  });

  test.each(['2024-05-06', '2024-05-06T08:00', '2024-05-06T08:00+25:00', 'tomorrow'])(
    'is refused as %s: it needs an offset',
    (text) => {
      vi.stubEnv('NEWS_NOW', text);
      expect(readClock).toThrow(/with its offset/u);
    },
  );
});
