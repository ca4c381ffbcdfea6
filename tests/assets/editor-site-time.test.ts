/** Moments in the editor's form, in the zone of the site. */

import { expect, test } from 'vitest';
import { dayWords, frontMatterDate, inputOf, momentWords } from '../../assets/scripts/editor/site-time.ts';

test.each([
  ['2024-01-02', '08:00', 'Asia/Shanghai', '2024-01-02T08:00+08:00'],
  ['2024-01-02', '', 'Asia/Shanghai', '2024-01-02'],
  ['2024-07-01', '08:00', 'Europe/Berlin', '2024-07-01T08:00+02:00'],
  ['2024-01-01', '08:00', 'Europe/Berlin', '2024-01-01T08:00+01:00'],
  // The hour before and after clocks change.
  ['2024-03-31', '01:30', 'Europe/Berlin', '2024-03-31T01:30+01:00'],
  ['2024-03-31', '03:30', 'Europe/Berlin', '2024-03-31T03:30+02:00'],
  ['2024-11-03', '00:30', 'America/St_Johns', '2024-11-03T00:30-02:30'],
  ['2024-01-02', '08:00', 'Asia/Kathmandu', '2024-01-02T08:00+05:45'],
])('%s %s in %s', (day, time, zone, value) => {
  expect(frontMatterDate(day, time, zone)).toBe(value);
  expect(inputOf(value, zone)).toEqual({ day, time });
});

test('a moment of another offset is shown as clocks of the site had it', () => {
  expect(inputOf('2024-01-02T00:30Z', 'Asia/Shanghai')).toEqual({ day: '2024-01-02', time: '08:30' });
});

test('what is no moment stays text', () => {
  expect(inputOf('next Monday', 'Asia/Shanghai')).toBeUndefined();
  expect(momentWords('next Monday', 'Asia/Shanghai', 'en', 0)).toBe('');
});

test('says what a moment means', () => {
  const nowMs = Date.parse('2025-11-08T08:00+08:00');
  expect(momentWords('2025-11-10T08:00+08:00', 'Asia/Shanghai', 'en', nowMs)).toMatch(
    /^Monday, November 10, 2025.*8:00.*in 2 days$/u,
  );
});

test('a day is said in words, which no order of numbers can turn round', () => {
  expect(dayWords('2026-11-10', 'en')).toBe('Tuesday, November 10, 2026');
  expect(dayWords('', 'en')).toBe('');
  expect(dayWords('2026-13-40', 'en')).toBe('');
});
