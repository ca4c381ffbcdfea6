/**
 * Finds a paragraph or a photo that stands twice in one text. Git joins in silence what two branches have each added or moved to
 * another place; nobody writes sixty letters twice. Short lines, verses and cells of tables may recur, and so may a
 * sentence of the text in a pull quote.
 */

import type { ProseLine } from '../markdown/prose.ts';
import { placeIn } from './prose-finding.ts';
import type { CheckedText, Finding, TextRule } from './rule.ts';

/** Characters of Chinese and Japanese count as two. */
const shortestParagraph = 60;

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'repeated-text': true;
  }
}

export const repeatedText: TextRule = {
  code: 'repeated-text',
  level: 'warning',
  explanation: 'A paragraph or a photo stands twice in one text.',
  check: (text) => {
    const rows = text.text.split('\n');
    const boxes = boxesOf(rows);
    const known = new Map<string, number>();
    return paragraphsOf(text, rows).flatMap(([first, ...more]): Finding[] => {
      const typed = [first, ...more].map(({ line }) => rows[line - 1] ?? '');
      const whole = typed.map((row) => row.trim()).join(' ');
      const isPhoto = whole.startsWith('![');
      if (!isPhoto && (isVerse(typed) || lengthOf(whole) < shortestParagraph)) return [];
      const key = `${boxes[first.line - 1] ?? ''}\n${whole}`;
      const before = known.get(key);
      if (before === undefined) {
        known.set(key, first.line);
        return [];
      }
      return [
        {
          ...placeIn(text, first, 0, first.text.length),
          message: `This ${isPhoto ? 'line' : 'paragraph'} stands in line ${before} already.`,
          hint: 'Delete one of the two. Git joins in silence what two branches have each added or moved.',
        },
      ];
    });
  },
};

/** The rows of each; in a gallery each photo is one. */
function paragraphsOf(
  { prose }: CheckedText,
  rows: readonly string[],
): readonly (readonly [ProseLine, ...ProseLine[]])[] {
  const blocks = new Map<string, [ProseLine, ...ProseLine[]]>();
  for (const line of prose) {
    if (line.kind !== 'paragraph') continue;
    const isPhoto = rows[line.line - 1]?.trimStart().startsWith('![') === true;
    const key = isPhoto ? `line ${line.line}` : `block ${line.block}`;
    const block = blocks.get(key);
    if (block === undefined) blocks.set(key, [line]);
    else block.push(line);
  }
  return [...blocks.values()];
}

/** By line the name of the innermost ::: block around it. */
function boxesOf(rows: readonly string[]): readonly string[] {
  const open: string[] = [];
  return rows.map((row) => {
    const [, name] = /^\s*:{3,}\s*(\w*)/u.exec(row) ?? [];
    if (name === '') open.pop();
    else if (name !== undefined) open.push(name);
    return open.at(-1) ?? '';
  });
}

function isVerse(rows: readonly string[]): boolean {
  return rows.slice(0, -1).some((row) => /(?: {2}|\\)$/u.test(row));
}

function lengthOf(text: string): number {
  return text.length + (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0);
}
