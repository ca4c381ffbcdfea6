/** Finds paragraphs that hyphens make a heading, and lists whose numbers readers would not see. Part of unread-markup. */

import { splitFrontMatter } from '../content/front-matter.ts';
import { type MisreadBlock, misreadBlocks } from '../markdown/misread-blocks.ts';
import type { CheckedText, Finding } from './rule.ts';

/** Of a heading, in a hint. */
const longestQuote = 60;

export function misreadText({ text, displayPath }: CheckedText): Finding[] {
  const split = splitFrontMatter(text, displayPath);
  if (!split.ok) return [];
  const lines = text.split('\n');
  return misreadBlocks(split.file.body, split.file.bodyLine).map((block) => {
    const typed = lines[block.line - 1] ?? '';
    return {
      file: displayPath,
      line: block.line,
      column: typed.length - typed.trimStart().length + 1,
      endColumn: typed.trimEnd().length + 1,
      ...wordsOf(block),
    };
  });
}

function wordsOf(block: MisreadBlock): Pick<Finding, 'message' | 'hint'> {
  switch (block.kind) {
    case 'underlined': {
      const heading = block.text.length > longestQuote || block.text.includes('\n') ? '…' : block.text;
      return {
        message: 'Hyphens directly below a paragraph make it a heading.',
        hint: `Leave an empty line above them; if it is a heading, write ## ${heading} and delete them.`,
      };
    }
    case 'recounted':
      return {
        message: `Readers would see ${block.displayed}. instead of ${block.typed}: a list counts on from its first number.`,
        hint: `Write ${block.displayed}. here. Where the numbers are not counted, put a \\ before the dots and an empty line between them: ${block.typed.slice(0, -1)}\\${block.typed.slice(-1)}`,
      };
  }
}
