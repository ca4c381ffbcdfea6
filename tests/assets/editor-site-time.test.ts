/** Moments in the editor's form, in the zone of the site. */

import { expect, test } from 'vitest';
import {
  dateTyped,
  dayWords,
  frontMatterDate,
  inputOf,
  momentWords,
} from '../../assets/scripts/editor/site-time.ts';

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

test.each(['next Monday', '2024-02-30', '2024-13-01', '2024-02-30T08:00', '2024-01-02T24:00', '20240102'])(
  '%s, which no field of a browser shows, stays text',
  (typed) => {
    expect(inputOf(typed, 'Asia/Shanghai')).toBeUndefined();
  },
);

test('a date that is typed by half is no date yet, and none is taken away by it', () => {
  const half = { day: '', time: '', isHalf: true, isLeft: true, isRequired: false };
  expect(dateTyped(half)).toBeUndefined();
  const empty = { ...half, isHalf: false };
  expect(dateTyped({ ...empty, isLeft: false })).toBeUndefined();
  expect(dateTyped({ ...empty, isRequired: true })).toBeUndefined();
  expect(dateTyped(empty)).toEqual({ day: '', time: '' });
  // "2" of 2026.
  expect(dateTyped({ ...empty, day: '0002-12-25', isLeft: false })).toBeUndefined();
  const typed = { day: '2026-12-25', time: '08:00' };
  expect(dateTyped({ ...empty, ...typed, isLeft: false })).toEqual(typed);
});

test('what is no moment has no words', () => {
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
