/**
 * Writes articles into the content folder, so that no edit is ever lost: a folder that imports did not make is never
 * touched, and one whose files are no longer as the last import left them is left alone as a whole. Photos come first
 * and the text last; each file appears whole or not at all. One of the few files here that touch the disk.
 */

import { lstat, mkdir, readdir, readFile, realpath, rm } from 'node:fs/promises';
import path from 'node:path';
import { isInside } from '../disk/inside-folder.ts';
import { removeAbandonedTemporaries, writeWhole } from '../disk/write-whole.ts';
import {
  folderOf,
  hashOf,
  type ImportRecord,
  type RecordEntry,
  readRecord,
  recordFile,
  recordText,
} from './import-record.ts';

export type FolderState =
  /** Nothing is there. */
  | { readonly kind: 'free' }
  /** As the last import left it. */
  | { readonly kind: 'untouched' }
  /** An editor has changed, removed or added what an import would write. */
  | { readonly kind: 'edited'; readonly file: string }
  /** The folder that an import wrote is gone. */
  | { readonly kind: 'gone' }
  /** There is an article that no import wrote. */
  | { readonly kind: 'foreign' };

export class ArticleWriter {
  readonly #content: string;
  readonly #record: Map<string, RecordEntry>;
  readonly #claimed = new Set<string>();

  private constructor(content: string, record: ImportRecord) {
    this.#content = content;
    this.#record = new Map(record);
  }

  /** Throws when the record is there and cannot be read. */
  static async open(contentFolder: string): Promise<ArticleWriter> {
    const content = await realpath(contentFolder);
    const text = await readIfThere(path.join(content, recordFile));
    try {
      return new ArticleWriter(content, text === undefined ? new Map() : readRecord(text.toString('utf8')));
    } catch (error) {
      throw new Error(`${recordFile} in the content folder is damaged. Restore it from git.`, {
        cause: error,
      });
    }
  }

  get record(): ImportRecord {
    return this.#record;
  }

  /** @param key of the record: a folder, or the text of one more language in it */
  async stateOf(key: string): Promise<FolderState> {
    const entry = this.#record.get(key);
    const folder = folderOf(key);
    const names = await readdir(path.join(this.#content, folder)).catch(() => undefined);
    if (entry === undefined) {
      // A run that was cut off leaves photos without a text: the folder is still free.
      const isText = (name: string) => (key === folder ? name.endsWith('.md') : `${folder}/${name}` === key);
      return names?.some(isText) === true ? { kind: 'foreign' } : { kind: 'free' };
    }
    // Claimed by a run that was cut off before it wrote anything.
    if (names === undefined)
      return Object.keys(entry.files).length === 0 ? { kind: 'free' } : { kind: 'gone' };
    for (const [name, hash] of Object.entries(entry.files)) {
      const bytes = await readIfThere(path.join(this.#content, folder, name));
      if (bytes === undefined || hashOf(bytes) !== hash) return { kind: 'edited', file: name };
    }
    return { kind: 'untouched' };
  }

  /** Files that other languages have in the folder of an entry, with their hashes. */
  filesBeside(key: string): ReadonlyMap<string, string> {
    const folder = folderOf(key);
    return new Map(
      [...this.#record].flatMap(([other, { files }]) =>
        other !== key && folderOf(other) === folder ? Object.entries(files) : [],
      ),
    );
  }

  /** The text of a file of the content folder; undefined when there is none. */
  async readText(file: string): Promise<string | undefined> {
    return (await readIfThere(path.join(this.#content, file)))?.toString('utf8');
  }

  async writeText(file: string, text: string): Promise<void> {
    await writeWhole(path.join(this.#content, file), text);
  }

  /** Notes that a folder will be ours, so that a run that is cut off finds its own articles again. Save the record then. */
  claim(key: string, source: Pick<RecordEntry, 'source' | 'sourceId'>): void {
    if (this.#record.has(key)) return;
    this.#record.set(key, { ...source, files: {} });
    this.#claimed.add(key);
  }

  /** Gives up a claim of this run that nothing was written for. */
  release(key: string): void {
    const entry = this.#record.get(key);
    if (entry !== undefined && this.#claimed.has(key) && Object.keys(entry.files).length === 0)
      this.#record.delete(key);
  }

  /** The name of a file that stands in the way of `files` and is not ours; undefined when all may be written. */
  async obstacle(key: string, files: ReadonlyMap<string, string | Uint8Array>): Promise<string | undefined> {
    const ours = this.#record.get(key)?.files ?? {};
    for (const [name, content] of files) {
      if (name in ours) continue;
      const found = await readIfThere(path.join(this.#content, folderOf(key), name));
      if (found !== undefined && hashOf(found) !== hashOf(content)) return name;
    }
    return undefined;
  }

  /** Writes what differs, removes what earlier imports wrote there and this one does not. Gives whether anything changed. */
  async write(
    key: string,
    files: ReadonlyMap<string, string | Uint8Array>,
    source: Pick<RecordEntry, 'source' | 'sourceId'>,
  ): Promise<boolean> {
    const target = path.join(this.#content, folderOf(key));
    await refuseLinks(this.#content, target);
    await mkdir(target, { recursive: true });
    await removeAbandonedTemporaries(target);
    const before = this.#record.get(key)?.files ?? {};
    const beside = this.filesBeside(key);
    const hashes: Record<string, string> = {};
    let isChanged = false;
    // The text comes last: with it the article exists.
    for (const [name, content] of [...files].sort(
      ([a], [b]) => Number(a.endsWith('.md')) - Number(b.endsWith('.md')) || (a < b ? -1 : 1),
    )) {
      const hash = hashOf(content);
      hashes[name] = hash;
      const found = await readIfThere(path.join(target, name));
      if (found !== undefined && hashOf(found) === hash) continue;
      await writeWhole(path.join(target, name), content);
      isChanged = true;
    }
    for (const name of Object.keys(before)) {
      if (files.has(name) || beside.has(name)) continue;
      await rm(path.join(target, name), { force: true });
      isChanged = true;
    }
    this.#record.set(key, { ...source, files: hashes });
    return isChanged;
  }

  async saveRecord(): Promise<void> {
    const text = recordText(this.#record);
    const file = path.join(this.#content, recordFile);
    if ((await readIfThere(file))?.toString('utf8') !== text) await writeWhole(file, text);
  }
}

/** Writes a folder that is not there yet. False, and nothing written, when it is. */
export async function writeNewFolder(
  contentFolder: string,
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<boolean> {
  const content = await realpath(contentFolder);
  const target = path.join(content, folder);
  await refuseLinks(content, target);
  await mkdir(path.dirname(target), { recursive: true });
  try {
    await mkdir(target);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
  for (const [name, bytes] of files) {
    await writeWhole(path.join(target, name), bytes);
  }
  return true;
}

/** No folder on the way may be a symbolic link that leads somewhere else. */
async function refuseLinks(content: string, target: string): Promise<void> {
  let existing = target;
  while ((await lstat(existing).catch(() => undefined)) === undefined) existing = path.dirname(existing);
  const real = await realpath(existing);
  if (real !== existing || (real !== content && !isInside(content, real))) {
    throw new Error(
      `${path.relative(content, existing)} in the content folder is a symbolic link; articles are not written through it.`,
    );
  }
}

/** The bytes of an ordinary file; undefined when there is none. */
async function readIfThere(file: string): Promise<Buffer | undefined> {
  const found = await lstat(file).catch(() => undefined);
  if (found === undefined) return undefined;
  return found.isFile() ? await readFile(file) : Buffer.from(`not a file: ${found.mode}`);
}
