/** Keeps what was typed and not saved in this browser, by story: a closed tab or a lost connection loses nothing. */

import { z } from 'zod';

const kept = z.strictObject({
  raw: z.string(),
  /** Of the text that was opened; undefined for a story that was never saved. */
  version: z.string().optional(),
  atMs: z.number(),
});
export type UnsentText = Readonly<z.output<typeof kept>>;

const prefix = 'news-unsent:';

/** @returns whether there was room for it */
export function keepUnsent(file: string, text: UnsentText): boolean {
  try {
    localStorage.setItem(prefix + file, JSON.stringify(text));
    return true;
  } catch {
    return false;
  }
}

export function unsentOf(file: string): UnsentText | undefined {
  const text = localStorage.getItem(prefix + file);
  if (text === null) return undefined;
  try {
    return kept.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

export function forgetUnsent(file: string): void {
  localStorage.removeItem(prefix + file);
}

export function unsentFiles(): ReadonlySet<string> {
  const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
  return new Set(keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)));
}
