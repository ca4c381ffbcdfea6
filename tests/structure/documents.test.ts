/** Documents name what exists: commands, scripts, files and each other. */

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { commandLine } from '../../src/cli/command-table.ts';
import { hasDemonstration } from '../fixtures/newsroom-folder.ts';

const root = path.resolve(import.meta.dirname, '../..');
const documents = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter(
    (file) => /README[^/]*\.md$|^\.github\/|^findings\//u.test(file) && !file.startsWith('tests/fixtures/'),
  )
  .filter((file) => existsSync(path.join(root, file)));
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json')));
const commands = new Set(commandLine(async () => undefined).commands.map((command) => command.name()));

describe.each(documents)('%s', (document) => {
  const text = read(document);

  test('names commands and scripts that exist', () => {
    const news = [...text.matchAll(/`(?:npx )?news ([a-z]+)/gu)].map(([, name = '']) => name);
    expect(news.filter((name) => !commands.has(name))).toEqual([]);
    const run = [...text.matchAll(/\bnpm run ([a-z][a-z:-]*)/gu)].map(([, name = '']) => name);
    expect(run.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  test('links to files that exist', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/gu)].map(([, link = '']) => link);
    const prose = document.startsWith('content/')
      ? links.filter((link) => link.startsWith('.handbook/'))
      : links;
    const targets = prose.map((link) => path.posix.join(path.posix.dirname(document), link));
    // A newsroom may have taken the handbook out of its own content.
    const missing = targets
      .filter((target) => !target.startsWith('content/') || hasDemonstration)
      .filter((target) => !existsSync(path.join(root, target)));
    expect(missing).toEqual([]);
  });
});

test('README is short, and its first commands are the two that set everything up', () => {
  const readme = read('README.md');
  const words = readme.replace(/!\[[^\]]*\]\([^)]*\)/gu, '').split(/\s+/u);
  expect(words.length).toBeLessThanOrEqual(500);
  const blocks = [...readme.matchAll(/^ {4}(\S.*)$/gmu)].map(([, line = '']) => line.split('#')[0]?.trim());
  expect(blocks.slice(0, 2)).toEqual(['npm ci && npm run build', 'npm ci && npm test']);
});
