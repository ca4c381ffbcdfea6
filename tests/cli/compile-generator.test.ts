/** The bundle of the generator: in the checkout, and where that can only be read in the user's own cache. */

import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { compileGenerator } from '../../src/cli/compile-generator.mjs';

const root = path.resolve(import.meta.dirname, '../..');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'news-checkout-'));
  const parts = ['src', 'templates', 'tsconfig.json', 'package.json', 'package-lock.json'];
  for (const part of parts)
    await cp(path.join(root, part), path.join(folder, 'checkout', part), { recursive: true });
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'checkout/node_modules'));
});

afterEach(() => vi.unstubAllEnvs());
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a checkout that can only be read', () => {
  test('is compiled once, into the cache of the user, and runs from there', async () => {
    const checkout = path.join(folder, 'checkout');
    // Whoever the tests run as, no folder can be made in a file.
    await writeFile(path.join(checkout, '.cache'), '');
    vi.stubEnv('XDG_CACHE_HOME', path.join(folder, 'home'));
    const bundle = await compileGenerator(checkout);
    expect(bundle.startsWith(path.join(folder, 'home', 'newsroom'))).toBe(true);
    expect(await compileGenerator(checkout)).toBe(bundle);
    expect(await readdir(path.dirname(bundle))).toEqual([path.basename(bundle)]);
    const main = path.join(bundle, 'src/cli/main.js');
    const call = `import(${JSON.stringify(main)}).then((m) => m.runCommandLine(['due', '--help'], {}))`;
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', call], { cwd: folder, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^Usage: news due/u);
  });
});
