/**
 * `npm run bench:memory`: builds a site with one article of 500 photographs of 24 megapixels, and tells the most memory
 * that the build ever held; then once more, warm. Options: --photos 500. Needs 6 GB of disk for a while.
 */

import { appendFileSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { siteYaml, story } from '../builds/temporary-content.ts';
import { measure, timePackage } from './measured-process.ts';
import { installPackages, photoPackage, writePhotos } from './real-photos.ts';

const MEGAPIXELS = 24;
const MOST_MB = 1024;

const { values } = parseArgs({ options: { photos: { type: 'string', default: '500' } } });
const count = Number(values.photos);

installPackages({ ...photoPackage, ...timePackage });
const root = path.resolve(import.meta.dirname, '../..');
const work = mkdtempSync(path.join(os.tmpdir(), 'news-memory-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
const sources = path.join(work, 'sources');
const article = path.join(work, 'content/articles/2024/fair');
mkdirSync(sources);
mkdirSync(article, { recursive: true });
const photographs = await writePhotos(sources, MEGAPIXELS);
const names = Array.from({ length: count }, (_, at) => `${at + 1}.jpg`);
for (const [at, name] of names.entries()) {
  copyFileSync(photographs[at % photographs.length] ?? '', path.join(article, name));
  // Bytes behind the picture's end make another photo of it: each is decoded and encoded for itself.
  appendFileSync(path.join(article, name), `photo ${at}`);
}
writeFileSync(
  path.join(work, 'content/site.yaml'),
  siteYaml.replace(/^photos:.*$/mu, 'photos: {formats: [avif, webp, jpeg]}'),
);
writeFileSync(
  path.join(article, 'index.md'),
  story(
    'title: Five hundred photos\ndate: 2024-05-06\ntopics: [Research]\ncredits: {draft: LI Hua}',
    names.map((name) => `![A photo](${name} "Photo ${name}")`).join('\n\n'),
  ),
);

const news = [process.execPath, path.join(root, 'src/cli/launch.cjs'), 'build'];
const folders = ['--content', 'content', '--cache', path.join(work, 'cache'), '--output', '_site'];
const cold = measure([...news, ...folders], work);
const warm = measure([...news, ...folders], work);
const held = cold.peakMb <= MOST_MB ? 'met' : 'MISSED';
console.log(
  `${count} photographs of ${MEGAPIXELS} megapixels in one article\n` +
    `  cold: ${cold.wallSeconds.toFixed(0)} s, ${(cold.wallSeconds / count).toFixed(2)} s a photo, CPU ${(cold.cpuSeconds / count).toFixed(2)} s, ` +
    `peak ${cold.peakMb.toFixed(0)} MB; the target is ${MOST_MB} MB: ${held}\n` +
    `  warm: ${warm.wallSeconds.toFixed(1)} s, peak ${warm.peakMb.toFixed(0)} MB`,
);
