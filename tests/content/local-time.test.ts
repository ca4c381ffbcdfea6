import { IANAZone, Settings } from 'luxon';
import { afterEach, describe, expect, test } from 'vitest';
import { endOfDay, momentsOf, offsetAt, printMoment, startOfDay } from '../../src/content/local-time.ts';

const now = Settings.now;
afterEach(() => {
  Settings.now = now;
});

/** Days on which midnight comes twice, or not at all. */
const oddMidnights = [
  ['2023-11-05', 'America/Havana', '2023-11-05T00:00:00-04:00'],
  ['2024-03-10', 'America/Havana', '2024-03-10T01:00:00-04:00'],
  ['2024-10-06', 'America/Asuncion', '2024-10-06T01:00:00-03:00'],
  ['2024-04-26', 'Africa/Cairo', '2024-04-26T01:00:00+03:00'],
  ['2023-03-26', 'Asia/Beirut', undefined],
  ['2024-03-24', 'America/Asuncion', undefined],
] as const;

describe('the start of a civil day', () => {
  test.each(oddMidnights)('%s in %s is the same in every season', (day, zone, start) => {
    const seen = [0, 6].map((month) => {
      Settings.now = () => Date.UTC(2026, month, 15);
      return startOfDay(day, zone);
    });
    expect(new Set(seen).size).toBe(1);
    const printed = printMoment(seen[0] ?? 0, zone);
    if (start === undefined) expect(printed).toContain(day);
    else expect(printed).toBe(start);
  });

  test('follows at once on the end of the day before, in zones of every kind', () => {
    for (const zone of ['Asia/Shanghai', 'America/Havana', 'Africa/Cairo', 'Australia/Lord_Howe', 'UTC']) {
      for (let day = 0; day < 731; day += 1) {
        const [today, next] = [day, day + 1].map((count) =>
          new Date(Date.UTC(2023, 0, 1 + count)).toISOString().slice(0, 10),
        );
        expect(endOfDay(today ?? '', zone)).toBe(startOfDay(next ?? '', zone) - 1000);
      }
    }
  });
});

test('a local time is no, one or two moments', () => {
  const berlin = (text: string) => momentsOf(Date.parse(`${text}Z`), 'Europe/Berlin').length;
  expect(berlin('2024-03-31T02:30:00')).toBe(0);
  expect(berlin('2024-03-31T03:00:00')).toBe(1);
  expect(berlin('2024-10-27T02:30:00')).toBe(2);
  expect(berlin('2024-10-27T03:00:00')).toBe(1);
});

test('offsets are those of luxon in every zone, since clocks had seconds of their own', () => {
  const step = 86_400_000 * 1001.37;
  for (const zone of [...Intl.supportedValuesOf('timeZone'), 'UTC', 'Etc/GMT+5'])
    for (let ms = Date.UTC(1850, 0, 1); ms < Date.UTC(2040, 0, 1); ms += step)
      expect(offsetAt(ms, zone), `${zone} ${ms}`).toBeCloseTo(IANAZone.create(zone).offset(ms), 9);
});
