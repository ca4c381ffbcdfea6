import { describe, expect, test } from 'vitest';
import { readDate, type SiteDate } from '../../src/content/dates.ts';
import { changesOf, visibilityOf } from '../../src/site/status.ts';

function at(text: string): SiteDate {
  const reading = readDate(text, 'UTC');
  if (!reading.ok) throw new Error(reading.message);
  return reading.date;
}

const ms = (day: number) => Date.UTC(2024, 4, day);
const day = (number: number) => at(`2024-05-${String(number).padStart(2, '0')}`);

describe('what is to be seen of an article', () => {
  test('waits for the later of its two moments', () => {
    const timing = { date: day(1), draft: false, embargoUntil: day(3), publishAt: day(5) };
    expect(visibilityOf(timing, ms(2))).toEqual({ status: 'embargoed', until: '2024-05-05' });
    expect(visibilityOf(timing, ms(4))).toEqual({ status: 'scheduled', until: '2024-05-05' });
    expect(visibilityOf(timing, ms(5))).toEqual({ status: 'published' });
  });

  test('ends at its last moment, seen or not', () => {
    const timing = { date: day(1), draft: false, publishAt: day(9), expiresAt: day(7) };
    expect(visibilityOf(timing, ms(7)).status).toBe('expired');
    expect(changesOf(timing, ms(1))).toEqual([]);
  });

  test('is nothing while it is a draft, whatever its moments', () => {
    expect(visibilityOf({ date: day(1), draft: true, publishAt: day(1) }, ms(9))).toEqual({
      status: 'draft',
    });
    expect(changesOf({ date: day(1), draft: true, publishAt: day(1) }, ms(0))).toEqual([]);
  });

  test('changes at moments of which only the first is told before it appears', () => {
    const timing = { date: day(1), draft: false, publishAt: day(3), pinnedUntil: day(5), expiresAt: day(7) };
    expect(changesOf(timing, ms(2))).toEqual([ms(3)]);
    expect(changesOf(timing, ms(3))).toEqual([ms(5), ms(7)]);
    expect(changesOf(timing, ms(5))).toEqual([ms(7)]);
    expect(changesOf(timing, ms(7))).toEqual([]);
  });
});
