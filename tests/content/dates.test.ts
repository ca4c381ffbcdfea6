import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate } from '../../src/content/dates.ts';

const zone = 'Asia/Shanghai';

describe('a date in front matter', () => {
  it('without a time is that day in the zone of the site', () => {
    expect(readDate('2024-01-02', zone)).toEqual({
      ok: true,
      date: { day: '2024-01-02', iso: '2024-01-02', timeMs: Date.UTC(2024, 0, 1, 16), hasTime: false },
    });
  });

  it('with a time keeps its moment and belongs to the day of the site', () => {
    expect(readDate('2024-01-01T20:30:00Z', zone)).toEqual({
      ok: true,
      date: {
        day: '2024-01-02',
        iso: '2024-01-02T04:30+08:00',
        timeMs: Date.UTC(2024, 0, 1, 20, 30),
        hasTime: true,
      },
    });
  });

  it.each([
    ['January 02,2024', 'Write 2024-01-02 (year-month-day).'],
    ['2024/1/2', 'Write 2024-01-02 (year-month-day).'],
    ['2 Jan 2024', 'Write 2024-01-02 (year-month-day).'],
    ['2024年1月2日', 'Write 2024-01-02 (year-month-day).'],
    ['January 2nd, 2024', 'Write 2024-01-02 (year-month-day).'],
    ['yesterday', 'Write year-month-day, such as 2024-01-02.'],
    ['2024-02-30', 'Check the day and the month: year-month-day.'],
    ['2024-01-02T08:00', 'Write 2024-01-02T08:00+08:00.'],
    // A moment was meant: a day would publish hours too early.
    ['2024-05-06T00:00:00.000Z', 'Write 2024-05-06T00:00Z.'],
    ['2024-05-06T08:00:00+0800', 'Write 2024-05-06T08:00+08:00.'],
    ['2024-05-06 08:00:00 +0800', 'Write 2024-05-06T08:00+08:00.'],
    ['2024-05-06T8:00+08:00', 'Write 2024-05-06T08:00+08:00.'],
    ['2024-05-06t08:00z', 'Write 2024-05-06T08:00Z.'],
    ['2024/5/6 8:00', 'Write 2024-05-06T08:00+08:00.'],
    ['2024年5月6日 下午3:05', 'Write 2024-05-06T15:05+08:00.'],
    ['May 6, 2024, 8:00 PM', 'Write 2024-05-06T20:00+08:00.'],
    ['2024-05-06 12:30 am', 'Write 2024-05-06T00:30+08:00.'],
    ['2024-05-06 08:00 UTC+8', 'Write 2024-05-06T08:00+08:00.'],
    ['2024-05-06 08:00 CST', 'Write 2024-05-06T08:00+08:00.'],
    ['2024-05-06 08:00 EDT', 'Write 2024-05-06T08:00-04:00.'],
    ['2024-05-06 08:00 Europe/Berlin', 'Write 2024-05-06T08:00+02:00.'],
    ['2024-01-06T08:00[America/New_York]', 'Write 2024-01-06T08:00-05:00.'],
    ['2024-05-06T08:00+08:00[Asia/Shanghai]', 'Write 2024-05-06T08:00+08:00.'],
    ['2024-05-06T08:00−05:00', 'Write 2024-05-06T08:00-05:00.'],
    ['2024–05–06', 'Write 2024-05-06 (year-month-day).'],
    ['2024-05-06　08：00', 'Write 2024-05-06T08:00+08:00.'],
    ['Mon, 06 May 2024 08:00:00 +0800', 'Write 2024-05-06T08:00+08:00.'],
    ['Mon May 06 2024 08:00:00 GMT+0800 (China Standard Time)', 'Write 2024-05-06T08:00+08:00.'],
    ['Monday, May 6, 2024', 'Write 2024-05-06 (year-month-day).'],
    ['2024-05-06T08:00+25:00', 'In Asia/Shanghai the time is written 2024-05-06T08:00+08:00.'],
    ['2024-05-06T08:00-13:00', 'In Asia/Shanghai the time is written 2024-05-06T08:00+08:00.'],
    ['2024-05-06T08:00+08:61', 'In Asia/Shanghai the time is written 2024-05-06T08:00+08:00.'],
    [
      '2024-05-06T24:00+08:00',
      'Hours go from 00 to 23, minutes from 00 to 59, as in 2024-05-06T08:00+08:00.',
    ],
  ])('written as %s says what to write', (text, hint) => {
    expect(readDate(text, zone)).toMatchObject({ ok: false, hint });
  });
});

describe('a time without its offset', () => {
  const berlin = 'Europe/Berlin';

  it.each([
    ['2024-10-27 08:00', 'Write 2024-10-27T08:00+01:00.'],
    ['2024-10-27 01:00', 'Write 2024-10-27T01:00+02:00.'],
    ['2024-03-31 08:00', 'Write 2024-03-31T08:00+02:00.'],
    ['2024-03-31 01:59', 'Write 2024-03-31T01:59+01:00.'],
  ])('%s gets that of its own moment, not of midnight', (text, hint) => {
    expect(readDate(text, berlin)).toMatchObject({ ok: false, hint });
  });

  it.each(['EST', 'PST', 'Beijing time', '(New York time)', 'Mars/Base', 'IST'])(
    'and with "%s" in its place is not taken for one of the site',
    (name) => {
      expect(readDate(`2024-05-06 08:00 ${name}`, berlin)).toMatchObject({
        message: expect.stringContaining(name.replace(/[()]/gu, '')),
        hint: 'Write 2024-05-06T08:00+02:00 if it is the time of Europe/Berlin, otherwise the offset that is meant in place of +02:00.',
      });
    },
  );

  it('may have a name that means it in the zone of the site', () => {
    const hint = 'Write 2024-05-06T08:00-05:00.';
    expect(readDate('2024-05-06 08:00 CDT', 'America/Chicago')).toMatchObject({ hint });
  });

  it('is told when clocks go forward over it', () => {
    expect(readDate('2024-03-31 02:30', berlin)).toMatchObject({
      message: expect.stringContaining('does not exist in Europe/Berlin'),
      hint: 'Write 2024-03-31T03:00+02:00, the first moment after it, or another time.',
    });
  });

  it('is told when it comes twice', () => {
    expect(readDate('2024-10-27T02:30', berlin)).toMatchObject({
      message: expect.stringContaining('comes twice in Europe/Berlin'),
      hint: 'Write 2024-10-27T02:30+02:00 for the first time, or 2024-10-27T02:30+01:00 for the second.',
    });
  });
});

describe('any text as a date', () => {
  it('is read or refused, never both and never thrown, whatever the zone of the machine', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}( \d\d:\d\d)?$/)),
        (text) => {
          const reading = readDate(text, zone);
          if (reading.ok) expect(reading.date.day).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
          else expect(reading.hint).toMatch(/[.]$/u);
        },
      ),
    );
  });

  it('of every day of four years is that day, in every zone', () => {
    for (const named of ['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Apia', 'Africa/Cairo']) {
      for (let day = 0; day < 1461; day += 1) {
        const text = new Date(Date.UTC(2023, 0, 1 + day)).toISOString().slice(0, 10);
        expect(readDate(text, named)).toMatchObject({ ok: true, date: { day: text, iso: text } });
      }
    }
  });
});

it.each([
  ['12 May 2027 at 6pm', '2027-05-12T18:00-04:00'],
  ['May 12, 2027, 6 p.m.', '2027-05-12T18:00-04:00'],
  ['2027-05-12 12am', '2027-05-12T00:00-04:00'],
  ['2027-05-12 um 18 Uhr', '2027-05-12T18:00-04:00'],
  ['2027年5月12日下午6点', '2027-05-12T18:00-04:00'],
  ['2027-12-12 9 am', '2027-12-12T09:00-05:00'],
])('the hour alone is a time, too: %s', (typed, hint) => {
  const reading = readDate(typed, 'America/New_York');
  expect(reading).toMatchObject({ ok: false, hint: `Write ${hint}.` });
});
