/** Finds `January 02,2024`, `January 2nd, 2024`, `2024.1.2` in English text: dates that are not written as the others. */

import { DateTime } from 'luxon';
import { isEnglish, lineFinding, replacementsOf, withoutFixInHeadings } from './prose-finding.ts';
import type { TextRule } from './rule.ts';
import { monthNames } from './text-dates.ts';

const words = new RegExp(
  `(?<![\\p{L}\\p{N}])(${monthNames})( ?)(0?[1-9]|[12]\\d|3[01])(st|nd|rd|th)?( ?, ?| )(\\d{4})(?!\\p{N})`,
  'giu',
);
const zeroDay = new RegExp(
  `(?<![\\p{L}\\p{N}])((?:${monthNames}) )0([1-9])(?![\\p{L}\\p{N}]| ?,? ?\\d)`,
  'giu',
);
/** What is numbered like a date: "version 2024.1.2". */
const numbered = /\b(?:version|release|build|update|patch|firmware|ver|rev|no|section|v)\.?\s?$/iu;
const numbers = /(?<![\p{L}\p{N}./-])((?:19|20)\d\d)([./])(\d{1,2})\2(\d{1,2})(?![\p{L}\p{N}/-]|\.\p{N})/gu;

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'date-style': true;
  }
}

export const dateStyle: TextRule = {
  code: 'date-style',
  level: 'warning',
  explanation: 'A date in the text is not written as the others are.',
  check: (text) => {
    if (!isEnglish(text.lang)) return [];
    return text.prose.flatMap((line) => {
      if (line.kind === 'alt' || !/\d/u.test(line.text)) return [];
      const replacements = [
        ...replacementsOf(
          line,
          words,
          ({ 0: { length }, 1: month = '', 3: day, 5: between = '', 6: year, index }) =>
            // "On May 12 2000 students came" has no year: without a comma only a person can tell.
            between.includes(',') || !/^ \p{Ll}/u.test(line.text.slice((index ?? 0) + length))
              ? `${month} ${Number(day)}, ${year}`
              : undefined,
        ),
        ...replacementsOf(line, zeroDay, ([, month = '', day = '']) => month + day),
        ...replacementsOf(line, numbers, ([, year, , month, day]) =>
          inWords(`${year}-${month}-${day}`, text.locale),
        ),
      ]
        .filter(({ start }) => !numbered.test(line.text.slice(0, start)))
        .filter(({ start, end, text: right }) => line.text.slice(start, end) !== right)
        .sort((a, b) => a.start - b.start);
      const [first] = replacements;
      return lineFinding(text, line, withoutFixInHeadings(line, replacements), {
        message: `The date "${line.text.slice(first?.start, first?.end)}" is not written as the others are.`,
        hint: `Write ${first?.text ?? inWords('2024-01-02', text.locale) ?? 'January 2, 2024'}.`,
      });
    });
  },
};

function inWords(numeric: string, locale: string): string | undefined {
  const date = DateTime.fromFormat(numeric, 'yyyy-M-d', { zone: 'utc' });
  return date.isValid ? date.setLocale(locale).toLocaleString(DateTime.DATE_FULL) : undefined;
}
