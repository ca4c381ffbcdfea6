/** What stands in the braces behind an image: words, and words with a value. Pure; runs in a browser. */

/** Inside of braces: a closing one may stand inside quotes. */
export const insideBraces = String.raw`(?:"[^"\n]*"|“[^”\n]*”|[^"“{}\n])`;

/** A word, a word with a value in quotes or without spaces, or something that is neither. */
const entry = /([^\s="“”]+)(?:=(?:"([^"]*)"|“([^”]*)”|([^\s"“”]+)))?|"[^"]*"|“[^”]*”|\S/gu;

export interface BraceEntry {
  /** As it stands there. */
  readonly typed: string;
  /** What it is called; all of it where it is no word. */
  readonly name: string;
  readonly value: string | undefined;
}

export function braceEntries(text: string): readonly BraceEntry[] {
  return [...text.matchAll(entry)].map(([typed, name = typed, quoted, curly, bare]) => ({
    typed,
    name,
    value: quoted ?? curly ?? bare,
  }));
}
