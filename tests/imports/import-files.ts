/** One import in a temporary folder, through the same doors as the command. */

import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { vi } from 'vitest';
import type { SiteConfig } from '../../src/content/site-config.ts';
import { ImportFolder } from '../../src/imports/import-folder.ts';
import { kindOfFile, type SourceKind } from '../../src/imports/read-source.ts';
import { type ImportResult, runImport } from '../../src/imports/run-import.ts';
import { config } from './import-config.ts';

export { config };

/** Libraries are loaded by the first import of each kind, which takes seconds on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

export type Files = Readonly<Record<string, string | Uint8Array>>;

export interface Sandbox {
  /** Absolute. */
  readonly folder: string;
  readonly put: (files: Files, below?: string) => Promise<void>;
  readonly run: (options?: {
    config?: SiteConfig;
    from?: SourceKind;
    photos?: string;
    only?: string;
    again?: boolean;
  }) => Promise<ImportResult>;
  readonly read: (file: string) => Promise<string>;
  /** Files of the content folder, sorted. */
  readonly list: () => Promise<string[]>;
  readonly remove: () => Promise<void>;
}

/** `old/` holds the sources, `content/` what is made of them. */
export async function sandbox(files: Files): Promise<Sandbox> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'news-import-'));
  const put = async (more: Files, below = 'old') => {
    for (const [file, content] of Object.entries(more)) {
      const target = path.join(folder, below, file);
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, content);
    }
  };
  await mkdir(path.join(folder, 'content'));
  await mkdir(path.join(folder, 'old'));
  await put(files);
  return {
    folder,
    put,
    run: async ({ config: own = config, from, photos, only, again } = {}) => {
      const opened = await ImportFolder.open(
        path.join(folder, 'old'),
        'old',
        20,
        photos === undefined ? undefined : path.join(folder, photos),
      );
      const stories = opened.files.flatMap((file) => {
        const kind = from ?? kindOfFile(file);
        return kind === undefined || (only !== undefined && file !== only) ? [] : [{ file, kind }];
      });
      return await runImport({
        sources: [{ folder: opened, files: stories, origin: 'old' }],
        contentFolder: path.join(folder, 'content'),
        displayContent: 'content',
        config: own,
        today: '2026-11-24',
        isTrial: false,
        ...(again === undefined ? {} : { again }),
        judgeAddress: () => 'free',
        addressOf: (folder, day) => `/${day.slice(0, 4)}/${day.slice(5, 7)}/${path.posix.basename(folder)}/`,
      });
    },
    read: (file) => readFile(path.join(folder, 'content', file), 'utf8'),
    list: async () =>
      (await readdir(path.join(folder, 'content'), { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(path.join(folder, 'content'), path.join(entry.parentPath, entry.name)))
        .sort(),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
