/** The bundle of the generator: in the checkout, and where that can only be read in the user's own cache. */

import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { compileGenerator, findCommandLine, rememberCommandLine } from '../../src/cli/compile-generator.cjs';

const root = path.resolve(import.meta.dirname, '../..');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'news-checkout-'));
  const parts = ['src', 'templates', 'tsconfig.json', 'package.json', 'package-lock.json'];
  for (const part of parts)
    await cp(path.join(root, part), path.join(folder, 'checkout', part), { recursive: true });
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'checkout/node_modules'));
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

beforeEach(async () => {
  vi.stubEnv('XDG_CACHE_HOME', path.join(folder, 'home'));
  // Whoever the tests run as, no folder can be made in a file.
  await writeFile(path.join(folder, 'checkout/.cache'), '');
});

describe('a checkout that can only be read', () => {
  test('is compiled once, into the cache of the user, and runs from there', async () => {
    const checkout = path.join(folder, 'checkout');
    const bundle = await compileGenerator(checkout);
    expect(bundle.startsWith(path.join(folder, 'home', 'newsroom'))).toBe(true);
    expect(await compileGenerator(checkout)).toBe(bundle);
    expect((await readdir(path.dirname(bundle))).filter((name) => !name.endsWith('.txt'))).toEqual([
      path.basename(bundle),
    ]);
    const main = path.join(bundle, 'src/cli/main.js');
    const call = `import(${JSON.stringify(main)}).then((m) => m.runCommandLine(['due', '--help']))`;
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', call], { cwd: folder, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^Usage: news due/u);
  });
});

describe('the code of a bundle', () => {
  /** Prints the help of a command as the launcher does. */
  const help = (bundle: string) => {
    const loader = JSON.stringify(path.join(bundle, 'load-bundle.cjs'));
    const call = `const { entry, keepCode } = require(${loader});
      entry('src/cli/main', 'due').then(async (main) => {
        await main.runCommandLine(['due', '--help']);
        keepCode('command-line');
      });`;
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', call], { encoding: 'utf8' });
    expect(stderr).toBe('');
    return stdout;
  };

  test('is kept for the next start, and made anew where it is damaged', async () => {
    const bundle = await compileGenerator(path.join(folder, 'checkout'));
    const code = path.join(bundle, 'code');
    await rm(code, { recursive: true, force: true });
    expect(help(bundle)).toMatch(/^Usage: news due/u);
    const [name = ''] = await readdir(code);
    expect(name).toBe(`${process.version}-${process.arch}-command-line-due.bin`);
    const file = path.join(code, name);
    const { mtimeMs } = await stat(file);
    expect(help(bundle)).toMatch(/^Usage: news due/u);
    expect((await stat(file)).mtimeMs).toBe(mtimeMs);
    const whole = await readFile(file);
    await writeFile(file, whole.subarray(0, 100));
    expect(help(bundle)).toMatch(/^Usage: news due/u);
    expect((await stat(file)).size).toBeGreaterThan(whole.length / 2);
    expect(await readdir(code)).toEqual([name]);
  });
});

/** Looks while a source is another, and puts it back: the bundle of the checkout as it was is there already. */
async function whileEdited(
  source: string,
  edit: (text: string) => string,
  look: () => unknown,
): Promise<void> {
  const file = path.join(folder, 'checkout', source);
  const text = await readFile(file, 'utf8');
  const { atime, mtime } = await stat(file);
  await writeFile(file, edit(text));
  await utimes(file, atime, mtime);
  await look();
  await writeFile(file, text);
}

test('a source that is edited to the same size, with its old time set again, makes another bundle', async () => {
  const checkout = path.join(folder, 'checkout');
  // So that the stamps of the sources are trusted.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10_000 });
  const before = await compileGenerator(checkout);
  expect(await readdir(path.dirname(before))).toContain('stamps.txt');
  expect(await compileGenerator(checkout)).toBe(before);
  await whileEdited(
    'src/cli/exit-code.ts',
    (text) => text.replace('good: 0', 'good: 4'),
    async () => expect(await compileGenerator(checkout)).not.toBe(before),
  );
  // It compiles, and other tests may keep the machine busy.
}, 120_000);

describe('the command line', () => {
  test('is found by few sources, and not taken from a bundle where one of them has changed', async () => {
    const checkout = path.join(folder, 'checkout');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10_000 });
    const bundle = await compileGenerator(checkout);
    rememberCommandLine(checkout, bundle);
    expect(findCommandLine(checkout)).toBe(bundle);
    const addComment = (text: string) => `${text}// A comment.\n`;
    await whileEdited('src/content/load-content.ts', addComment, () => {
      expect(findCommandLine(checkout)).toBe(bundle);
    });
    await whileEdited('src/cli/command-table.ts', addComment, () => {
      expect(findCommandLine(checkout)).toBeUndefined();
    });
  });

  test('answers what is no command, and asks for help, without the generator', async () => {
    const checkout = path.join(folder, 'checkout');
    const bundle = await compileGenerator(checkout);
    await rm(path.join(bundle, 'code'), { recursive: true, force: true });
    const say = (...args: readonly string[]) =>
      spawnSync(process.execPath, [path.join(checkout, 'src/cli/launch.cjs'), ...args], { encoding: 'utf8' });
    expect(say('--help').stdout).toMatch(/^Usage: news /u);
    expect(say('help', 'build').stdout).toMatch(/^Usage: news build/u);
    expect(say('publsh')).toMatchObject({ status: 2, stderr: expect.stringContaining('publish') });
    expect(say().stderr).toMatch(/^Usage: news /u);
    const kept = await readdir(path.join(bundle, 'code'));
    expect(kept.filter((name) => !name.includes('command-line'))).toEqual([]);
    // The former name of the launcher stands in workflows of newsrooms.
    const former = spawnSync(process.execPath, [path.join(checkout, 'src/cli/launch.mjs'), '--version']);
    expect(`${former.stdout}`).toBe(say('--version').stdout);
  });
});
