/** The hash by which the manifest knows a file. */

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

/** A stream takes longer to set up than such a file to read. */
const smallBytes = 4_000_000;

/**
 * SHA-256, hexadecimal. Reads in pieces: a press kit may be larger than the memory.
 * @param sizeBytes where it is known: a small file is read at once
 */
export async function hashFile(file: string, sizeBytes?: number): Promise<string> {
  const hash = createHash('sha256');
  if (sizeBytes !== undefined && sizeBytes <= smallBytes)
    return hash.update(await readFile(file)).digest('hex');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
