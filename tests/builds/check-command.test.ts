/** `news check` as an editor runs it: what it says, what it fixes, what it passes over. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { runNewsHere } from './generator.ts';
import {
  goodFrontMatter,
  photo,
  siteYaml,
  story,
  type TemporaryContent,
  temporaryContent,
} from './temporary-content.ts';

let content: TemporaryContent | undefined;

afterEach(async () => {
  await content?.remove();
  content = undefined;
});

const file = 'articles/2024/fair/index.md';
const sloppy = story(goodFrontMatter, 'He said "yes"  on January 02,2024.\n\n`"x"  y`');
const fixed = story(goodFrontMatter, 'He said “yes” on January 2, 2024.\n\n`"x"  y`');

async function check(files: Readonly<Record<string, string | Uint8Array>>, ...args: readonly string[]) {
  content ??= await temporaryContent(files);
  const { folder } = content;
  const run = await runNewsHere(['check', '--content', 'content', ...args], { cwd: folder });
  const read = () => readFile(path.join(folder, 'content', file), 'utf8');
  return { ...run, read };
}

describe('fixing', () => {
  test('is shown and not written without --yes where nobody can be asked', async () => {
    const { stderr, read, code } = await check({ [file]: sloppy }, '--fix');
    expect(stderr).toContain(`content/${file}`);
    expect(stderr).toContain('8 - He said "yes"  on January 02,2024.');
    expect(stderr).toContain('+ He said “yes” on January 2, 2024.');
    expect(stderr).toContain('--yes');
    expect(await read()).toBe(sloppy);
    expect(code).toBe(0);
  });

  test('is written with --yes, and then all is good', async () => {
    const { stdout, read } = await check({ [file]: sloppy }, '--fix', '--yes');
    expect(await read()).toBe(fixed);
    expect(stdout).toContain('All good');
  });

  test('keeps Windows line ends and the byte order mark', async () => {
    const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    const { read } = await check({ [file]: windows(sloppy) }, '--fix', '--yes');
    expect(await read()).toBe(windows(fixed));
  });

  test('leaves alone what the newsroom has turned off', async () => {
    const settings = `${siteYaml}checks: {straight-quotes: off, date-style: off}\n`;
    const { read } = await check({ [file]: sloppy, 'site.yaml': settings }, '--fix', '--yes');
    expect(await read()).toBe(sloppy.replace('  on', ' on'));
  });
});

describe('levels', () => {
  test('an error of the newsroom’s own stops a build', async () => {
    const settings = `${siteYaml}checks: {double-space: error}\n`;
    const { code, stdout } = await check({ [file]: sloppy, 'site.yaml': settings });
    expect(stdout).toContain(`content/${file}:8:14 error double-space`);
    expect(code).toBe(1);
    const build = await runNewsHere(['build', '--content', 'content', '--output', '_site'], {
      cwd: content?.folder ?? '',
    });
    expect(build.code).toBe(1);
    expect(build.stderr).toContain('double-space');
    expect(build.stderr).not.toContain('straight-quotes');
  });

  test.each([
    ['rule', '{dubble-space: error}', 'Did you mean "double-space"?'],
    ['level', '{camera-name: fatal}', 'off, warning, error'],
  ])('an unknown %s in site.yaml is explained', async (_what, checks, words) => {
    const { code, stdout } = await check({ [file]: sloppy, 'site.yaml': `${siteYaml}checks: ${checks}\n` });
    expect(code).toBe(1);
    expect(stdout).toMatch(/site\.yaml:\d+:\d+ error (?:unknown-key|wrong-value)/u);
    expect(stdout).toContain(words);
  });
});

describe('the baseline', () => {
  test('passes over old stories and shows what is new', async () => {
    const first = await check(
      { [file]: sloppy, 'articles/2024/fair/IMG_1.jpg': await photo() },
      '--update-baseline',
    );
    expect(first.code).toBe(0);
    expect((await check({})).stdout).toMatch(/All good.*4 old warnings passed over/u);
    await content?.write('articles/2024/new/index.md', story(goodFrontMatter, 'It  is new.'));
    const { stdout } = await check({});
    expect(stdout).toContain('content/articles/2024/new/index.md:8:3 warning double-space');
    expect(stdout).not.toContain(`content/${file}`);
  });
});
