/**
 * Names in running text. A Chinese name in Latin letters has its family name in capitals here ("YANG Lindi");
 * "Yang Lindi", "YANG LinDi", "YANG Lin Di" and "Lindi YANG" have the same letters, so one key finds them all.
 */

import type { ProseLine } from '../markdown/prose.ts';
import type { CheckedDocument, CheckedText } from './rule.ts';

interface TextName {
  /** Offsets in the line's text, from 0. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const words = /\p{Lu}[\p{L}]*(?:-\p{L}+)*/gu;

/** Every two and every three words in a row that begin with a capital, separated by single spaces. */
function capitalizedGroups({ text }: Pick<ProseLine, 'text'>): TextName[] {
  const found = [...text.matchAll(words)];
  const groups: TextName[] = [];
  for (const [index, { index: start, 0: first }] of found.entries()) {
    let end = start + first.length;
    // "McDonald" within "iMcDonald" is no word.
    if (/[\p{L}\p{N}]$/u.test(text.slice(0, start))) continue;
    for (let next = index + 1; next < index + 3; next += 1) {
      const word = found[next];
      if (word === undefined || word.index !== end + 1 || text[end] !== ' ') break;
      end = word.index + word[0].length;
      groups.push({ start, end, text: text.slice(start, end) });
    }
  }
  return groups;
}

/** The names of one line. */
export interface NamesInLine {
  readonly line: ProseLine;
  readonly groups: readonly TextName[];
}

/** The lines of a text that hold a name. */
export function namesIn({ prose }: Pick<CheckedText, 'prose'>): readonly NamesInLine[] {
  return prose.flatMap((line): NamesInLine[] => {
    const groups = capitalizedGroups(line);
    return groups.length === 0 ? [] : [{ line, groups }];
  });
}

/** Counts each name of a text. */
export function countNames(text: Pick<CheckedText, 'prose'>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { groups } of namesIn(text)) {
    for (const { text: name } of groups) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** Whether a text has a name of some kind, told without the text. */
export function hasName(
  { names }: Pick<CheckedDocument, 'names'>,
  isWanted: (name: string) => boolean,
): boolean {
  for (const name of names.keys()) if (isWanted(name)) return true;
  return false;
}

/** Asks the same question about one name only once: ten thousand stories have few different names. */
export function once<T>(answer: (name: string) => T): (name: string) => T {
  const known = new Map<string, { readonly answer: T }>();
  return (name) => {
    const before = known.get(name) ?? { answer: answer(name) };
    known.set(name, before);
    return before.answer;
  };
}

/** The letters of a name, whatever its capitals, spaces and hyphens. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, '');
}

/** The same name with its last word first, and with its first word last. */
export function turnedKeys(name: string): string[] {
  const parts = name.split(' ');
  if (parts.length < 2) return [];
  return [
    ...new Set([
      nameKey([parts.at(-1), ...parts.slice(0, -1)].join('')),
      nameKey([...parts.slice(1), parts[0]].join('')),
    ]),
  ];
}

/** "YANG Lindi": the family name in capitals, the rest not. */
export function isHouseStyle(name: string): boolean {
  const parts = name.split(' ');
  const isCapitals = (part: string) => /^\p{Lu}{2,}(?:-\p{Lu}+)*$/u.test(part);
  return parts.length > 1 && parts.some(isCapitals) && !parts.every(isCapitals);
}
