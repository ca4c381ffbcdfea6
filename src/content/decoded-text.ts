/**
 * Examines a text of YAML after its escapes were read: `"\u202e"` hides a character as well as the character itself does.
 * Pure.
 */

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { codePointOf, impossible, isVisible, shapeless, turning } from '../text/hidden-characters.ts';

export type TextFault = Pick<Diagnostic, 'code' | 'severity' | 'message' | 'hint'> & {
  /** Whether the document cannot be used with it. */
  readonly isFatal: boolean;
  /** Where the character stands in what is typed, as it is or as its escape. */
  readonly stretch?: readonly [start: number, end: number];
};

/**
 * @param value as it is read
 * @param typed as it stands in the file
 */
export function examineText(value: string, typed: string): TextFault | undefined {
  const refuse = (message: string, hint: string): TextFault => ({
    code: 'invalid-yaml',
    severity: 'error',
    isFatal: true,
    message,
    hint,
  });
  if (value.includes('<!--')) {
    return refuse(
      'A comment of HTML in this text would be shown to readers.',
      'Delete it. A note for the newsroom stands behind # on a line of its own: # ask the dean first',
    );
  }
  const [character] = impossible.exec(value) ?? [];
  if (character !== undefined) {
    const words = `This text holds ${codePointOf(character)}, which is no character of a text.`;
    const fault = refuse(words, 'Delete it, or type the text anew without it.');
    return { ...fault, ...stretchOf(character, typed) };
  }
  if (value.trim() !== '' && !isVisible(value)) {
    return refuse('This text shows nothing: it has only characters that cannot be seen.', 'Type it anew.');
  }
  const [turn] = turning.exec(value) ?? [];
  if (turn !== undefined) {
    return {
      ...stretchOf(turn, typed),
      code: 'text-direction',
      severity: 'error',
      isFatal: false,
      message:
        'A hidden character turns the direction of this text around: readers would see other words than yours.',
      hint: 'Delete the line and type it anew instead of pasting it.',
    };
  }
  const [hidden] = shapeless.exec(value) ?? [];
  // One that stands there as it is is found, and taken out, by the rule for what is typed.
  if (hidden === undefined || typed.includes(hidden)) return undefined;
  return {
    ...stretchOf(hidden, typed),
    code: 'invisible-character',
    severity: 'warning',
    isFatal: false,
    message: `This text holds ${codePointOf(hidden)}, which cannot be seen.`,
    hint: 'Delete its escape, which begins with a backslash.',
  };
}

function stretchOf(character: string, typed: string): Pick<TextFault, 'stretch'> {
  const hex = character.charCodeAt(0).toString(16);
  const match = new RegExp(`${character.replace(/\p{Surrogate}/gu, '(?!)')}|\\\\[ux]0*${hex}`, 'iu').exec(
    typed,
  );
  return match === null ? {} : { stretch: [match.index, match.index + match[0].length] };
}
