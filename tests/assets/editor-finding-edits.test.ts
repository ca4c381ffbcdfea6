import { expect, test } from 'vitest';
import { fixEdits } from '../../assets/scripts/editor/finding-edits.ts';
import { applyToText } from '../../src/editor/story-text.ts';

const finding = {
  code: 'double-space',
  severity: 'warning',
  file: 'index.md',
  line: 1,
  column: 1,
  endColumn: 2,
  message: 'Two spaces.',
} as const;

test('the fix of a finding is applied at its places, whatever their order', () => {
  const text = 'one  two\nthree  four  five\n';
  const fix = [
    { line: 1, column: 4, endColumn: 6, text: ' ' },
    { line: 2, column: 12, endColumn: 14, text: ' ' },
    { line: 2, column: 6, endColumn: 8, text: ' ' },
  ];
  const fixed = fixEdits(text, { ...finding, fix }).reduce((made, edit) => applyToText(made, [edit]), text);
  expect(fixed).toBe('one two\nthree four five\n');
});

test('a finding that no machine can fix changes nothing', () => {
  expect(fixEdits('text', finding)).toEqual([]);
});
