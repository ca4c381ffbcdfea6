/** The thread of `walk-ahead.ts`. */

import { parentPort, workerData } from 'node:worker_threads';
import { stampFolder } from './read-folder.ts';
import type { WalkTask } from './walk-ahead.ts';

const { contentFolder, displayFolder }: WalkTask = workerData;
parentPort?.postMessage(stampFolder(contentFolder, displayFolder));
