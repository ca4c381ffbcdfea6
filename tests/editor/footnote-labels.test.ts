/** Footnotes of a pasted text keep out of the way of those that the story has. */

import { expect, test } from 'vitest';
import { withFreeFootnotes } from '../../src/editor/footnote-labels.ts';

test.each([
  ['One[^1].\n\n[^1]: Note.', 'No notes.', 'One[^1].\n\n[^1]: Note.'],
  [
    'One[^1], two[^2].\n\n[^1]: A.\n\n[^2]: B.',
    'Old[^1].\n\n[^1]: Old.',
    'One[^3], two[^2].\n\n[^3]: A.\n\n[^2]: B.',
  ],
  ['One[^e1].\n\n[^e1]: A.', '[^e1] [^1] [^e1]: x', 'One[^2].\n\n[^2]: A.'],
  ['Typed \\[^1] and code.', '[^1]: Old.', 'Typed \\[^1] and code.'],
])('%j into %j', (added, text, expected) => {
  expect(withFreeFootnotes(added, text)).toBe(expected);
});
