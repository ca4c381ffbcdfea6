/**
 * Both cores for a large first build: threads of their own parse a share of the articles each and save them in the
 * cache, while this one parses the rest; then everything is in the cache. What a thread cannot read it leaves, and it
 * is read, and told, here.
 */

import os from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ArticleReader, LoadMemory } from './article-reader.ts';
import type { DocumentReader } from './document-reader.ts';

/** To start a thread takes as long as to parse so many articles. */
const worthwhileArticles = 600;
/** So many this one parses while the others start. */
const headStart = 300;
/** More threads wait for the disk. */
const maximumThreads = 4;

export interface ReadAheadTask {
  readonly contentFolder: string;
  readonly displayFolder: string;
  readonly storeFolder: string;
  readonly codeVersion: string;
  readonly nowMs: number;
  readonly files: readonly string[];
}

/** A file that was taken into the cache, and its hash. */
export type FileHash = readonly [file: string, hash: string];

export function isArticle(file: string): boolean {
  return file.startsWith('articles/') && file.endsWith('.md');
}

export async function readAhead(
  reader: ArticleReader,
  { contentFolder, displayFolder }: DocumentReader,
  memory: LoadMemory | undefined,
  files: readonly string[],
): Promise<void> {
  if (memory?.threadFile === undefined || files.length < worthwhileArticles) return;
  // After a clone every file has another stamp: to hash them all is cheap beside the threads that would find nothing.
  const unread = reader.unread(files).filter((file) => !reader.isParsed(file));
  const shares = Math.min(os.availableParallelism(), maximumThreads);
  if (unread.length < worthwhileArticles || shares < 2) return;
  const { store, threadFile, codeVersion, nowMs } = memory;
  const size = Math.floor((unread.length - headStart) / shares);
  const own = unread.length - (shares - 1) * size;
  const threads = Array.from({ length: shares - 1 }, (_, index) => {
    const share = unread.slice(own + index * size, own + (index + 1) * size);
    const task: ReadAheadTask = {
      contentFolder,
      displayFolder,
      storeFolder: store.folder,
      codeVersion,
      nowMs,
      files: share,
    };
    return finished(new Worker(threadFile, { workerData: task }));
  });
  for (const file of unread.slice(0, own)) {
    const hash = reader.parseAhead(file);
    if (hash !== undefined) reader.remember(file, hash);
  }
  const read = await Promise.all(threads);
  store.refresh();
  for (const [file, hash] of read.flat()) reader.remember(file, hash);
}

/** However it ends: what a thread has not done is done here. */
function finished(worker: Worker): Promise<readonly FileHash[]> {
  return new Promise((resolve) => {
    let read: readonly FileHash[] = [];
    worker.once('message', (files: readonly FileHash[]) => {
      read = files;
    });
    worker.once('error', () => resolve([]));
    worker.once('exit', () => resolve(read));
  });
}
