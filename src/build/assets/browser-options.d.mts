import type { BuildOptions } from 'esbuild';

/** @param scripts `assets/scripts/`, absolute */
export function browserOptions(scripts: string): BuildOptions;

/** Of the editor's workers. @param scripts `assets/scripts/`, absolute */
export function workerOptions(scripts: string): BuildOptions;

/** @param script its source, below `assets/scripts/` */
export function isWorker(script: string): boolean;
