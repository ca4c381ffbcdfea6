/**
 * Applies the fixes of the text rules until none is left: fixing twice changes nothing more. A fix that would turn words
 * into markup, such as the removal of an invisible character in front of a #, or one key into two, is left to the editor.
 */

import { splitFrontMatter } from '../content/front-matter.ts';
import { readYaml } from '../content/yaml-document.ts';
import type { Edit } from '../diagnostics/diagnostic.ts';
import type { Levels } from '../diagnostics/levels.ts';
import { structureOf } from '../markdown/structure.ts';
import { textRules } from './all-rules.ts';
import { applyEdits } from './apply-edits.ts';
import { readText } from './checked-document.ts';
import { levelOf } from './levels.ts';
import type { CheckedText } from './rule.ts';

/** A fix makes room for another a few times at most, such as a double space within a date. */
const maximumRounds = 8;

/** @returns the fixed text, or the same when there is nothing to fix */
export function fixText(
  { displayPath, text, lang, locale }: Omit<CheckedText, 'prose'>,
  levels: Levels,
): string {
  const rules = textRules.filter(({ code }) => levelOf(code, levels) !== 'off');
  let fixed = text;
  for (let round = 0; round < maximumRounds; round += 1) {
    const read = readText(fixed, displayPath, lang, locale);
    const edits = rules.flatMap((rule) => rule.check(read).flatMap(({ fix }) => fix ?? []));
    const next = edits.length === 0 ? fixed : applySafely(fixed, edits);
    if (next === fixed) return fixed;
    fixed = next;
  }
  return fixed;
}

/** All edits at once as a rule; one after another, without the harmful ones, when the structure would change. */
function applySafely(text: string, edits: readonly Edit[]): string {
  const shape = shapeOf(text);
  if (shape === undefined) return text;
  const isSafe = (candidate: string) => shapeOf(candidate) === shape;
  const all = applyEdits(text, edits);
  if (isSafe(all)) return all;
  // From the end, so that the places of those before stay true: but for an edit that overlaps one that was made,
  // which is found again in the new text.
  const sorted = [...edits].sort((a, b) => b.line - a.line || b.column - a.column);
  let fixed = text;
  let made: Edit | undefined;
  for (const edit of sorted) {
    if (made !== undefined && edit.line === made.line && edit.endColumn > made.column) continue;
    const after = applyEdits(fixed, [edit]);
    if (!isSafe(after)) continue;
    fixed = after;
    made = edit;
  }
  return fixed;
}

/** Equal for texts that differ in words alone; undefined for a body that cannot be parsed. */
function shapeOf(text: string): string | undefined {
  const split = splitFrontMatter(text, '');
  if (!split.ok) return structureOf(text);
  const { value, diagnostics } = readYaml(split.file.yaml, '', 1);
  const body = structureOf(split.file.body);
  return body && JSON.stringify([body, diagnostics.length, withoutWords(value)]);
}

/** The same data with every text empty: what is left is which keys there are, and of what kind their values. */
function withoutWords(value: unknown): unknown {
  if (typeof value === 'string') return '';
  if (Array.isArray(value)) return value.map(withoutWords);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value).map(([key, inner]) => [key, withoutWords(inner)]);
}
