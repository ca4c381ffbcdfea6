/**
 * Which files of a folder store were read and found whole, so that the next build need not read them again: a CI runner has
 * no output of the build before, and would read a gigabyte of photographs to publish none anew. A file of another size or
 * another time is read. Times count in seconds, because archives that carry a cache from run to run keep no more of them.
 */

import { readFileSync, type Stats, statSync } from 'node:fs';
import { writeWhole } from '../../disk/write-whole.ts';

/** A file that was written so shortly before it was checked may be written again and keep its time. */
const settlingMs = 2000;

export interface CheckedFile {
  readonly sizeBytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

interface Remembered {
  readonly modifiedSeconds: number;
  readonly sha256: string;
}

export class CheckedFiles {
  readonly #file: string;
  #known: Map<string, Remembered> | undefined;
  #isChanged = false;

  /** @param file absolute; read on first use, and need not exist */
  constructor(file: string) {
    this.#file = file;
  }

  /** @param name under which it was remembered, which tells its size */
  find(name: string, path: string, sizeBytes: number): CheckedFile | undefined {
    const known = this.#all().get(name);
    if (known === undefined) return undefined;
    const found = statSync(path, { throwIfNoEntry: false });
    const isSame =
      found?.isFile() === true && found.size === sizeBytes && secondsOf(found) === known.modifiedSeconds;
    return isSame ? { sizeBytes, sha256: known.sha256 } : undefined;
  }

  /** @param stats as they were before the file was read */
  remember(name: string, stats: Stats, sha256: string): void {
    if (stats.mtimeMs > Date.now() - settlingMs) return;
    this.#all().set(name, { modifiedSeconds: secondsOf(stats), sha256 });
    this.#isChanged = true;
  }

  /** A folder that cannot be written costs the next build time. */
  async save(): Promise<void> {
    if (!this.#isChanged) return;
    this.#isChanged = false;
    const lines = [...this.#all()].map(
      ([name, { modifiedSeconds, sha256 }]) => `${sha256} ${modifiedSeconds} ${name}\n`,
    );
    await writeWhole(this.#file, lines.join(''), { isReplaceable: true }).catch(() => undefined);
  }

  #all(): Map<string, Remembered> {
    this.#known ??= new Map(read(this.#file));
    return this.#known;
  }
}

function* read(file: string): Generator<readonly [string, Remembered]> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return;
  }
  for (const line of text.split('\n')) {
    const [, sha256, seconds, name] = /^([\da-f]{64}) (\d+) (\S+)$/.exec(line) ?? [];
    if (sha256 !== undefined && name !== undefined)
      yield [name, { modifiedSeconds: Number(seconds), sha256 }];
  }
}

function secondsOf({ mtimeMs }: Stats): number {
  return Math.floor(mtimeMs / 1000);
}
