/** What can be fuzzed: a reader of texts that strangers write, and what must be true of whatever it makes of them. */

export interface FuzzTarget {
  /** Honest texts to begin with. */
  readonly seeds: readonly string[];
  /** What such texts are made of: mutations put these in. */
  readonly pieces: readonly string[];
  /** For a text of a megabyte, in time of the processor; one second where nothing else is said. */
  readonly longestMs?: number;
  /** Throws when the reader does, or when what it made is not harmless. Texts have line feeds alone, as files are read. */
  readonly run: (text: string) => void | Promise<void>;
}

/** Throws with words that are the same for the same fault, so that a text can be made smaller. */
export function must(isTrue: boolean, words: string): void {
  if (!isTrue) throw new Error(words);
}
