/**
 * Typewriter quotation marks and apostrophes in English and Chinese text. Other languages quote in ways of their own
 * (« », „ “), which this rule does not know: it leaves them alone.
 */

import { cover } from '../markdown/cover.ts';
import type { ProseLine } from '../markdown/prose.ts';
import { defined } from '../text/defined.ts';
import { howMany, isChinese, isEnglish, lineFinding, type Slip } from './prose-finding.ts';
import type { Finding, TextRule } from './rule.ts';
import { brackets } from './unread-markup.ts';

/** Attributes and shortcodes that stand apart from what reads them: their marks are no text, and stay as they are. */
const braces = /\{[^{}]*=\s*["'][^{}]*\}/u;
const opensAfter = /[\s([{—–/“‘-]/u;
const letter = /[\p{L}\p{N}]/u;
/** Words that begin with an apostrophe: ’90s, ’tis, rock ’n’ roll. */
const clipped = /^'(?:\d\ds?\b|tis\b|twas\b|em\b|til\b|cause\b|n[’'])/iu;

export const straightQuotes: TextRule = {
  code: 'straight-quotes',
  check: (text) => {
    if (!isEnglish(text.lang) && !isChinese(text.lang)) return [];
    return linesOfBlocks(text.prose).flatMap((lines): Finding[] => {
      const fixes = isChinese(text.lang) ? chineseQuotes(lines) : englishQuotes;
      return lines.flatMap((line) => {
        const slips = slipsIn(line, fixes);
        return lineFinding(text, line, slips, {
          message: howMany(
            slips,
            'This quotation mark or apostrophe is straight, as on a typewriter.',
            'This line has # straight quotation marks or apostrophes, as on a typewriter.',
          ),
          hint: 'Type “ and ” around what is quoted and ’ for an apostrophe, or run the check with --fix.',
        });
      });
    });
  },
};

type Curl = (text: string, index: number) => string | undefined;

function slipsIn(line: ProseLine, curl: Curl): Slip[] {
  if (line.kind === 'alt' || brackets.test(line.text) || braces.test(line.text) || !/["']/u.test(line.text))
    return [];
  return [...line.text.matchAll(/["']/gu)].flatMap(({ index }): Slip[] => {
    if (isPrime(line.text, index)) return [];
    const text = curl(line.text, index);
    return [{ start: index, end: index + 1, ...defined({ text }) }];
  });
}

/** 6' 2", 15" pipe: feet, inches, minutes. */
function isPrime(text: string, index: number): boolean {
  return /\d/u.test(text.charAt(index - 1)) && !text.slice(0, index).includes(text.charAt(index));
}

const englishQuotes: Curl = (text, index) => {
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
};

/** Chinese has no spaces that tell an opening mark from a closing one: they take turns in a paragraph. */
function chineseQuotes(lines: readonly ProseLine[]): Curl {
  const marks = lines.reduce((sum, { text }) => sum + text.split('"').length - 1, 0);
  let seen = 0;
  return (text, index) => {
    if (text[index] === "'") return letter.test(text.charAt(index - 1)) ? '’' : undefined;
    if (marks % 2 === 1 || lines.some((line) => line.text.includes(cover))) return undefined;
    seen += 1;
    return seen % 2 === 1 ? '“' : '”';
  };
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
