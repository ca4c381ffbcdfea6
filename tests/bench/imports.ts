/**
 * Imports, checks and builds three archives in the shapes of Jekyll, Hugo and WordPress, and compares all that their maker
 * knows with what came out: `npm run trial:imports`, or with a number of posts behind `--`. Nothing in the project is touched.
 */

import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { loadContent } from '../../src/content/load-content.ts';
import { siteYaml } from '../builds/temporary-content.ts';
import { compareArchive } from '../fixtures/archives/compare-archive.ts';
import { makeHugo } from '../fixtures/archives/make-hugo.ts';
import { makeJekyll } from '../fixtures/archives/make-jekyll.ts';
import { makeWordpress } from '../fixtures/archives/make-wordpress.ts';

const root = path.resolve(import.meta.dirname, '../..');
const posts = Number(process.argv[2] ?? 1000);
const isMade = process.argv.includes('--keep');

function smallPhoto(number: number): Promise<Buffer> {
  const background = { r: number % 256, g: (number >> 8) % 256, b: (number >> 16) % 256 };
  return sharp({ create: { width: 60, height: 40, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

async function news(folder: string, ...words: readonly string[]): Promise<number> {
  const start = performance.now();
  let said = '';
  const code = await new Promise<number>((resolve, reject) => {
    const run = spawn(
      process.execPath,
      [path.join(root, 'src/cli/launch.cjs'), ...words, '--content', 'content'],
      {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    for (const stream of [run.stdout, run.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said = (said + text).slice(-6000);
      });
    run.on('error', reject);
    run.on('close', (status) => resolve(status ?? 3));
  });
  if (code !== 0) throw new Error(`news ${words.join(' ')} ended with ${code}:\n${said}`);
  return (performance.now() - start) / 1000;
}

let isWrong = false;
for (const [name, make] of [
  ['Jekyll', makeJekyll],
  ['Hugo', makeHugo],
  ['WordPress', makeWordpress],
] as const) {
  const folder = await mkdtemp(path.join(os.tmpdir(), `news-archive-${name.toLowerCase()}-`));
  try {
    const { files, stories } = await make(posts, smallPhoto);
    for (const [file, content] of files) {
      const target = path.join(folder, 'old', file);
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, content);
    }
    await mkdir(path.join(folder, 'content/articles'), { recursive: true });
    await writeFile(path.join(folder, 'content/site.yaml'), siteYaml);
    const source = name === 'WordPress' ? 'old/export.xml' : 'old';
    const imported = await news(folder, 'import', source);
    const checked = await news(folder, 'check');
    const built = await news(folder, 'build', '--output', '_site', '--cache', '.cache');
    const content = path.join(folder, 'content');
    const loaded = await loadContent({ contentFolder: content, displayFolder: 'content' });
    if (loaded.content === undefined) throw new Error('The content cannot be read.');
    const { articles, config } = loaded.content;
    const texts = new Map<string, string>();
    for (const { file } of articles) texts.set(file, await readFile(path.join(content, file), 'utf8'));
    const { counts, differences } = compareArchive(
      stories,
      articles,
      (file) => texts.get(file) ?? '',
      config,
    );
    process.stdout.write(
      `\n${name}, ${posts} posts: import ${imported.toFixed(1)} s, check ${checked.toFixed(1)} s, build ${built.toFixed(1)} s\n`,
    );
    for (const [what, [known, found]] of Object.entries(counts))
      process.stdout.write(
        `  ${what.padEnd(22)} ${String(known).padStart(6)} known ${String(found).padStart(6)} found\n`,
      );
    for (const difference of differences.slice(0, 20)) process.stdout.write(`  DIFFERS ${difference}\n`);
    isWrong ||= differences.length > 0;
  } finally {
    if (!isMade) await rm(folder, { recursive: true, force: true });
  }
}
process.exitCode = isWrong ? 1 : 0;
