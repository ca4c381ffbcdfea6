/** From a place in a line of prose to what a diagnostic needs. Offsets count from 0 in the line's text. */

import type { Edit } from '../diagnostics/diagnostic.ts';
import type { ProseLine } from '../markdown/prose.ts';
import { defined } from '../text/defined.ts';
import { codeLike, touches } from './code-like.ts';
import type { CheckedText, Finding } from './rule.ts';

export interface Replacement {
  readonly start: number;
  readonly end: number;
  /** What to type instead; undefined when only a person can tell. */
  readonly text?: string;
}

export function placeIn({ displayPath }: CheckedText, line: ProseLine, start: number, end: number) {
  return {
    file: displayPath,
    line: line.line,
    column: line.column + start,
    endColumn: line.column + Math.max(end, start + 1),
  };
}

/** All replacements of one kind in one line are one finding: it marks the first and fixes all. None is in code. */
export function lineFinding(
  text: CheckedText,
  line: ProseLine,
  found: readonly Replacement[],
  words: { readonly message: string; readonly hint: string },
): Finding[] {
  if (found.length === 0) return [];
  const code = codeLike(line.text);
  const replacements = found.filter(({ start, end }) => !touches(code, start, end));
  const [first] = replacements;
  if (first === undefined) return [];
  const fix = replacements.flatMap(({ start, end, text: replacement }): Edit[] =>
    replacement === undefined
      ? []
      : [
          {
            line: line.line,
            column: line.column + start,
            endColumn: line.column + end,
            text: replacement,
          },
        ],
  );
  return [{ ...placeIn(text, line, first.start, first.end), ...words, ...(fix.length === 0 ? {} : { fix }) }];
}

/** Everything that a pattern finds in a line; `replace` gives undefined where a person must look. */
export function replacementsOf(
  line: ProseLine,
  pattern: RegExp,
  replace: (match: RegExpMatchArray) => string | undefined,
): Replacement[] {
  return [...line.text.matchAll(pattern)].map((match): Replacement => {
    const replacement = replace(match);
    const end = match.index + match[0].length;
    return {
      start: match.index,
      end,
      ...defined({ text: replacement }),
    };
  });
}

/** The ids of headings are made of their words: another space or comma there would break links to them. */
export function withoutFixInHeadings(
  line: ProseLine,
  replacements: readonly Replacement[],
): readonly Replacement[] {
  return line.kind === 'heading' ? replacements.map(({ start, end }) => ({ start, end })) : replacements;
}

export function isChinese(lang: string): boolean {
  return /^zh\b/u.test(lang);
}

export function isEnglish(lang: string): boolean {
  return /^en\b/u.test(lang);
}

export function isGerman(lang: string): boolean {
  return /^de\b/u.test(lang);
}

/** `this space` or `these 3 spaces`. */
export function howMany(replacements: readonly Replacement[], one: string, many: string): string {
  return replacements.length === 1 ? one : many.replace('#', String(replacements.length));
}
