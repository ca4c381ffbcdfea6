/**
 * Names in running text. A Chinese name in Latin letters has its family name in capitals here ("YANG Lindi");
 * "Yang Lindi", "YANG LinDi", "YANG Lin Di" and "Lindi YANG" have the same letters, so one key finds them all.
 */

import type { Body } from '../markdown/block.ts';
import type { ProseLine } from '../markdown/prose.ts';
import type { CheckedDocument } from './rule.ts';

export interface TextName {
  /** Offsets in the line's text, from 0. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const words = /\p{Lu}[\p{L}]*(?:-\p{L}+)*/gu;

/** Every two and every three words in a row that begin with a capital, parted by single spaces. */
export function capitalizedGroups({ text }: Pick<ProseLine, 'text'>): TextName[] {
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

/** By the body, which is another object when the text was edited. */
const known = new WeakMap<Body, readonly NamesInLine[]>();

/** The lines of a text that hold a name. Its text is read for that once. */
export function namesIn(document: CheckedDocument): readonly NamesInLine[] {
  const before = known.get(document.body);
  if (before !== undefined) return before;
  const lines = document.prose.flatMap((line): NamesInLine[] => {
    const groups = capitalizedGroups(line);
    return groups.length === 0 ? [] : [{ line, groups }];
  });
  known.set(document.body, lines);
  return lines;
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
