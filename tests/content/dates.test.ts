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
  ])('written as %s says what to write', (text, hint) => {
    expect(readDate(text, zone)).toMatchObject({ ok: false, hint });
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
