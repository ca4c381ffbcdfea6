/**
 * Finds typewriter quotation marks and apostrophes in English and Chinese text, and in Chinese text those that are turned
 * around. Other languages quote in ways of their own (« », „ “), which this rule does not know: it leaves them alone.
 */

import { cover } from '../markdown/cover.ts';
import type { ProseLine } from '../markdown/prose.ts';
import { defined } from '../text/defined.ts';
import { howMany, isChinese, isEnglish, lineFinding, type Replacement } from './prose-finding.ts';
import type { Finding, TextRule } from './rule.ts';
import { brackets } from './unread-markup.ts';

/** Attributes and shortcodes that stand apart from what reads them: their marks are no text, and stay as they are. */
const braces = /\{[^{}]*=\s*["'][^{}]*\}/u;
const opensAfter = /[\s([{—–/“‘-]/u;
const letter = /[\p{L}\p{N}]/u;
const latin = /[\p{Script=Latin}\p{N}]/u;
/** Words that begin with an apostrophe: ’90s, ’tis, rock ’n’ roll. */
const clipped = /^'(?:\d\ds?\b|tis\b|twas\b|em\b|til\b|cause\b|n[’'])/iu;
/** 6'2", 39°54'15": feet and inches, minutes and seconds. */
const measures = /(?<![\p{Script=Latin}\p{N}.])\d+(?:\.\d+)?\s?'\s?\d+(?:[./]\d+)?\s?(?:"|'')?/gu;

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'straight-quotes': true;
  }
}

export const straightQuotes: TextRule = {
  code: 'straight-quotes',
  level: 'warning',
  explanation: 'Straight quotation marks where printed text has curly ones.',
  check: (text) => {
    if (!isEnglish(text.lang) && !isChinese(text.lang)) return [];
    const replacementsIn = isChinese(text.lang) ? inChinese : inEnglish;
    return linesOfBlocks(text.prose).flatMap((lines): Finding[] => {
      const byLine = replacementsIn(lines);
      return lines.flatMap((line, index) => {
        const replacements = isLeftAlone(line) ? [] : (byLine[index] ?? []);
        return lineFinding(text, line, replacements, {
          message: howMany(
            replacements,
            'This quotation mark or apostrophe is straight, as on a typewriter, or turned around.',
            'This line has # quotation marks or apostrophes that are straight, as on a typewriter, or turned around.',
          ),
          hint: 'Type “ and ” around what is quoted and ’ for an apostrophe, or run the check with --fix.',
        });
      });
    });
  },
};

function isLeftAlone({ kind, text }: ProseLine): boolean {
  return kind === 'alt' || brackets.test(text) || braces.test(text);
}

function inEnglish(lines: readonly ProseLine[]): Replacement[][] {
  const isUneven = lines.reduce((sum, { text }) => sum + marksIn(text, /"/gu).length, 0) % 2 === 1;
  return lines.map(({ text }) =>
    marksIn(text, /["']/gu).flatMap((index): Replacement[] => {
      const replacement = isMeasure(text, index, isUneven) ? 'stays' : curled(text, index);
      return replacement === 'stays'
        ? []
        : [{ start: index, end: index + 1, ...defined({ text: replacement }) }];
    }),
  );
}

/** Places of marks that are not part of a measure. */
function marksIn(text: string, pattern: RegExp): number[] {
  const taken = [...text.matchAll(measures)].map(
    ({ index, 0: { length } }) => [index, index + length] as const,
  );
  return [...text.matchAll(pattern)]
    .map(({ index }) => index)
    .filter((index) => !taken.some(([start, end]) => index >= start && index < end));
}

/** 6', 15" pipe: a mark behind a number that closes nothing. */
function isMeasure(text: string, index: number, isUneven: boolean): boolean {
  if (!/\d/u.test(text.charAt(index - 1))) return false;
  const before = text.slice(0, index).split(text.charAt(index)).length - 1;
  if (text[index] === "'") return !/\p{L}/u.test(text.charAt(index + 1)) && before === 0;
  return isUneven || before % 2 === 0;
}

/** Undefined where only a person can tell. */
function curled(text: string, index: number): string | undefined {
  const before = text.slice(0, index).replace(/[*_~"']+$/u, '');
  const previous = before.at(-1);
  const next = text.slice(index + 1).replace(/^[*_~"']+/u, '')[0];
  const isAtStart = previous === undefined || opensAfter.test(previous);
  const isAtEnd = next === undefined || /\s/u.test(next);
  if (text[index] === "'") {
    const near = text.slice(0, index).at(-1);
    if (near !== undefined && letter.test(near)) return '’';
    if (clipped.test(text.slice(index))) return '’';
  }
  if (isAtStart && isAtEnd) return undefined;
  if (text[index] === '"') return isAtStart ? '“' : '”';
  return isAtStart ? '‘' : '’';
}

/** Chinese has no spaces that tell an opening mark from a closing one: they take turns in a paragraph. */
function inChinese(lines: readonly ProseLine[]): Replacement[][] {
  const isCovered = lines.some(({ text }) => text.includes(cover));
  const turned = [
    inTurns(lines, /["“”＂]/gu, ['“', '”'], isCovered),
    inTurns(lines, /['‘’＇]/gu, ['‘', '’'], isCovered),
  ];
  return lines.map(({ text }, index) =>
    [...apostrophes(text), ...turned.flatMap((byLine) => byLine[index] ?? [])].sort(
      (a, b) => a.start - b.start,
    ),
  );
}

function inTurns(
  lines: readonly ProseLine[],
  pattern: RegExp,
  pair: readonly [string, string],
  isCovered: boolean,
): Replacement[][] {
  const places = lines.map(({ text }) =>
    marksIn(text, pattern).filter((index) => !isApostrophe(text, index)),
  );
  const isCertain = !isCovered && places.flat().length % 2 === 0;
  let seen = 0;
  return lines.map(({ text }, line) =>
    (places[line] ?? []).flatMap((index): Replacement[] => {
      const right = pair[seen % 2];
      seen += 1;
      const typed = text.charAt(index);
      const isCurly = typed === pair[0] || typed === pair[1];
      if (typed === right || (isCurly && !isCertain)) return [];
      return [{ start: index, end: index + 1, ...(isCertain ? defined({ text: right }) : {}) }];
    }),
  );
}

/** Between Latin letters: it's. */
function isApostrophe(text: string, index: number): boolean {
  return (
    /['’]/u.test(text.charAt(index)) &&
    latin.test(text.charAt(index - 1)) &&
    /\p{Script=Latin}/u.test(text.charAt(index + 1))
  );
}

function apostrophes(text: string): Replacement[] {
  return marksIn(text, /'/gu)
    .filter((index) => isApostrophe(text, index))
    .map((index) => ({ start: index, end: index + 1, text: '’' }));
}

function linesOfBlocks(prose: readonly ProseLine[]): ProseLine[][] {
  const blocks: ProseLine[][] = [];
  for (const line of prose) {
    const last = blocks.at(-1);
    if (last?.[0]?.block === line.block) last.push(line);
    else blocks.push([line]);
  }
  return blocks;
}
