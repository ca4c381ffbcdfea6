/** The thread of `read-ahead.ts`: parses its share of the articles into the cache. */

import { parentPort, workerData } from 'node:worker_threads';
import { PackStore } from '../cache/pack-store.ts';
import { ArticleReader } from './article-reader.ts';
import { DocumentReader } from './document-reader.ts';
import { loadConfig } from './load-config.ts';
import type { FileHash, ReadAheadTask } from './read-ahead.ts';

const task: ReadAheadTask = workerData;
const documents = new DocumentReader(task.contentFolder, task.displayFolder);
const settings = loadConfig(documents, new Set(['site.yaml']));
if (settings !== undefined) {
  const store = new PackStore(task.storeFolder);
  const { codeVersion, nowMs } = task;
  const reader = new ArticleReader(documents, settings.config, { store, codeVersion, nowMs });
  const read = task.files.flatMap((file): FileHash[] => {
    const hash = reader.parseAhead(file);
    return hash === undefined ? [] : [[file, hash]];
  });
  if (store.append()) parentPort?.postMessage(read);
}
