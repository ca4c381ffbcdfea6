/** Renditions in a folder. Damaged files are removed and made anew; several builds may share it at the same time. */

import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { writeWhole } from '../../disk/write-whole.ts';
import { sha256Of } from '../../text/sha256.ts';
import type { RenditionStore } from './rendition-store.ts';
import { parseStoredName, type StoredName, shardOf, storedNameFor, verifiedHash } from './stored-name.ts';

interface Entry extends StoredName {
  readonly path: string;
}

export function openFolderStore(folder: string): RenditionStore {
  const shards = new Map<string, Promise<Map<string, Entry>>>();
  /** The hashes of those whose bytes this process has checked or written, by name. */
  const checked = new Map<string, string>();

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
      const sha256 = known !== undefined && (await hasItsLength(entry)) ? known : readHash(entry);
      if (sha256 !== undefined) {
        checked.set(name, sha256);
        return entry.path;
      }
      checked.delete(name);
      await rm(entry.path, { force: true });
      shards.delete(shardOf(name));
      return undefined;
    },
    sha256Of: (name) => checked.get(name),
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
      checked.set(name, stored.sha256);
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
function readHash(entry: Entry): string | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(entry.path, 'r');
  } catch {
    return undefined;
  }
  try {
    let lengthBytes = 0;
    if (entry.lengthBytes < scratch.byteLength) {
      for (let read = -1; read !== 0; lengthBytes += read)
        read = readSync(descriptor, scratch, lengthBytes, scratch.byteLength - lengthBytes, null);
      return verifiedHash(entry, lengthBytes, sha256Of(scratch.subarray(0, lengthBytes), 'hex'));
    }
    const hash = createHash('sha256');
    for (let read = -1; read !== 0; lengthBytes += read) {
      read = readSync(descriptor, scratch, 0, scratch.byteLength, null);
      hash.update(scratch.subarray(0, read));
    }
    return verifiedHash(entry, lengthBytes, hash.digest('hex'));
  } catch {
    return undefined;
  } finally {
    closeSync(descriptor);
  }
}

/** Ten thousand files need not have memory of their own each. */
const scratch = Buffer.allocUnsafe(1 << 18);
