/** What the editor's buttons write, as long as it is as they wrote it. */

import { describe, expect, test } from 'vitest';
import { chinese } from '../../assets/scripts/editor/words-zh.ts';
import { placeholderText } from '../../src/checks/placeholder-text.ts';

const found = (text: string): readonly string[] =>
  placeholderText
    .check({ text, displayPath: 'index.md', lang: 'en', locale: 'en-US', prose: [] })
    .map(({ line }) => text.split('\n')[line - 1] ?? '');

describe.each([
  ['English', (english: keyof typeof chinese) => english],
  ['Chinese', (english: keyof typeof chinese) => chinese[english]],
] as const)('in %s', (_, words) => {
  test.each([
    [
      `::: quote "${words('Who said it, and their office')}"\n${words('What was said.')}\n:::`,
      [`::: quote "${words('Who said it, and their office')}"`, words('What was said.')],
    ],
    [`::: quote "LI Hua"\n${words('What was said.')}\n:::`, [words('What was said.')]],
    [`::: note "${words('Title')}"\n${words('Text')}\n:::`, [`::: note "${words('Title')}"`, words('Text')]],
    [`::: facts "${words('Title')}"\n- 1\n- 2\n:::`, [`::: facts "${words('Title')}"`, '- 1']],
    ['| A | B |\n| --- | ---: |\n| a | 1 |', ['| A | B |']],
    [`Word.[^1]\n\n[^1]: ${words('Its note.')}`, [`[^1]: ${words('Its note.')}`]],
  ])('%j', (block, expected) => {
    expect(found(`---\ntitle: A\n---\n\nBefore.\n\n${block}\n\nAfter.\n`)).toEqual(expected);
  });
});

test.each([
  'What was said.',
  'Text',
  '- 1\n- 2',
  '::: note "Title deeds"\nText of the deed.\n:::',
  '::: facts "Numbers"\n- 1,204 guests\n:::',
  '| A | B |\n| --- | --- |\n| a | 2 |',
  '[^1]: Its note. And more.',
])('%j is a story of its own', (text) => {
  expect(found(`Before.\n\n${text}\n`)).toEqual([]);
});
