/**
 * `npm run bench:photos`: ours, plain sharp, @11ty/eleventy-img and Hugo make the same renditions of the same real
 * photographs, side by side in one run: time, CPU, memory, bytes, likeness (SSIM at 1280 pixels to the original scaled
 * down). Then ours once more against each of the other two at their likeness. Options: --runs 3, --photos 8.
 * Runs alternate, so that whatever else the machine does falls on all alike; figures are medians.
 */

import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import sharp from 'sharp';
import { avifSettings, encoderSettings, type Recipe } from '../../src/photos/recipe.ts';
import { collectHugoFiles, hugoPackage, writeHugoSite } from './hugo-site.ts';
import { type Cost, measure, median, timePackage } from './measured-process.ts';
import type { Job } from './photo-makers/job.ts';
import { installPackages, photoPackage, writePhotos } from './real-photos.ts';
import { type Brightness, ssim } from './ssim.ts';

type Format = Job['formats'][number];
type Quality = Job['quality'];

const ALL: readonly Format[] = ['avif', 'webp', 'jpeg'];
const HUGO: readonly Format[] = ['webp', 'jpeg'];
const JUDGED_PX = 1280;
/** Two likenesses that differ by less are the same. */
const EQUAL_SSIM = 0.002;
const MEGAPIXELS = 12;

const noCost: Cost = { wallSeconds: 0, cpuSeconds: 0, peakMb: 0 };

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '3' }, photos: { type: 'string', default: '8' } },
});

installPackages({ ...photoPackage, ...hugoPackage, ...timePackage });
const root = path.resolve(import.meta.dirname, '../..');
const work = mkdtempSync(path.join(os.tmpdir(), 'news-bench-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
mkdirSync(path.join(work, 'sources'));
const sources = await writePhotos(path.join(work, 'sources'), MEGAPIXELS, Number(values.photos));
const makers = await bundleMakers();
const originals = new Map(
  await Promise.all(sources.map(async (source) => [source, await brightness(source, true)] as const)),
);

interface Maker {
  readonly name: string;
  readonly formats: readonly Format[];
  readonly make: (output: string) => Cost;
}

interface Measured {
  readonly name: string;
  readonly formats: readonly Format[];
  readonly cost: Cost;
  readonly bytes: Readonly<Partial<Record<Format, number>>>;
  readonly likeness: Readonly<Partial<Record<Format, number>>>;
}

const node =
  (maker: string, formats: readonly Format[], quality: Quality = {}) =>
  (output: string) => {
    const job: Job = { sources, outputFolder: output, formats, quality };
    return measure([process.execPath, path.join(makers, `${maker}.js`), JSON.stringify(job)], root);
  };

const hugo = (output: string) => {
  const site = path.join(path.dirname(output), 'hugo');
  writeHugoSite(site, sources);
  const cost = measure(['hugo', '--source', site, '--quiet'], site);
  collectHugoFiles(site, output);
  return cost;
};

const theirs = await race([
  { name: 'ours', formats: ALL, make: node('ours', ALL) },
  { name: 'sharp, one pipeline each', formats: ALL, make: node('naive', ALL) },
  { name: 'eleventy-img 6.0.4, its defaults', formats: ALL, make: node('eleventy-img', ALL) },
  { name: 'ours, WebP and JPEG', formats: HUGO, make: node('ours', HUGO) },
  { name: 'Hugo 0.111.3, WebP and JPEG', formats: HUGO, make: hugo },
]);
print(`${sources.length} photographs of ${MEGAPIXELS} megapixels, 5 widths, defaults of each`, theirs);

for (const [name, formats, times] of [
  ['eleventy-img', ALL, 5],
  ['Hugo', HUGO, 3],
] as const) {
  const other = theirs.find((one) => one.name.startsWith(name));
  if (other === undefined) throw new Error(name);
  const quality = await qualityFor(other);
  const [ours, again] = await race([
    {
      name: `ours at its likeness, ${JSON.stringify(quality)}`,
      formats,
      make: node('ours', formats, quality),
    },
    { name: other.name, formats, make: name === 'Hugo' ? hugo : node('eleventy-img', formats) },
  ]);
  if (ours === undefined || again === undefined) throw new Error(name);
  print(`Against ${name} at equal likeness`, [ours, again]);
  for (const format of formats) {
    const gap = Math.abs((ours.likeness[format] ?? 0) - (again.likeness[format] ?? 0));
    if (gap > EQUAL_SSIM) console.log(`  ${format}: not equal, ${gap.toFixed(4)} apart`);
  }
  const faster = again.cost.wallSeconds / ours.cost.wallSeconds;
  console.log(
    `  ${faster.toFixed(1)} times faster; the target is ${times}: ${faster >= times ? 'met' : 'MISSED'}`,
  );
}

const output = path.join(work, 'warm', 'output');
mkdirSync(output, { recursive: true });
node('ours', ALL)(output);
rmSync(output, { recursive: true });
const warm = node('ours', ALL)(output);
console.log(`\nA warm build encodes ${warm.stdout.trim()} renditions in ${warm.wallSeconds.toFixed(2)} s.`);

/** Every maker in turn, as many times as asked. */
async function race(all: readonly Maker[]): Promise<Measured[]> {
  const costs = all.map((): Cost[] => []);
  const results: Measured[] = [];
  for (let run = 0; run < Number(values.runs); run += 1) {
    for (const [at, { name, formats, make }] of all.entries()) {
      const folder = path.join(work, `${at}`);
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(path.join(folder, 'output'), { recursive: true });
      costs[at]?.push(make(path.join(folder, 'output')));
      if (run === 0)
        results.push({ name, formats, cost: noCost, ...(await judge(path.join(folder, 'output'), formats)) });
    }
  }
  return results.map((result, at) => ({ ...result, cost: middle(costs[at] ?? []) }));
}

function middle(costs: readonly Cost[]): Cost {
  return {
    wallSeconds: median(costs.map(({ wallSeconds }) => wallSeconds)),
    cpuSeconds: median(costs.map(({ cpuSeconds }) => cpuSeconds)),
    peakMb: median(costs.map(({ peakMb }) => peakMb)),
  };
}

async function judge(
  folder: string,
  formats: readonly Format[],
): Promise<Pick<Measured, 'bytes' | 'likeness'>> {
  const bytes: Partial<Record<Format, number>> = {};
  const likeness: Partial<Record<Format, number>> = {};
  for (const format of formats) {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith(`.${format}`),
    );
    if (files.length !== sources.length * 5)
      throw new Error(`${folder} has ${files.length} files of ${format}.`);
    bytes[format] = files.reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0);
    const values = await Promise.all(
      sources.map(async (source) => {
        const file = path.join(folder, path.parse(source).name, `${JUDGED_PX}.${format}`);
        return likenessOf(source, await brightness(file, false));
      }),
    );
    likeness[format] = values.reduce((sum, value) => sum + value, 0) / values.length;
  }
  return { bytes, likeness };
}

function likenessOf(source: string, made: Brightness): number {
  const original = originals.get(source);
  if (original === undefined) throw new Error(source);
  return ssim(original, made);
}

async function brightness(file: string | Buffer, isOriginal: boolean): Promise<Brightness> {
  const picture = isOriginal ? sharp(file).resize(JUDGED_PX) : sharp(file);
  const { data, info } = await picture.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  return { data, widthPx: info.width, heightPx: info.height };
}

/** The quality of each format at which ours is as much like the originals as the other. */
async function qualityFor(other: Measured): Promise<Quality> {
  const scaled = await Promise.all(
    sources.map((source) => sharp(source).resize(JUDGED_PX).png({ compressionLevel: 1 }).toBuffer()),
  );
  const found: Partial<Record<Format, number>> = {};
  for (const format of other.formats) {
    const wanted = other.likeness[format] ?? 0;
    let best = { quality: 50, gap: Number.POSITIVE_INFINITY };
    let [low, high] = [1, 100];
    while (low <= high) {
      const quality = Math.floor((low + high) / 2);
      const recipe: Recipe = {
        widthsPx: [JUDGED_PX],
        formats: [format],
        effort: 'fast',
        quality: { [format]: quality },
      };
      const settings = encoderSettings(recipe);
      const options = format === 'avif' ? avifSettings(settings, JUDGED_PX) : settings[format];
      let sum = 0;
      for (const [at, source] of sources.entries())
        sum += likenessOf(
          source,
          await brightness(await sharp(scaled[at]).toFormat(format, options).toBuffer(), false),
        );
      const likeness = sum / sources.length;
      const gap = Math.abs(likeness - wanted);
      if (gap < best.gap) best = { quality, gap };
      if (likeness < wanted) low = quality + 1;
      else high = quality - 1;
    }
    found[format] = best.quality;
  }
  return found;
}

function print(title: string, rows: readonly Measured[]): void {
  console.log(
    `\n${title}\n  s a photo  CPU s a photo  peak MB     ${ALL.map((format) => `${format} MB / SSIM`.padEnd(18)).join('')}`,
  );
  for (const { name, cost, bytes, likeness } of rows) {
    const numbers = [cost.wallSeconds / sources.length, cost.cpuSeconds / sources.length].map((value) =>
      value.toFixed(2),
    );
    const formats = ALL.map((format) =>
      (bytes[format] === undefined
        ? '-'
        : `${(bytes[format] / 1e6).toFixed(2)} / ${(likeness[format] ?? 0).toFixed(4)}`
      ).padEnd(18),
    );
    console.log(
      `  ${numbers[0]?.padStart(9)}  ${numbers[1]?.padStart(13)}  ${cost.peakMb.toFixed(0).padStart(7)}     ${formats.join('')}${name}`,
    );
  }
}

/** As JavaScript, so that no time goes into compiling; the libraries stay outside, as they do in the generator. */
async function bundleMakers(): Promise<string> {
  const folder = path.join(root, '.cache', 'bench');
  await build({
    absWorkingDir: root,
    entryPoints: readdirSync(path.join(import.meta.dirname, 'photo-makers'))
      .filter((name) => name !== 'job.ts')
      .map((name) => `tests/bench/photo-makers/${name}`),
    outdir: folder,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  });
  return folder;
}
