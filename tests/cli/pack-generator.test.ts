/** `npm pack` in a clone in which nothing was installed yet. */

import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { exitCode } from '../../src/cli/exit-code.ts';

test('says to install the libraries first', async () => {
  const clone = await mkdtemp(path.join(os.tmpdir(), 'news-clone-'));
  try {
    const root = path.resolve(import.meta.dirname, '../..');
    for (const file of [
      'src/cli/pack-generator.mjs',
      'src/cli/compile-generator.cjs',
      'src/build/assets/browser-options.mjs',
    ])
      await cp(path.join(root, file), path.join(clone, file));
    const packed = spawnSync('node', ['src/cli/pack-generator.mjs'], { cwd: clone, encoding: 'utf8' });
    expect(packed.status).toBe(exitCode.machine);
    expect(packed.stderr).toBe('The libraries are not installed yet. Run: npm ci\n');
  } finally {
    await rm(clone, { recursive: true, force: true });
  }
});
