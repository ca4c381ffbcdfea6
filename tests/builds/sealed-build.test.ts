/** The build asks the network for nothing, and a stranger's change can be built where there is nothing to take or to reach. */

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { root } from './run-news.ts';
import { goodFrontMatter, story, temporaryContent } from './temporary-content.ts';

const sealed = path.join(root, '.ci/build-sealed');
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function run(program: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', SECRET_TOKEN: 'do-not-tell' },
  });
  return { status, said: `${stdout}${stderr}` };
}

// Containers may forbid what both need: spaces of names of one's own.
const hasUnshare = run('unshare', ['-rn', 'true']).status === 0;
const hasBubblewrap = run(sealed, ['true']).status === 0;

test.skipIf(!hasUnshare)('without a network the site is the same, byte for byte', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'news-cut-off-'));
  folders.push(folder);
  const output = path.join(folder, '_site');
  const news = path.join(root, 'src/cli/launch.cjs');
  const { status, said } = run('unshare', [
    ...['-rn', process.execPath, news, 'build'],
    ...['--content', inject('demoContent'), '--output', output],
  ]);
  expect(status, said).toBe(0);
  const manifest = (site: string) => readFileSync(path.join(site, 'manifest.json'), 'utf8');
  expect(manifest(output)).toBe(manifest(inject('demoSite')));
});

test.skipIf(!hasBubblewrap)(
  'sealed, a program finds no network, no secret and no place to write but its own',
  () => {
    const program = `
    const { readdirSync, writeFileSync } = require('node:fs');
    const attempt = (name, act) => { try { act(); console.log('did ' + name); } catch {} };
    for (const place of ['/etc', '/root', '/home', '/var']) attempt('read ' + place, () => readdirSync(place));
    attempt('read .git', () => { if (readdirSync('.git').length === 0) throw new Error(); });
    for (const place of ['src', '/usr', 'content', 'node_modules', '.ci'])
      attempt('write ' + place, () => writeFileSync(place + '/stranger', ''));
    if (JSON.stringify(process.env).includes('do-not-tell')) console.log('did read the environment');
    fetch('http://192.0.2.1/').then(() => console.log('did fetch'), (error) => console.log(error.cause.code));
  `;
    const { said } = run(sealed, ['node', '-e', program]);
    expect(said.trim()).toBe('ENETUNREACH');
  },
);

test.skipIf(!hasBubblewrap)('sealed, a story is built', async () => {
  mkdirSync(path.join(root, 'coverage'), { recursive: true });
  const place = mkdtempSync(path.join(root, 'coverage', 'stranger-'));
  folders.push(place);
  const content = await temporaryContent({
    'articles/2024/fair/index.md': story(goodFrontMatter, 'A stranger’s text.'),
  });
  cpSync(path.join(content.folder, 'content'), path.join(place, 'content'), { recursive: true });
  await content.remove();
  const { status, said } = run(sealed, [
    ...['node', 'src/cli/launch.cjs', 'build'],
    ...['--content', path.join(place, 'content'), '--output', '.cache/_site'],
  ]);
  expect(status, said).toBe(0);
  const site = /^Sealed site: (.*)$/mu.exec(said)?.[1] ?? '';
  folders.push(path.dirname(site));
  expect(readFileSync(path.join(site, '2024/05/fair/index.html'), 'utf8')).toContain('A stranger’s text.');
});

test.skipIf(!hasBubblewrap)(
  'sealed, one stranger finds nothing of another, and leaves nothing for the next',
  () => {
    const program = `
    const { mkdirSync, readdirSync, writeFileSync } = require('node:fs');
    console.log('found ' + readdirSync('.cache').join());
    mkdirSync('.cache/bundle', { recursive: true });
    writeFileSync('.cache/bundle/main.js', 'console.log("code of a stranger")');
  `;
    for (let time = 0; time < 2; time += 1)
      expect(run(sealed, ['node', '-e', program]).said.trim()).toBe('found');
  },
);
