/**
 * Remembers descriptions by the photo's content, and by path and file stamp which content a file has, so that
 * a warm build reads no photo. One file of lines, each complete in itself: a damaged line costs one photo, a
 * missing file costs time and nothing else. Safe to share and to carry between machines.
 */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeWhole } from '../disk/write-whole.ts';
import { defined } from '../text/defined.ts';
import type { Description } from './describe-photo.ts';
import { type FileLine, type Line, type PhotoLine, parseLines, printLines } from './description-lines.ts';
import type { ContentCredentials } from './provenance/content-credentials.ts';
import { type FileStamp, isSameStamp } from './source-file.ts';

/** Raised when descriptions come to hold something else, so that older ones are made anew. */
const FILE_NAME = 'descriptions-8.jsonl';

export interface DescriptionCache {
  /** The hash of a file that has not been touched since it was last read. */
  hashOf(file: string, stamp: FileStamp): string | undefined;
  description(hash: string): Description | undefined;
  remember(file: string, stamp: FileStamp, hash: string, description: Description): void;
  /** Writes what is new, together with what other builds have written meanwhile. Throws when it cannot. */
  save(): Promise<void>;
}

export async function openDescriptionCache(cacheFolder: string): Promise<DescriptionCache> {
  const cacheFile = path.join(cacheFolder, FILE_NAME);
  const fresh: Line[] = [];
  const files = new Map<string, FileLine>();
  const photos = new Map<string, Description>();
  const index = (line: Line): void => {
    if (line.kind === 'file') files.set(line.file, line);
    else photos.set(line.hash, descriptionOf(line));
  };
  for (const line of await readLines(cacheFile)) index(line);

  return {
    hashOf(file, stamp) {
      const line = files.get(file);
      return line !== undefined && isSameStamp(line, stamp) ? line.hash : undefined;
    },
    description: (hash) => photos.get(hash),
    remember(file, stamp, hash, description) {
      const { sizeBytes, modifiedNs, changedNs } = stamp;
      const lines: Line[] = [{ kind: 'file', file, hash, sizeBytes, modifiedNs, changedNs }];
      if (!photos.has(hash)) lines.push({ kind: 'photo', hash, ...description });
      for (const line of lines) {
        index(line);
        fresh.push(line);
      }
    },
    async save() {
      if (fresh.length === 0) return;
      const written = fresh.splice(0);
      try {
        const lines = printLines([...(await readLines(cacheFile)), ...written]);
        await writeWhole(cacheFile, lines, { isReplaceable: true });
      } catch (error) {
        throw new Error(`Cannot write the photo cache ${cacheFile}.`, { cause: error });
      }
    },
  };
}

/** Removes what is known of photos and where they lie, by the hash of their bytes. */
export async function forgetDescriptions(cacheFolder: string, hashes: ReadonlySet<string>): Promise<void> {
  const cacheFile = path.join(cacheFolder, FILE_NAME);
  const lines = await readLines(cacheFile);
  const kept = lines.filter(({ hash }) => !hashes.has(hash));
  if (kept.length < lines.length) await writeWhole(cacheFile, printLines(kept), { isReplaceable: true });
}

async function readLines(cacheFile: string): Promise<readonly Line[]> {
  // What cannot be read is described once more; whether it can be written is told when it is saved.
  return parseLines(await readFile(cacheFile, 'utf8').catch(() => ''));
}

/** Zod gives optional keys as possibly undefined; a description leaves them out. */
function descriptionOf(line: PhotoLine): Description {
  const { widthPx, heightPx, doubt, pictureCount, metadata, credentials } = line;
  const { caption, alt, captions, alts, credit, creator, copyright, takenAt, sourceType, madeFrom } =
    metadata;
  return {
    widthPx,
    heightPx,
    ...defined({ doubt, pictureCount }),
    metadata: {
      ...defined({ caption, alt, captions, alts, credit, creator, copyright, takenAt, sourceType }),
      ...(madeFrom === undefined ? {} : { madeFrom: defined({ ...madeFrom }) }),
    },
    ...(credentials === undefined ? {} : { credentials: credentialsOf(credentials) }),
  };
}

function credentialsOf(line: NonNullable<PhotoLine['credentials']>): ContentCredentials {
  const { state, isOriginalPublic, signer, tool, manifest, instanceId } = line;
  return { state, isOriginalPublic, ...defined({ signer, tool, manifest, instanceId }) };
}
