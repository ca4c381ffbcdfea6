/**
 * `content/.imported.json`: what imports have written, with the hash of each file, so that a later run can tell what an
 * editor has changed since. It lies with the content and is committed with it: an import that a colleague runs again on
 * another computer must know it too, and a cache may be deleted at any time and must never cost an edit. Pure.
 */

import { createHash } from 'node:crypto';
import { z } from 'zod';

const entrySchema = z.strictObject({
  /** Last name of the source and, where it holds several articles, which: for people. */
  source: z.string(),
  /** Hash of the source's path from the project's folder: no absolute path is committed. */
  sourceId: z.string(),
  files: z.record(z.string(), z.string()),
});

const recordSchema = z.strictObject({
  version: z.literal(1),
  /**
   * By folder, relative to the content folder; of stories in several languages, those that were joined to a folder have
   * the path of their text.
   */
  articles: z.record(z.string(), entrySchema),
});

export type RecordEntry = Readonly<z.output<typeof entrySchema>>;
export type ImportRecord = ReadonlyMap<string, RecordEntry>;

export const recordFile = '.imported.json';

/** Throws when the text is not a record: going on would overwrite what editors wrote. */
export function readRecord(text: string): ImportRecord {
  return new Map(Object.entries(recordSchema.parse(JSON.parse(text)).articles));
}

/** One line a file and sorted, so that two branches that import different articles merge. */
export function recordText(record: ImportRecord): string {
  const sorted = [...record].sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ version: 1, articles: Object.fromEntries(sorted) }, null, 2)}\n`;
}

/** The folder that an entry of the record lies in. */
export function folderOf(key: string): string {
  return key.endsWith('.md') ? key.slice(0, key.lastIndexOf('/')) : key;
}

export function hashOf(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}
