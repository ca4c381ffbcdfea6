/**
 * `.newsroom.json`: which version of the generator made the files of a newsroom, and what they were when it did. So an
 * upgrade knows which of them are as it wrote them.
 */

import { createHash } from 'node:crypto';
import { z } from 'zod';

export const recordFile = '.newsroom.json';

const recordSchema = z.strictObject({
  version: z.string().regex(/^\d+\.\d+\.\d+$/u),
  /** SHA-256 of each file as it was written, by path. */
  files: z.record(z.string(), z.string()),
});

export type NewsroomRecord = Readonly<z.output<typeof recordSchema>>;

export function printRecord(version: string, files: ReadonlyMap<string, string>): string {
  const hashes = Object.fromEntries(
    [...files].map(([file, text]) => [file, hashOf(text)] as const).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
  return `${JSON.stringify({ version, files: hashes }, null, 2)}\n`;
}

/** Undefined for a text that is no record. */
export function readRecord(text: string): NewsroomRecord | undefined {
  try {
    return recordSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Line ends count alike: git may have turned them. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
}
