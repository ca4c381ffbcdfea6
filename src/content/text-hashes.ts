/** Remembers the hashes of text files by their stamps, so that a build need not read files that have not changed. */

import type { PackStore } from '../cache/pack-store.ts';
import { type FileStamp, stampOf } from './read-folder.ts';

/** A file that was changed so shortly before it was read may change again and keep its stamp. */
export const settlingMs = 2000;
/** The size that is noted of such a file, so that it is known by name and read all the same. */
const unsettledBytes = -1;

/** Size in bytes, modified and changed in milliseconds, hash. */
type KnownStamp = readonly [number, number, number, string];

interface LookedUp {
  readonly hash: string | undefined;
  readonly stamp: FileStamp;
}

export class TextHashes {
  readonly #store: PackStore;
  readonly #key: string;
  readonly #contentFolder: string;
  readonly #nowMs: number;
  readonly #stamps: ReadonlyMap<string, FileStamp>;
  readonly #known: ReadonlyMap<string, KnownStamp>;
  readonly #next = new Map<string, KnownStamp>();
  readonly #lookedUp = new Map<string, LookedUp>();
  #isChanged = false;

  /**
   * @param nowMs when the build began
   * @param stamps of files that were looked at already
   */
  constructor(
    store: PackStore,
    contentFolder: string,
    nowMs: number,
    stamps: ReadonlyMap<string, FileStamp> = new Map(),
  ) {
    this.#store = store;
    // What stands under it is what this code has put there: another shape needs another number.
    this.#key = `stamps 1 ${contentFolder}`;
    this.#contentFolder = contentFolder;
    this.#nowMs = nowMs;
    this.#stamps = stamps;
    this.#known = new Map(Object.entries(readStamps(store.get(this.#key))));
  }

  /** The hash of a file that was not touched since it was last read, and its stamp when it was first asked for. */
  lookUp(file: string): LookedUp {
    const before = this.#lookedUp.get(file);
    if (before !== undefined) return before;
    const found = this.#look(file);
    this.#lookedUp.set(file, found);
    return found;
  }

  /** Whether an earlier build has read a file of this name, whatever was in it. */
  knows(file: string): boolean {
    return this.#known.has(file);
  }

  #look(file: string): LookedUp {
    const stamp = this.#stamps.get(file) ?? stampOf(this.#contentFolder, file);
    const known = this.#known.get(file);
    const isSame =
      known !== undefined &&
      known[0] === stamp.sizeBytes &&
      known[1] === stamp.modifiedMs &&
      known[2] === stamp.changedMs;
    if (isSame) this.#next.set(file, known);
    return { hash: isSame ? known[3] : undefined, stamp };
  }

  /** @param stamp as it was before the file was read */
  remember(file: string, stamp: FileStamp, hash: string): void {
    this.#lookedUp.set(file, { hash, stamp });
    const { sizeBytes, modifiedMs, changedMs } = stamp;
    const isSettled = Math.max(modifiedMs, changedMs) <= this.#nowMs - settlingMs;
    this.#next.set(file, [isSettled ? sizeBytes : unsettledBytes, modifiedMs, changedMs, hash]);
    this.#isChanged = true;
  }

  save(): void {
    if (!this.#isChanged && this.#next.size === this.#known.size) return;
    this.#store.put(this.#key, Buffer.from(JSON.stringify(Object.fromEntries(this.#next))));
  }
}

function readStamps(bytes: Buffer | undefined): Readonly<Record<string, KnownStamp>> {
  return bytes === undefined ? {} : JSON.parse(bytes.toString('utf8'));
}
