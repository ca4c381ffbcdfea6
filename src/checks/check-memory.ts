/** Remembers what was found in a text by the text itself: what has not been edited is not read again. */

import type { CheckedDocument } from './rule.ts';

export interface CheckMemory {
  /** Names the generator's own code. */
  readonly codeVersion: string;
  readonly store: {
    has(key: string): boolean;
    get(key: string): Buffer | undefined;
    put(key: string, value: Buffer): void;
  };
}

/**
 * @param what names the question, with all that the answer depends on besides the text
 * @param find gives plain data, which JSON keeps as it is
 */
export function remember<T>(
  memory: CheckMemory | undefined,
  document: Pick<CheckedDocument, 'article' | 'lang' | 'locale' | 'isAsParsed'>,
  what: string,
  find: () => readonly T[],
): readonly T[] {
  const { article, lang, locale } = document;
  // Only of articles the hash is known without their texts being read; pages and people are few.
  if (memory === undefined || article === undefined) return find();
  const key = `checks ${memory.codeVersion} ${lang} ${locale} ${article.hash} ${what}`;
  // That nothing was found, which is what most texts give, need not be read.
  const clean = `${key} clean`;
  if (memory.store.has(clean)) return [];
  const known = memory.store.get(key);
  // What the store gives is what this version of the code has put in, or nothing.
  if (known !== undefined) return JSON.parse(known.toString('utf8'));
  const found = find();
  if (!document.isAsParsed) return found;
  if (found.length === 0) memory.store.put(clean, Buffer.alloc(0));
  else memory.store.put(key, Buffer.from(JSON.stringify(found)));
  return found;
}
