/** A place to keep things between builds; where the wanted one cannot be written, a folder for this run alone. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export interface UsableCache {
  readonly folder: string;
  /** The wanted one, where it can only be read. */
  readonly readOnly?: string;
  /** Why it cannot be written. */
  readonly reason?: string;
}

const temporaries = new Map<string, string>();

export function usableCache(wanted: string): UsableCache {
  const probe = path.join(wanted, `.probe-${process.pid}`);
  try {
    mkdirSync(wanted, { recursive: true });
    writeFileSync(probe, '');
    rmSync(probe, { force: true });
    return { folder: wanted };
  } catch (error) {
    return {
      folder: temporaryFor(wanted),
      readOnly: wanted,
      reason: error instanceof Error ? error.message : '',
    };
  }
}

function temporaryFor(wanted: string): string {
  const known = temporaries.get(wanted);
  if (known !== undefined) return known;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'news-cache-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  temporaries.set(wanted, folder);
  return folder;
}
