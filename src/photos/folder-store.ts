/**
 * Renditions in a folder. A stored file's name tells its length and checksum,
 * `3f/3f9ac1d27b5e-960.51234-8c7d6e5f4a3b2c1d.avif`, so one listing says what is there and every file can be
 * checked by itself: no index to keep, to lock or to lose. Damaged files are removed and made anew.
 */

import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { RenditionStore } from './rendition-store.ts';

interface Entry {
  readonly path: string;
  readonly lengthBytes: number;
  readonly checksum: string;
}

const STORED_NAME = /^([\w-]+)\.(\d+)-([\da-f]{16})(\.\w+)$/;

export function openFolderStore(folder: string): RenditionStore {
  const shards = new Map<string, Promise<Map<string, Entry>>>();
  /** Entries whose bytes this process has checked or written. */
  const checked = new Set<string>();

  const shardOf = (name: string): string => path.join(folder, name.slice(0, 2));
  const listShard = (shard: string): Promise<Map<string, Entry>> => {
    const listing = readShard(shard);
    shards.set(shard, listing);
    return listing;
  };
  const find = async (name: string): Promise<Entry | undefined> => {
    const shard = shardOf(name);
    const entry = (await (shards.get(shard) ?? listShard(shard))).get(name);
    // Another build may have made it since the folder was listed.
    return entry ?? (await listShard(shard)).get(name);
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
      if (checked.has(entry.path) ? await hasItsLength(entry) : await hasItsBytes(entry)) {
        checked.add(entry.path);
        return entry.path;
      }
      checked.delete(entry.path);
      await rm(entry.path, { force: true });
      shards.delete(shardOf(name));
      return undefined;
    },
    async put(name, bytes) {
      const entry = entryFor(shardOf(name), name, bytes);
      await writeWhole(entry.path, bytes);
      (await (shards.get(shardOf(name)) ?? listShard(shardOf(name)))).set(name, entry);
      checked.add(entry.path);
    },
  };
}

/** The name of the rendition that a stored file holds; nothing for any other file. */
export function renditionOf(fileName: string): string | undefined {
  const [, stem, , , extension] = STORED_NAME.exec(fileName) ?? [];
  return stem === undefined || extension === undefined ? undefined : `${stem}${extension}`;
}

async function readShard(shard: string): Promise<Map<string, Entry>> {
  const names = await readdir(shard).catch(() => []);
  const entries = new Map<string, Entry>();
  for (const name of names.sort()) {
    const [, stem = '', length = '', checksum = '', extension = ''] = STORED_NAME.exec(name) ?? [];
    if (stem === '') continue;
    entries.set(`${stem}${extension}`, {
      path: path.join(shard, name),
      lengthBytes: Number(length),
      checksum,
    });
  }
  return entries;
}

function entryFor(shard: string, name: string, bytes: Buffer): Entry {
  const { name: stem, ext: extension } = path.parse(name);
  const checksum = checksumOf(bytes);
  return {
    path: path.join(shard, `${stem}.${bytes.length}-${checksum}${extension}`),
    lengthBytes: bytes.length,
    checksum,
  };
}

function checksumOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

async function hasItsLength(entry: Entry): Promise<boolean> {
  const found = await stat(entry.path).catch(() => undefined);
  return found?.isFile() === true && found.size === entry.lengthBytes;
}

async function hasItsBytes(entry: Entry): Promise<boolean> {
  const bytes = await readFile(entry.path).catch(() => undefined);
  return bytes !== undefined && bytes.length === entry.lengthBytes && checksumOf(bytes) === entry.checksum;
}

async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  const temporary = path.join(path.dirname(file), `.${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(temporary, bytes, { flag: 'wx' });
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new Error(`Cannot keep a rendition in ${path.dirname(file)}.`, { cause: error });
  }
}
