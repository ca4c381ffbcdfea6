import type { BuildOptions } from 'esbuild';

/** @param scripts `assets/scripts/`, absolute */
export function browserOptions(scripts: string): BuildOptions;
