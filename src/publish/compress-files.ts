/**
 * `.br` and `.gz` beside the text files of a site, for servers that send them as they lie there. Made once for each
 * content and kept in a cache; a compressed file that is hardly smaller is not made. A cache that cannot be read or
 * written costs time, never a publish.
 */

import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { inParallel } from '../disk/job-limit.ts';
import { writeWhole } from '../disk/write-whole.ts';
import type { BuiltFolder } from './built-folder.ts';

const encodings = ['br', 'gz'] as const;

type Encoding = (typeof encodings)[number];

export interface CompressedFile {
  /** Path inside the site: `index.html.br`. */
  readonly path: string;
  readonly bytes: Buffer;
}

/** One packet of the network holds this much: less does not arrive earlier for being smaller. */
const SMALLEST_BYTES = 1400;

/** Raised when files come to be compressed otherwise. */
const VERSION = 1;

/** Threads of the pool that zlib works in. */
const AT_ONCE = 4;

/**
 * Measured over the demonstration site's 6.9 MB of text: Brotli 5 makes 1.63 MB of it in 0.4 s, 9 makes 1.61 MB in 7 s
 * and 11 makes 1.46 MB in 17 s, which an archive of ten thousand stories could not wait for. Gzip 9: 1.74 MB in 0.2 s.
 */
const compressors: Readonly<Record<Encoding, (bytes: Buffer) => Promise<Buffer>>> = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 5,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
      },
    }),
  gz: (bytes) => promisify(gzip)(bytes, { level: 9 }),
};

function isCompressible(file: string): boolean {
  return /\.(?:html|css|js|json|webmanifest|xml|txt|svg)$/u.test(file);
}

export async function compressFiles(
  { folder, manifest }: BuiltFolder,
  cacheFolder: string,
  onProgress?: (done: number, total: number) => void,
): Promise<readonly CompressedFile[]> {
  const cache = path.join(cacheFolder, `compressed-${VERSION}`);
  const files = [...manifest.files].filter(
    ([file, { sizeBytes }]) => isCompressible(file) && sizeBytes >= SMALLEST_BYTES,
  );
  const made: CompressedFile[] = [];
  const used = new Set<string>();
  await inParallel(
    files,
    async ([file, { sha256, sizeBytes }]) => {
      let source: Buffer | undefined;
      for (const encoding of encodings) {
        const name = `${sha256}.${encoding}`;
        used.add(name);
        let bytes = await readCached(path.join(cache, name));
        if (bytes === undefined) {
          source ??= await readFile(path.join(folder, file));
          bytes = await compressors[encoding](source);
          await writeCached(path.join(cache, name), bytes);
        }
        if (bytes.byteLength < sizeBytes * 0.9) made.push({ path: `${file}.${encoding}`, bytes });
      }
    },
    onProgress,
    AT_ONCE,
  );
  await forget(cache, used);
  return made.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** An entry is the hash of the compressed bytes, and the bytes. */
async function readCached(file: string): Promise<Buffer | undefined> {
  const entry = await readFile(file).catch(() => undefined);
  if (entry === undefined || entry.byteLength < 32) return undefined;
  const bytes = entry.subarray(32);
  return entry.subarray(0, 32).equals(digest(bytes)) ? bytes : undefined;
}

async function writeCached(file: string, bytes: Buffer): Promise<void> {
  try {
    await writeWhole(file, Buffer.concat([digest(bytes), bytes]), { isReplaceable: true });
  } catch {
    // Then it is compressed again next time.
  }
}

function digest(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** What this site has no use for goes, so that the cache is never larger than a site. */
async function forget(cache: string, used: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(cache).catch(() => [])) {
    if (!used.has(name)) await rm(path.join(cache, name), { force: true }).catch(() => undefined);
  }
}
