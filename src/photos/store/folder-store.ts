/** Renditions in a folder. Damaged files are removed and made anew; several builds may share it at the same time. */

import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { writeWhole } from '../../disk/write-whole.ts';
import { sha256Of } from '../../text/sha256.ts';
import type { CheckedFile, CheckedFiles } from './checked-files.ts';
import type { RenditionStore } from './rendition-store.ts';
import { parseStoredName, type StoredName, shardOf, storedNameFor, verifiedHash } from './stored-name.ts';

interface Entry extends StoredName {
  readonly path: string;
}

/** @param memory of the files that earlier builds have checked */
export function openFolderStore(folder: string, memory?: CheckedFiles): RenditionStore {
  const shards = new Map<string, Promise<Map<string, Entry>>>();
  /** Those whose bytes this process has checked or written, by name. */
  const checked = new Map<string, CheckedFile>();

  const list = (shard: string): Promise<Map<string, Entry>> => {
    const listing = readShard(path.join(folder, shard));
    shards.set(shard, listing);
    return listing;
  };
  /**
   * Lists the shard anew when the name is not in it: another build may have made it meanwhile. Whatever many ask at
   * once, a shard is listed once for all of them.
   */
  const find = async (name: string): Promise<Entry | undefined> => {
    const shard = shardOf(name);
    const known = shards.get(shard);
    if (known === undefined) return (await list(shard)).get(name);
    const entry = (await known).get(name);
    if (entry !== undefined) return entry;
    const listing = shards.get(shard);
    return (await (listing === undefined || listing === known ? list(shard) : listing)).get(name);
  };

  return {
    async missing(names) {
      const entries = await Promise.all(names.map(async (name) => ({ name, entry: await find(name) })));
      const whole = await Promise.all(entries.map(({ entry }) => entry !== undefined && hasItsLength(entry)));
      return names.filter((_, at) => !whole[at]);
    },
    async pathOf(name) {
      const entry = await find(name);
      if (entry === undefined) return undefined;
      const known = checked.get(name);
      const found =
        known === undefined
          ? (memory?.find(entry.fileName, entry.path, entry.lengthBytes) ?? check(entry, memory))
          : (await hasItsLength(entry))
            ? known
            : undefined;
      if (found !== undefined) {
        checked.set(name, found);
        return entry.path;
      }
      checked.delete(name);
      await rm(entry.path, { force: true });
      shards.delete(shardOf(name));
      return undefined;
    },
    checked: (name) => checked.get(name),
    async put(name, bytes) {
      const shard = shardOf(name);
      const stored = storedNameFor(name, bytes);
      const entry = { ...stored, path: path.join(folder, shard, stored.fileName) };
      try {
        await writeWhole(entry.path, bytes, { isReplaceable: true });
      } catch (error) {
        throw new Error(`Cannot keep a rendition in ${path.join(folder, shard)}.`, { cause: error });
      }
      (await (shards.get(shard) ?? list(shard))).set(name, entry);
      checked.set(name, { sizeBytes: stored.lengthBytes, sha256: stored.sha256 });
    },
    async remove(names) {
      for (const name of names) {
        for (let entry = await find(name); entry !== undefined; entry = await find(name)) {
          await rm(entry.path, { force: true });
          checked.delete(name);
          shards.delete(shardOf(name));
        }
      }
    },
  };
}

async function readShard(folder: string): Promise<Map<string, Entry>> {
  const fileNames = await readdir(folder).catch(() => []);
  const entries = new Map<string, Entry>();
  for (const fileName of fileNames.sort()) {
    const stored = parseStoredName(fileName);
    if (stored !== undefined)
      entries.set(stored.name, { ...stored, path: path.join(folder, stored.fileName) });
  }
  return entries;
}

async function hasItsLength(entry: Entry): Promise<boolean> {
  const found = await stat(entry.path).catch(() => undefined);
  return found?.isFile() === true && found.size === entry.lengthBytes;
}

/** Undefined when it is damaged. Reads while nothing else happens: files are small, and waiting for each costs more. */
function check(entry: Entry, memory: CheckedFiles | undefined): CheckedFile | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(entry.path, 'r');
  } catch {
    return undefined;
  }
  try {
    const stats = memory && fstatSync(descriptor);
    const { sizeBytes, sha256 } = readHash(descriptor, entry.lengthBytes);
    if (verifiedHash(entry, sizeBytes, sha256) === undefined) return undefined;
    if (stats !== undefined) memory?.remember(entry.fileName, stats, sha256);
    return { sizeBytes, sha256 };
  } catch {
    return undefined;
  } finally {
    closeSync(descriptor);
  }
}

function readHash(descriptor: number, expectedBytes: number): CheckedFile {
  let sizeBytes = 0;
  if (expectedBytes < scratch.byteLength) {
    for (let read = -1; read !== 0; sizeBytes += read)
      read = readSync(descriptor, scratch, sizeBytes, scratch.byteLength - sizeBytes, null);
    return { sizeBytes, sha256: sha256Of(scratch.subarray(0, sizeBytes), 'hex') };
  }
  const hash = createHash('sha256');
  for (let read = -1; read !== 0; sizeBytes += read) {
    read = readSync(descriptor, scratch, 0, scratch.byteLength, null);
    hash.update(scratch.subarray(0, read));
  }
  return { sizeBytes, sha256: hash.digest('hex') };
}

/** Ten thousand files need not have memory of their own each. */
const scratch = Buffer.allocUnsafe(1 << 18);
