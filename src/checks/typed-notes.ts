/** Finds footnotes that were pasted as numbers in brackets: nothing leads from one to the other. Part of unread-markup. */

import { placeIn } from './prose-finding.ts';
import type { CheckedText, Finding } from './rule.ts';

const note = /^\[(\d{1,3})\][ \t\u00a0]*(\S.*)$/u;

export function typedNotes(text: CheckedText): Finding[] {
  return text.prose.flatMap((line): Finding[] => {
    if (line.kind !== 'paragraph') return [];
    const [typed, number = '', words = ''] = note.exec(line.text) ?? [];
    // A remark may begin so; a note is called behind a word.
    const call = new RegExp(`(?<=[^\\s([])\\[${number}\\]`, 'u');
    if (typed === undefined || !text.prose.some((other) => call.test(other.text))) return [];
    return [
      {
        ...placeIn(text, line, 0, number.length + 2),
        message: 'This is not read as a footnote: no link leads to it from the text.',
        hint: `Write [^${number}] in the text, and here [^${number}]: ${words.length > 40 ? '…' : words}`,
      },
    ];
  });
}
