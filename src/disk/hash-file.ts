/** The hash by which the manifest knows a file. */

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

/** A stream takes longer to set up than such a file to read. */
const smallBytes = 4_000_000;

/**
 * Hashes a file, hexadecimal. Reads in pieces: a press kit may be larger than the memory.
 * @param sizeBytes where it is known: a small file is read at once
 * @param algorithm MD5 only to compare with what object stores say
 */
export async function hashFile(
  file: string,
  sizeBytes?: number,
  algorithm: 'sha256' | 'md5' = 'sha256',
): Promise<string> {
  const hash = createHash(algorithm);
  if (sizeBytes !== undefined && sizeBytes <= smallBytes)
    return hash.update(await readFile(file)).digest('hex');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
