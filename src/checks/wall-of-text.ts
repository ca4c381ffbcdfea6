/** Finds paragraphs that fill a screen: readers on telephones leave there. */

import type { ProseLine } from '../markdown/prose.ts';
import { placeIn } from './prose-finding.ts';
import type { Finding, TextRule } from './rule.ts';

/** A telephone shows about 120 words at once. */
const maximumWords = 220;
/** As long to read as the words. */
const maximumCharacters = 450;

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'wall-of-text': true;
  }
}

export const wallOfText: TextRule = {
  code: 'wall-of-text',
  level: 'warning',
  explanation: 'A paragraph is so long that readers leave.',
  check: (text) => {
    const findings: Finding[] = [];
    const { prose } = text;
    for (let start = 0; start < prose.length; ) {
      const first = prose[start];
      let end = start + 1;
      while (end < prose.length && prose[end]?.block === first?.block) end += 1;
      if (first?.kind === 'paragraph') {
        const size = sizeOf(prose.slice(start, end));
        if (size !== undefined) {
          findings.push({
            ...placeIn(text, first, 0, Math.min(first.text.length, 40)),
            message: `This paragraph has ${size}; readers lose their place in it.`,
            hint: 'Split it where the thought turns: put the cursor there and press Enter twice.',
          });
        }
      }
      start = end;
    }
    return findings;
  },
};

/** In words or characters, when it is too much. */
function sizeOf(lines: readonly ProseLine[]): string | undefined {
  // A word has at least a letter and a space.
  const letters = lines.reduce((sum, { text }) => sum + text.length, 0);
  if (letters < Math.min(maximumCharacters, maximumWords * 2)) return undefined;
  const whole = lines.map(({ text }) => text).join(' ');
  const characters = whole.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  if (characters > maximumCharacters) return `${characters} characters`;
  const words = whole.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
  return characters === 0 && words > maximumWords ? `${words} words` : undefined;
}
