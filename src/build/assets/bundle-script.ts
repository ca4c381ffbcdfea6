/** One browser script with all that it imports, made small. */

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { browserOptions, isWorker, workerOptions } from './browser-options.mjs';

/**
 * @param file its source; an installed package brings it bundled, under the same name with `.js`
 * @param format `esm` for what pages load as a module, `iife` for what stands in them
 */
export async function bundleScript(file: string, format: 'esm' | 'iife' = 'iife'): Promise<Uint8Array> {
  const bundled = file.replace(/\.ts$/u, '.js');
  if (existsSync(bundled)) return await readFile(bundled);
  const { build } = await import('esbuild');
  const result = await build({
    ...(isWorker(file) ? workerOptions : browserOptions)(scriptsFolder(file)),
    entryPoints: [file],
    write: false,
    format,
    logLevel: 'silent',
  });
  const [output] = result.outputFiles ?? [];
  if (output === undefined) throw new Error(`esbuild made nothing of ${file}`);
  return output.contents;
}

/** The folder `assets/scripts` above a script. */
function scriptsFolder(file: string): string {
  const folder = path.dirname(file);
  return path.basename(folder) === 'scripts' || folder === path.dirname(folder)
    ? folder
    : scriptsFolder(folder);
}
