/** Finds two spaces in the middle of a line, one of which was meant. */

import { howMany, lineFinding, replacementsOf } from './prose-finding.ts';
import type { TextRule } from './rule.ts';

/** Spaces before a comma are punctuation-style's, those behind a bullet of a word processor unread-markup's. */
const spaces = /(?<=\S)(?<!^(?:[^\p{L}\p{N}]|[oüØ])) {2,}(?=\S)(?![,;!?](?:\s|$))/gu;

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'double-space': true;
  }
}

export const doubleSpace: TextRule = {
  code: 'double-space',
  level: 'warning',
  explanation: 'Two spaces stand where one belongs.',
  check: (text) =>
    text.prose.flatMap((line) => {
      if (!line.text.includes('  ')) return [];
      const replacements = replacementsOf(line, spaces, () => ' ');
      return lineFinding(text, line, replacements, {
        message: howMany(
          replacements,
          'There are two or more spaces here instead of one.',
          'There are two or more spaces instead of one at # places of this line.',
        ),
        hint: 'Delete all but one.',
      });
    }),
};
