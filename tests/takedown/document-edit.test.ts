import { describe, expect, test } from 'vitest';
import { DocumentEdit } from '../../src/takedown/document-edit.ts';

const text = `---
title: A fair
# who was there
credits: {draft: [LI Hua, YANG Lindi]}
related: [2024/a, 2024/b]
photos:
  1.jpg:
    credit: LI Hua
---

Before.

![A](1.jpg)

Between ![B](2.jpg) words.

::: gallery "Both"
![C](3.jpg)
![D](4.jpg)
:::

After.
`;
const place = (line: number, words: string) => {
  const column = (text.split('\n')[line - 1] ?? '').indexOf(words) + 1;
  return { line, column, endColumn: column + words.length };
};

describe('an edit of a document', () => {
  test('that changes nothing gives the same bytes', () => {
    expect(new DocumentEdit(text).result()).toBe(text);
  });

  test('takes pieces of lines, with the lines and boxes that are empty then', () => {
    const edit = new DocumentEdit(text);
    for (const [line, words] of [
      [13, '![A](1.jpg)'],
      [15, '![B](2.jpg) '],
      [18, '![C](3.jpg)'],
      [19, '![D](4.jpg)'],
    ] as const) {
      expect(edit.at(place(line, words))).toBe(words);
      edit.replace(place(line, words), '');
    }
    expect(edit.result()).toBe(
      `${text.slice(0, text.indexOf('Before.'))}Before.\n\nBetween words.\n\nAfter.\n`,
    );
  });

  test('takes keys with the maps that are empty then, and leaves comments and the rest', () => {
    const edit = new DocumentEdit(text);
    edit.removeKey(['credits', 'draft', 0]);
    edit.removeKey(['related', 0]);
    edit.removeKey(['related', 1]);
    edit.removeKey(['photos', '1.jpg', 'credit']);
    expect(edit.result().slice(0, edit.result().indexOf('Before'))).toBe(
      '---\ntitle: A fair\n# who was there\ncredits: {draft: [YANG Lindi]}\n---\n\n',
    );
  });
});
