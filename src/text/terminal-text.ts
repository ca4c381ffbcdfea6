/**
 * Makes text from content safe to print: escape sequences, line breaks and bidirectional overrides of a
 * stranger's file must not move the cursor, forge a line or speak to a CI system.
 */

const unsafe = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;
/** Commands to GitHub Actions: `::name::` that begins a line, and of old, as for Azure, `##[name]` anywhere in it. */
const command = /^\s*:(?=:[a-z])|#(?=#(?:\[|vso\[))/giu;

/** One line of printable text; each unsafe character becomes `\u{hex}`, a tab becomes a space. */
export function terminalText(text: string): string {
  return text
    .replace(unsafe, (character) => (character === '\t' ? ' ' : escaped(character)))
    .replace(command, (found) => found.slice(0, -1) + escaped(found.slice(-1)));
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
