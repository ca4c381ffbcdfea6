/**
 * Finds dates that cannot both be right: a weekday that the calendar does not give, a day that no month has, last year's
 * number in January, an old page's date line that differs from the front matter, an end before its beginning.
 */

import { DateTime } from 'luxon';
import type { SiteDate } from '../content/dates.ts';
import type { ProseLine } from '../markdown/prose.ts';
import { publicationOf } from '../site/status.ts';
import { isChinese, placeIn } from './prose-finding.ts';
import type { CheckedDocument, DocumentRule, Finding } from './rule.ts';
import { findDates, type TextDate, weekdayName } from './text-dates.ts';

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'date-contradiction': true;
  }
}

export const dateContradiction: DocumentRule = {
  code: 'date-contradiction',
  level: 'warning',
  explanation: 'A date does not fit another date, or the calendar.',
  check: (document) => {
    const { article } = document;
    if (article === undefined) return [];
    const { day } = article.frontMatter.date;
    const inText = document.recall(`dates ${document.displayPath} ${day}`, () =>
      document.prose.flatMap((line) =>
        findDates(line.text).flatMap((date) => judge(date, line, document) ?? []),
      ),
    );
    return [...frontMatterFindings(document), ...inText];
  },
};

function frontMatterFindings({ article, displayPath }: CheckedDocument): Finding[] {
  if (article === undefined) return [];
  const { date, updated, expiresAt, pinnedUntil, corrections, event } = article.frontMatter;
  const findings: Finding[] = [];
  const add = (path: readonly (string | number)[], message: string, hint: string) =>
    findings.push({ ...article.placeOf(path), file: displayPath, message, hint });
  const folderYear = article.id.slice(0, 4);
  if (folderYear !== date.day.slice(0, 4)) {
    add(
      ['date'],
      `The story is dated ${date.day}, but its folder is in ${folderYear}.`,
      `Correct the date, or move the folder into articles/${date.day.slice(0, 4)}/.`,
    );
  }
  if (event !== undefined && (event.to ?? event.from).day < date.day) {
    add(
      ['event', 'from'],
      `The event was over on ${(event.to ?? event.from).day}, before the story of ${date.day}.`,
      'Correct the date of the event, or of the story.',
    );
  }
  if (updated !== undefined && updated.day < date.day) {
    add(
      ['updated'],
      `The story was updated on ${updated.day}, before its date ${date.day}.`,
      'Correct one of the two.',
    );
  }
  const start = publicationOf(article.timing);
  if (expiresAt !== undefined && expiresAt.timeMs <= start.timeMs) {
    add(
      ['expiresAt'],
      `The story disappears at ${moment(expiresAt)}, not later than it appears (${moment(start)}): nobody would see it.`,
      'Correct one of the two.',
    );
  }
  if (pinnedUntil !== undefined && pinnedUntil.timeMs <= start.timeMs) {
    add(
      ['pinnedUntil'],
      `The story is pinned until ${moment(pinnedUntil)}, not longer than until it appears (${moment(start)}): it would never lead the home page.`,
      'Correct one of the two.',
    );
  }
  for (const [index, correction] of corrections.entries()) {
    if (correction.date.day >= date.day) continue;
    add(
      ['corrections', index, 'date'],
      `The story was corrected on ${correction.date.day}, before its date ${date.day}.`,
      'Correct one of the two.',
    );
  }
  return findings;
}

/** A day without a time is its first moment, which not everybody expects. */
function moment({ iso, hasTime }: SiteDate): string {
  return hasTime ? iso : `${iso}, 00:00`;
}

function judge(date: TextDate, line: ProseLine, document: CheckedDocument): Finding | undefined {
  const { article } = document;
  if (article === undefined) return undefined;
  const own = DateTime.fromISO(article.frontMatter.date.day, { zone: 'utc' });
  const typed = line.text.slice(date.start, date.end);
  const finding = (message: string, hint: string): Finding => ({
    ...placeIn(document, line, date.start, date.end),
    message,
    hint,
  });
  const meant = date.year === undefined ? nearest(date, own) : dayOf(date, date.year);
  if (!meant.isValid) {
    return finding(`No calendar has the date "${typed}".`, 'Check the day and the month.');
  }
  // "Saturday and Sunday, December 12 and 13": which day belongs to which number is beyond a pattern.
  const isOneOfSeveral =
    /\b(?:and|or|to|through|until)\s$|[–,和至、]\s?$/iu.test(line.text.slice(0, date.start)) ||
    /^\s?(?:and|or|to|through|until|–|-|至|和|、)\s?\d/iu.test(line.text.slice(date.end));
  if (date.weekday !== undefined && !isOneOfSeveral && meant.weekday % 7 !== date.weekday) {
    const right = weekdayName(meant.weekday % 7, isChinese(document.lang));
    return finding(
      `"${typed}" does not fit the calendar: ${meant.toISODate()} is a ${right}.`,
      `Write ${right}, or correct the day.`,
    );
  }
  if (date.year === undefined) return undefined;
  const isDateLine = /^(?:date|published|posted|发布时间|日期)\s*[:：]?\s*$/iu.test(
    line.text.slice(0, date.start),
  );
  const isWholeLine = line.text.slice(date.end).trim() === '';
  if (isDateLine && isWholeLine && !meant.hasSame(own, 'day')) {
    return finding(
      `The text gives ${meant.toISODate()} as the date of the story, the front matter ${own.toISODate()}.`,
      'Delete this line: the page shows the date of the front matter. Correct that one if it is wrong.',
    );
  }
  const isLastYears =
    date.month === own.month && date.day === own.day && Math.abs(date.year - own.year) === 1;
  if (isLastYears) {
    return finding(
      `"${typed}" is exactly a year from the date of the story, ${own.toISODate()}.`,
      'If the year was mistyped, correct it here or in the front matter.',
    );
  }
  return undefined;
}

function dayOf({ month, day }: TextDate, year: number): DateTime {
  return DateTime.fromObject({ year, month, day }, { zone: 'utc' });
}

/** A day without a year is the one nearest to the story. February 29 needs a year that has it. */
function nearest(date: TextDate, own: DateTime): DateTime {
  const candidates = [own.year - 1, own.year, own.year + 1]
    .map((year) => dayOf(date, year))
    .filter((day) => day.isValid);
  return (
    candidates.sort((a, b) => Math.abs(a.diff(own).toMillis()) - Math.abs(b.diff(own).toMillis()))[0] ??
    DateTime.invalid('no such day')
  );
}
