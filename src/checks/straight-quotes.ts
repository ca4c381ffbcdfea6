/**
 * Finds typewriter quotation marks and apostrophes in English, German and Chinese text, and in Chinese text those that
 * are turned around. Other languages quote in ways that this rule does not know (« » with spaces): it leaves them alone.
 */

import { cover } from '../markdown/cover.ts';
import type { ProseLine } from '../markdown/prose.ts';
import { defined } from '../text/defined.ts';
import { codeLike, touches } from './code-like.ts';
import { howMany, isChinese, isEnglish, isGerman, lineFinding, type Replacement } from './prose-finding.ts';
import type { CheckedText, Finding, TextRule } from './rule.ts';
import { brackets } from './unread-markup.ts';

/** Attributes and shortcodes that stand apart from what reads them: their marks are no text, and stay as they are. */
const braces = /\{[^{}]*=\s*["'][^{}]*\}/u;
const opensAfter = /[\s([{—–/“‘-]/u;
const letter = /[\p{L}\p{N}]/u;
const latin = /[\p{Script=Latin}\p{N}]/u;
/** Words that begin with an apostrophe: ’90s, ’tis, rock ’n’ roll, ’ne. */
const clipped =
  /^'(?:\d\d(?:s|er)?\b|tis\b|twas\b|em\b|til\b|cause\b|bout\b|round\b|neath\b|n[’']|(?:n|ne|nen|ner|s)\b)/iu;
/** 6'2", 39°54'15": feet and inches, minutes and seconds. */
const measures =
  /(?<![\p{Script=Latin}\p{N}.])\d+(?:\.\d+)?\s?'\s?\d+(?:[./]\d+)?\s?(?:"|'')?|(?<=\d°\s?)\d+(?:\.\d+)?\s?["']/gu;
const number = /[\p{Nd}\p{No}]/u;

/** The marks of a language: around what is quoted, and around a quotation in it. */
interface Marks {
  readonly outer: readonly [open: string, close: string];
  readonly inner: readonly [open: string, close: string];
}

const english: Marks = { outer: ['“', '”'], inner: ['‘', '’'] };
const german: Marks = { outer: ['„', '“'], inner: ['‚', '‘'] };
/** As newsrooms quote that have chosen so. */
const germanBooks: Marks = { outer: ['»', '«'], inner: ['›', '‹'] };

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'straight-quotes': true;
  }
}

export const straightQuotes: TextRule = {
  code: 'straight-quotes',
  level: 'warning',
  explanation: 'Straight quotation marks where printed text has curly ones, in English, German or Chinese.',
  check: (text) => {
    const marks = marksOf(text);
    if (marks === undefined && !isChinese(text.lang)) return [];
    const { outer } = marks ?? english;
    const replacementsIn = (lines: readonly ProseLine[]) =>
      marks === undefined ? inChinese(lines) : inWords(lines, marks);
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
          hint: `Type ${outer[0]} and ${outer[1]} around what is quoted and ’ for an apostrophe, or run the check with --fix.`,
        });
      });
    });
  },
};

/** Undefined for languages whose words are not quoted by spaces. */
function marksOf({ lang, text }: CheckedText): Marks | undefined {
  if (isEnglish(lang)) return english;
  if (!isGerman(lang)) return undefined;
  return !text.includes('„') && /(?<![\p{L}\p{N}])»[^\s«»][^«»]*«/u.test(text) ? germanBooks : german;
}

function isLeftAlone({ kind, text }: ProseLine): boolean {
  return kind === 'alt' || brackets.test(text) || braces.test(text);
}

/** What has been opened in a paragraph and not closed yet. */
interface OpenMarks {
  double: boolean;
  single: boolean;
}

function inWords(lines: readonly ProseLine[], marks: Marks): Replacement[][] {
  const places = lines.map(({ text }) => marksIn(text, /["']/gu));
  const doubles = lines.flatMap(({ text }, line) =>
    (places[line] ?? []).filter((index) => text[index] === '"').map((index) => ({ text, index })),
  );
  const isUneven = doubles.length % 2 === 1;
  const open: OpenMarks = { double: false, single: false };
  let seen = 0;
  return lines.map(({ text }, line) =>
    (places[line] ?? []).flatMap((index): Replacement[] => {
      if (text[index] === '"') seen += 1;
      const rest = doubles.slice(seen).filter((later) => !number.test(later.text.charAt(later.index - 1)));
      const stays = isMeasure(text, index, open, isUneven || rest.length % 2 === 1);
      const replacement = stays ? 'stays' : curled(text, index, marks, open);
      return replacement === 'stays'
        ? []
        : [{ start: index, end: index + 1, ...defined({ text: replacement }) }];
    }),
  );
}

/** Places of marks that are part of no measure and of no code. */
function marksIn(text: string, pattern: RegExp): number[] {
  const measured = [...text.matchAll(measures)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
  const taken = [...measured, ...codeLike(text)];
  return [...text.matchAll(pattern)]
    .map(({ index }) => index)
    .filter((index) => !touches(taken, index, index + 1));
}

/** 6', 15" pipe, 3' end, 5'-UTR: a mark behind a number that closes nothing. */
function isMeasure(text: string, index: number, open: OpenMarks, isLeftOver: boolean): boolean {
  if (!number.test(text.charAt(index - 1))) return false;
  const isBeforeLetter = /\p{L}/u.test(text.charAt(index + 1));
  if (text[index] === "'") {
    if (isBeforeLetter) return !/^'(?:s|er|ers)\b/u.test(text.slice(index));
    return !open.single;
  }
  return isBeforeLetter || !open.double || isLeftOver;
}

/** Undefined where only a person can tell. Notes what is open then. */
function curled(text: string, index: number, { outer, inner }: Marks, open: OpenMarks): string | undefined {
  const before = text.slice(0, index).replace(/[*_~"']+$/u, '');
  const previous = before.at(-1);
  const next = text.slice(index + 1).replace(/^[*_~"']+/u, '')[0];
  const isAtStart = previous === undefined || opensAfter.test(previous);
  const isAtEnd = next === undefined || /\s/u.test(next);
  const isDouble = text[index] === '"';
  // What another language has opened it closes, too: only a person can tell with what.
  if (isDouble && outer[0] !== '„' && /„[^“”]*$/u.test(text.slice(0, index))) return undefined;
  if (!isDouble) {
    const near = text.slice(0, index).at(-1);
    if (clipped.test(text.slice(index)) && !(near !== undefined && letter.test(near))) return '’';
    if (near !== undefined && letter.test(near)) {
      const isClosing = open.single && !/\p{L}/u.test(text.charAt(index + 1));
      if (isClosing) open.single = false;
      return isClosing ? inner[1] : '’';
    }
  }
  if (isAtStart && isAtEnd) return undefined;
  const [opening, closing] = isDouble ? outer : inner;
  open[isDouble ? 'double' : 'single'] = isAtStart;
  return isAtStart ? opening : closing;
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
  // 5" and 6": what would open a quotation right behind a number may be inches.
  const all = lines.flatMap(({ text }, line) => (places[line] ?? []).map((index) => ({ text, index })));
  const mayMeasure = all.some(
    ({ text, index }, place) => place % 2 === 0 && /^\p{Nd}["'](?!\p{L})/u.test(text.slice(index - 1)),
  );
  const isCertain = !isCovered && !mayMeasure && all.length % 2 === 0;
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
    /\p{Script=Latin}/u.test(text.charAt(index + 1)) &&
    (!number.test(text.charAt(index - 1)) || /^s\b/u.test(text.slice(index + 1)))
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
