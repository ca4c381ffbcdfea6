/**
 * Applies the fixes of the text rules until none is left: mending twice changes nothing more. A fix that would turn
 * words into markup, such as the removal of an invisible character in front of a #, is left to the editor.
 */

import { splitFrontMatter } from '../content/front-matter.ts';
import type { Edit } from '../diagnostics/diagnostic.ts';
import { type Levels, levelOf } from '../diagnostics/levels.ts';
import { structureOf } from '../markdown/structure.ts';
import { textRules } from './all-rules.ts';
import { applyEdits } from './apply-edits.ts';
import { readText } from './checked-document.ts';
import type { CheckedText } from './rule.ts';

/** A fix makes room for another a few times at most, such as a double space within a date. */
const maximumRounds = 8;

/** @returns the mended text, or the same when there is nothing to mend */
export function mendText(
  { shownFile, text, lang, locale }: Omit<CheckedText, 'prose'>,
  levels: Levels,
): string {
  const rules = textRules.filter(({ code }) => levelOf(code, levels) !== 'off');
  let mended = text;
  for (let round = 0; round < maximumRounds; round += 1) {
    const read = readText(mended, shownFile, lang, locale);
    const edits = rules.flatMap((rule) => rule.check(read).flatMap(({ fix }) => fix ?? []));
    const next = edits.length === 0 ? mended : applySafely(mended, edits);
    if (next === mended) return mended;
    mended = next;
  }
  return mended;
}

/** All edits at once as a rule; one after another, without the harmful ones, when the structure would change. */
function applySafely(text: string, edits: readonly Edit[]): string {
  const structure = structureOf(bodyOf(text));
  if (structure === undefined) return text;
  const isSafe = (candidate: string) => structureOf(bodyOf(candidate)) === structure;
  const all = applyEdits(text, edits);
  if (isSafe(all)) return all;
  // From the end, so that the places of those before stay true: but for an edit that overlaps one that was made,
  // which is found again in the new text.
  const sorted = [...edits].sort((a, b) => b.line - a.line || b.column - a.column);
  let mended = text;
  let made: Edit | undefined;
  for (const edit of sorted) {
    if (made !== undefined && edit.line === made.line && edit.endColumn > made.column) continue;
    const after = applyEdits(mended, [edit]);
    if (!isSafe(after)) continue;
    mended = after;
    made = edit;
  }
  return mended;
}

function bodyOf(text: string): string {
  const split = splitFrontMatter(text, '');
  return split.ok ? split.file.body : text;
}
