/** Checks a small content folder as `news check` does, in this process. */

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type PreparedSite, prepareSite } from '../../src/build/prepare-site.ts';
import { noProgress } from '../../src/build/progress.ts';

/** After every story of the tests. */
const nowMs = Date.UTC(2024, 11, 31);

/** @param files by path relative to `content/` */
export async function diagnose(files: ReadonlyMap<string, string | Uint8Array>): Promise<PreparedSite> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'news-diagnose-'));
  try {
    const content = path.join(root, 'content');
    for (const [file, bytes] of files) {
      await mkdir(path.dirname(path.join(content, file)), { recursive: true });
      await writeFile(path.join(content, file), bytes);
    }
    const project = {
      root: path.resolve(import.meta.dirname, '../..'),
      home: root,
      content,
      displayContent: 'content',
      output: path.join(root, '_site'),
      cache: path.join(root, '.cache'),
      bundle: path.join(root, 'bundle'),
    };
    const prepared = await prepareSite(project, {
      nowMs,
      includeHidden: true,
      progress: noProgress,
      checks: 'warning',
    });
    // Texts are read when they are asked for: before the folder is gone.
    const texts = new Map(prepared.diagnostics.map(({ file }) => [file, prepared.sources.get(file)]));
    return { ...prepared, sources: { get: (file) => texts.get(file), read: () => undefined } };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
