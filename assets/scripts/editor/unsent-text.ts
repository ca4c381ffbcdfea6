/**
 * Keeps what was typed and not saved in this browser: a closed tab or a lost connection loses nothing. Each window has a
 * copy of its own of a story, which no other window writes over; a copy goes when its text is saved or is discarded.
 */

import { z } from 'zod';
import { browserStorage } from './browser-storage.ts';

const storage = browserStorage('localStorage');

const kept = z.strictObject({
  raw: z.string(),
  /** Of the text that was opened; undefined for a story that was never saved. */
  version: z.string().optional(),
  atMs: z.number(),
});
export type UnsentText = Readonly<z.output<typeof kept>>;

/** Which copy of a story's text. */
export interface UnsentCopy {
  readonly file: string;
  /** Of the window that has written it; empty of copies that older editors have kept. */
  readonly id: string;
}

const prefix = 'news-unsent:';

/** A name for a copy that no other one has. */
export function freshCopy(file: string): UnsentCopy {
  const parts = crypto.getRandomValues(new Uint32Array(3));
  return { file, id: [...parts].map((part) => part.toString(36)).join('') };
}

export function keyOfCopy({ file, id }: UnsentCopy): string {
  return prefix + file + (id === '' ? '' : `#${id}`);
}

/** @returns whether there was room for it */
export function keepUnsent(copy: UnsentCopy, text: UnsentText): boolean {
  return storage.set(keyOfCopy(copy), JSON.stringify(text));
}

export function forgetUnsent(copy: UnsentCopy): void {
  storage.remove(keyOfCopy(copy));
}

/** All copies of a story that can be read, the newest first. */
export function unsentOf(file: string): readonly (UnsentCopy & UnsentText)[] {
  return unsentCopies()
    .filter((copy) => copy.file === file)
    .flatMap((copy) => {
      const text = textOf(copy);
      return text === undefined ? [] : [{ ...copy, ...text }];
    })
    .sort((one, other) => other.atMs - one.atMs);
}

export function unsentFiles(): ReadonlySet<string> {
  return new Set(unsentCopies().map(({ file }) => file));
}

function unsentCopies(): readonly UnsentCopy[] {
  return storage
    .keys()
    .filter((key) => key.startsWith(prefix))
    .map((key) => {
      const name = key.slice(prefix.length);
      const [, file = name, id = ''] = /^(.*\.md)#([a-z0-9]+)$/su.exec(name) ?? [];
      return { file, id };
    });
}

function textOf(copy: UnsentCopy): UnsentText | undefined {
  try {
    return kept.parse(JSON.parse(storage.get(keyOfCopy(copy)) ?? ''));
  } catch {
    return undefined;
  }
}
