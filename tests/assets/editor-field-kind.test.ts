/** Which field shows which value: one that shows less would write over the rest. */

import { expect, test } from 'vitest';
import { canShow, type FieldKind, isFlagSet } from '../../assets/scripts/editor/field-kind.ts';
import type { PlainData } from '../../src/editor/plain-data.ts';

const text: FieldKind = { kind: 'text', choices: [] };
const list: FieldKind = { kind: 'list', choices: [], takesOne: true };
const group: FieldKind = { kind: 'group', properties: {} };
const names: FieldKind = { kind: 'names', each: {} };
const groups: FieldKind = { kind: 'groups', each: {} };

test.each<[FieldKind, PlainData, boolean]>([
  [text, 'T', true],
  [text, 2024, true],
  [text, null, true],
  [text, ['T'], false],
  [{ kind: 'date' }, { day: '2024-01-02' }, false],
  [list, 'A', true],
  [list, ['A', 2], true],
  // "- Research: new" is a map for YAML.
  [list, ['A', { Research: 'new' }], false],
  [list, { a: 'b' }, false],
  [names, 'LI Hua', false],
  [names, ['LI Hua'], false],
  [names, { draft: 'LI Hua', unknown: 'A' }, true],
  [group, '', true],
  [groups, 'Was wrong.', false],
  [groups, [{ text: 'A' }, 'B'], false],
  [groups, [{ text: 'A' }], true],
])('%j and %j: %s', (kind, value, expected) => {
  expect(canShow(kind, value)).toBe(expected);
});

test('a box is ticked where a story says so in any word', () => {
  const set: readonly PlainData[] = [true, 'yes', 'True', 'on', 1];
  expect(set.map(isFlagSet)).toEqual(set.map(() => true));
  const unset: readonly (PlainData | undefined)[] = [false, 'no', 'maybe', 0, null, undefined];
  expect(unset.map(isFlagSet)).toEqual(unset.map(() => false));
});
