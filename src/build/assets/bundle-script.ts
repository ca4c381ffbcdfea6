/** One browser script with all that it imports, made small. */

import { build } from 'esbuild';

export async function bundleScript(file: string): Promise<Uint8Array> {
  const result = await build({
    entryPoints: [file],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: ['chrome111', 'firefox115', 'safari16.4'],
    logLevel: 'silent',
  });
  const [output] = result.outputFiles;
  if (output === undefined) throw new Error(`esbuild made nothing of ${file}`);
  return output.contents;
}
