/**
 * `npm run bench:publish`: what goes to each kind of target after the text of one story was edited, beside the whole site,
 * which hosts of pages (GitHub, GitLab) take as one archive each time. Option: --stories 1000.
 */

import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bucketTarget } from '../../src/publish/bucket-target.ts';
import { openBuiltFolder } from '../../src/publish/built-folder.ts';
import type { Published } from '../../src/publish/target.ts';
import { runNews } from '../builds/run-news.ts';
import { memoryStore } from '../publish/memory-store.ts';
import { startSsh } from '../publish/ssh-double.ts';
import { defaultOptions, folderDouble, publishTo } from '../publish/target-double.ts';
import { generateArchive } from './generate-archive.ts';
import { hashesOf, sizeOf } from './output-size.ts';

const { values } = parseArgs({ options: { stories: { type: 'string', default: '1000' } } });
const work = mkdtempSync(path.join(os.tmpdir(), 'news-publish-cost-'));
const site = path.join(work, '_site');

async function build(): Promise<void> {
  const { code, stderr } = await runNews([
    ...['build', '--content', path.join(work, 'content'), '--output', site],
    ...['--cache', path.join(work, 'cache')],
  ]);
  if (code !== 0) throw new Error(stderr);
}

await generateArchive(path.join(work, 'content'), { articles: Number(values.stories) });
await build();
const ssh = await startSsh();
const [folder, machine] = [await folderDouble(), await ssh.double()];
const bucket = bucketTarget(memoryStore());
const targets: readonly (readonly [string, () => Promise<Published>])[] = [
  ['file:', () => publishTo(folder, site)],
  ['rsync:', () => publishTo(machine, site)],
  ['s3:', async () => await bucket.publish(await openBuiltFolder(site), defaultOptions(site))],
];
try {
  for (const [, publish] of targets) await publish();
  appendFileSync(path.join(work, 'content/articles/2016/story-0/index.md'), '\nOne more line.\n');
  await build();
  console.log(`${values.stories} stories, the text of one edited`);
  print('the whole site', hashesOf(site).size, sizeOf(site));
  for (const [kind, publish] of targets) {
    const { sentFiles, sentBytes } = await publish();
    print(kind, sentFiles, sentBytes);
  }
} finally {
  await folder.stop();
  await machine.stop();
  await ssh.stop();
  rmSync(work, { recursive: true, force: true });
}

function print(what: string, files: number, bytes: number): void {
  console.log(
    `  ${what.padEnd(16)} ${`${files}`.padStart(6)} files ${(bytes / 1000).toFixed(0).padStart(8)} KB`,
  );
}
