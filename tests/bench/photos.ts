/**
 * `npm run bench:photos -- --before CHECKOUT`: what photos and cards cost and how good they look, side by side with an
 * older checkout of this project (built, with its node_modules), with eleventy-img and with Astro; prints each target
 * with met or missed. Takes Debian's photographs and some of the demonstration's. `--sheet FILE` draws the worst crops.
 * Runs alternate, so that whatever else the machine does falls on all alike; figures are medians of `--runs`.
 */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import sharp from 'sharp';
import { avifSettings, encoderSettings, type Recipe } from '../../src/photos/recipe.ts';
import { type Cost, measure, median, timePackage } from './measured-process.ts';
import {
  likenessPackage,
  type Picture,
  readPicture,
  type SeenErrors,
  seenErrors,
  type TileErrors,
  tileErrors,
} from './photo-likeness.ts';
import { type Job, widths } from './photo-makers/job.ts';
import { installPackages, photoPackage, writePhotos } from './real-photos.ts';
import { type Brightness, ssim } from './ssim.ts';

type Format = Job['formats'][number];

const ASTRO = ['astro@5.18.2', 'sharp@0.35.5'];
const JUDGED_PX = [640, 1280] as const;
const SEEN_PX = 640;
const MEGAPIXELS = 12;

const CARDS = `
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { planTypesetCard } from './src/photos/cards/plan-social-card.ts';
import { encodeSocialCard } from './src/photos/cards/social-card.ts';
import { openFolderStore } from './src/photos/store/folder-store.ts';
const folder = mkdtempSync('/tmp/news-cards-');
const store = openFolderStore(folder);
const words = 'Laboratory Safety Week Begins With an Unannounced Drill at the university as students win prizes'.split(' ');
const colours = { paper: '#fffdfa', ink: '#17191d', accent: '#a3231b' };
const make = async (at) => {
  const headline = Array.from({ length: 5 + (at % 7) }, (_, index) => words[(at * 7 + index * 3) % words.length]).join(' ') + ' ' + at;
  const text = { headline, label: 'University News', names: ['USTB News'], colours, lang: 'en', direction: 'ltr' };
  const rendition = planTypesetCard(text, face.fingerprint);
  const made = await encodeSocialCard({ kind: 'typeset', rendition, text }, { contentFolder: folder, store, face });
  return statSync(made.path).size;
};
for (let at = 0; at < 10; at += 1) await make(at);
const start = process.cpuUsage();
let bytes = 0;
for (let at = 10; at < 110; at += 1) bytes += await make(at);
const { user, system } = process.cpuUsage(start);
rmSync(folder, { recursive: true });
console.log(bytes / 100 + ' ' + (user + system) / 100_000);
`;

const { values } = parseArgs({
  options: {
    before: { type: 'string' },
    runs: { type: 'string', default: '3' },
    photos: { type: 'string', default: '8' },
    sheet: { type: 'string' },
  },
});

installPackages({ ...photoPackage, ...timePackage, ...likenessPackage });
const root = path.resolve(import.meta.dirname, '../..');
const before = values.before === undefined ? undefined : path.resolve(values.before);
const work = mkdtempSync(path.join(os.tmpdir(), 'news-bench-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
const originals = path.join(work, 'sources');
mkdirSync(originals);
const sources = [
  ...(await writePhotos(originals, MEGAPIXELS, Number(values.photos))),
  ...(await writeDemonstration(originals)),
];
const makers = await bundleMakers(root);
const oldMakers = before === undefined ? undefined : await bundleMakers(before);

interface Maker {
  readonly name: string;
  readonly make: (output: string) => Cost;
}

interface Made {
  readonly name: string;
  readonly folder: string;
  readonly cost: Cost;
  readonly files: readonly string[];
  readonly bytes: number;
}

const node =
  (folder: string, maker: string, formats: readonly Format[], effort: Job['effort'], cwd = root) =>
  (output: string) => {
    const job: Job = { sources, outputFolder: output, formats, effort, quality: {} };
    return measure([process.execPath, path.join(folder, `${maker}.js`), JSON.stringify(job)], cwd);
  };

const made = await race([
  ...(oldMakers === undefined
    ? []
    : [{ name: 'before', make: node(oldMakers, 'ours', ['avif', 'webp', 'jpeg'], 'fast', before) }]),
  { name: 'published', make: node(makers, 'ours', ['avif', 'jpeg'], 'small') },
  { name: 'preview', make: node(makers, 'ours', ['jpeg'], 'fast') },
  { name: 'eleventy-img 6.0.4', make: node(makers, 'eleventy-img', ['webp', 'jpeg'], 'fast') },
  { name: ASTRO.join(', '), make: astro() },
]);

console.log(`\n${sources.length} photographs, ${MEGAPIXELS} megapixels those of Debian; for each photo`);
console.log('  files   kB  CPU s  peak MB');
for (const { name, cost, files, bytes } of made)
  console.log(
    `  ${(files.length / sources.length).toFixed(1).padStart(5)} ${kb(bytes / sources.length).padStart(4)} ` +
      `${(cost.cpuSeconds / sources.length).toFixed(2).padStart(6)} ${cost.peakMb.toFixed(0).padStart(8)}  ${name}`,
  );

const published = named('published');
target('files a photo', published.files.length / sources.length, 7);
if (before !== undefined) {
  const old = named('before');
  target('bytes of what is published, of before', published.bytes / old.bytes, 0.4);
  target('time of what is published, of before', published.cost.cpuSeconds / old.cost.cpuSeconds, 1.5);
  target('time of the preview, of before', named('preview').cost.cpuSeconds / old.cost.cpuSeconds, 0.5);
}

interface Judged extends SeenErrors, TileErrors {
  readonly source: string;
  readonly bytes: number;
  readonly picture: Picture;
  readonly original: Picture;
}

console.log('\nLikeness, means of all photographs (worst tile: the largest of all in brackets)');
console.log('  width   kB  worst tile   mean tile  butteraugli  ssimulacra');
const judgedBy = new Map<string, readonly Judged[]>();
for (const widthPx of JUDGED_PX) {
  for (const [maker, format] of [
    ['before', 'avif'],
    ['before', 'webp'],
    ['published', 'avif'],
    ['eleventy-img 6.0.4', 'webp'],
  ] as const) {
    if (maker === 'before' && before === undefined) continue;
    const judged = await judge(named(maker).folder, format, widthPx);
    judgedBy.set(`${maker} ${format} ${widthPx}`, judged);
    const worst = judged.map((one) => one.worst.error);
    console.log(
      `  ${String(widthPx).padStart(5)} ${kb(sum(judged, (one) => one.bytes)).padStart(4)}  ` +
        `${mean(worst).toFixed(1).padStart(4)} (${Math.max(...worst).toFixed(1)})  ` +
        `${mean(judged.map((one) => one.mean))
          .toFixed(1)
          .padStart(8)}  ` +
        `${mean(judged.map((one) => one.butteraugli))
          .toFixed(2)
          .padStart(10)}  ` +
        `${mean(judged.map((one) => one.ssimulacra))
          .toFixed(4)
          .padStart(10)}  ${maker}, ${format}`,
    );
  }
  if (before === undefined) continue;
  const [ours, avif, webp] = [
    judgedAs(`published avif ${widthPx}`),
    judgedAs(`before avif ${widthPx}`),
    judgedAs(`before webp ${widthPx}`),
  ];
  const bytesOf = (judged: readonly Judged[]) => sum(judged, (one) => one.bytes);
  const worstOf = (judged: readonly Judged[]) => mean(judged.map((one) => one.worst.error));
  const smaller = Math.min(bytesOf(avif), bytesOf(webp));
  target(`bytes at ${widthPx}, of the smaller before`, bytesOf(ours) / smaller, 1);
  target(
    `worst tile at ${widthPx}, of the better before`,
    worstOf(ours) / Math.min(worstOf(avif), worstOf(webp)),
    1,
  );
  const worse = ours.filter(
    (one, at) => one.worst.error > Math.min(avif[at]?.worst.error ?? 0, webp[at]?.worst.error ?? 0),
  );
  console.log(
    `  photographs whose worst tile is worse than the better before: ${worse.length} of ${ours.length}` +
      ` ${worse.map(({ source }) => path.parse(source).name).join(' ')}`,
  );
}

console.log('\nBytes at the likeness (SSIM) that others have by their defaults');
for (const other of ['eleventy-img 6.0.4', ASTRO.join(', ')])
  for (const widthPx of JUDGED_PX) {
    const { ratio, quality } = await bytesAtLikeness(named(other).folder, widthPx);
    target(`AVIF of quality ${quality} at ${widthPx}, of the WebP of ${other}`, ratio, 0.8);
  }

await cards();
if (values.sheet !== undefined) await drawSheet(values.sheet);

function named(name: string): Made {
  const found = made.find((one) => one.name === name);
  if (found === undefined) throw new Error(name);
  return found;
}

function judgedAs(key: string): readonly Judged[] {
  const found = judgedBy.get(key);
  if (found === undefined) throw new Error(key);
  return found;
}

function target(what: string, value: number, most: number): void {
  console.log(`  ${what}: ${value.toFixed(2)}; the target is ${most}: ${value <= most ? 'met' : 'MISSED'}`);
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((total, value) => total + value, 0) / numbers.length;
}

function sum<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((total, one) => total + of(one), 0);
}

function kb(bytes: number): string {
  return (bytes / 1000).toFixed(0);
}

/** Every maker in turn, as many times as asked. */
async function race(all: readonly Maker[]): Promise<readonly Made[]> {
  const costs = new Map<Maker, Cost[]>(all.map((maker) => [maker, []]));
  for (let run = 0; run < Number(values.runs); run += 1)
    for (const [at, maker] of all.entries()) {
      const folder = path.join(work, `${at}`);
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(path.join(folder, 'output'), { recursive: true });
      costs.get(maker)?.push(maker.make(path.join(folder, 'output')));
    }
  return all.map((maker, at) => {
    const folder = path.join(work, `${at}`, 'output');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => path.extname(name) !== '')
      .map((name) => path.join(folder, name));
    const own = costs.get(maker) ?? [];
    const cost = {
      wallSeconds: median(own.map(({ wallSeconds }) => wallSeconds)),
      cpuSeconds: median(own.map(({ cpuSeconds }) => cpuSeconds)),
      peakMb: median(own.map(({ peakMb }) => peakMb)),
    };
    return { name: maker.name, folder, cost, files, bytes: sum(files, (file) => statSync(file).size) };
  });
}

/** Installs Astro in a folder of its own: it is no dependency. */
function astro(): Maker['make'] {
  const folder = path.join(work, 'astro');
  mkdirSync(folder);
  execFileSync('npm', ['init', '-y'], { cwd: folder, stdio: 'ignore' });
  execFileSync('npm', ['install', '--silent', '--ignore-scripts', ...ASTRO], {
    cwd: folder,
    stdio: 'ignore',
  });
  const script = path.join(folder, 'make.mjs');
  execFileSync('cp', [path.join(import.meta.dirname, 'photo-makers/astro.mjs'), script]);
  return (outputFolder) =>
    measure([process.execPath, script, JSON.stringify({ sources, outputFolder, widths })], folder);
}

function madeFile(folder: string, source: string, widthPx: number, format: Format): string {
  return path.join(folder, path.parse(source).name, `${widthPx}.${format}`);
}

async function judge(folder: string, format: Format, widthPx: number): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  for (const source of sources) {
    const file = madeFile(folder, source, widthPx, format);
    const original = await readPicture(source, widthPx);
    const picture = await readPicture(file);
    judged.push({
      source,
      bytes: statSync(file).size,
      picture,
      original,
      ...tileErrors(original, picture),
      // They take seconds for a larger picture.
      ...(widthPx === SEEN_PX ? await seenErrors(original, picture) : { butteraugli: 0, ssimulacra: 0 }),
    });
  }
  return judged;
}

/** The bytes of our AVIF that is as much like the originals as the WebP of another maker, of theirs. */
async function bytesAtLikeness(
  folder: string,
  widthPx: number,
): Promise<{ readonly ratio: number; readonly quality: number }> {
  const scaled = await Promise.all(
    sources.map((source) => sharp(source).resize(widthPx).png({ compressionLevel: 1 }).toBuffer()),
  );
  const references = await Promise.all(scaled.map((bytes) => brightness(bytes)));
  const likeness = async (pictures: readonly (string | Buffer)[]) => {
    const made = await Promise.all(pictures.map((picture) => brightness(picture)));
    return mean(made.map((one, at) => ssim(references[at] ?? one, one)));
  };
  const theirs = sources.map((source) => madeFile(folder, source, widthPx, 'webp'));
  const wanted = await likeness(theirs);
  const encode = async (quality: number) => {
    const recipe: Recipe = {
      widthsPx: [widthPx],
      formats: ['avif'],
      effort: 'small',
      quality: { avif: quality },
    };
    const options = avifSettings(encoderSettings(recipe), widthPx);
    return await Promise.all(scaled.map((bytes) => sharp(bytes).avif(options).toBuffer()));
  };
  let [low, high] = [30, 90];
  while (low < high) {
    const quality = Math.floor((low + high) / 2);
    if ((await likeness(await encode(quality))) < wanted) low = quality + 1;
    else high = quality;
  }
  const ours = await encode(low);
  return {
    ratio: sum(ours, ({ length }) => length) / sum(theirs, (file) => statSync(file).size),
    quality: low,
  };
}

async function brightness(file: string | Buffer): Promise<Brightness> {
  const { data, info } = await sharp(file).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  return { data, widthPx: info.width, heightPx: info.height };
}

/** Cards of words, drawn by each checkout's own code, as its process counts processor time. */
async function cards(): Promise<void> {
  console.log('\nCards of words: bytes and processor time of each, with the cache that they are put into');
  const measured: { readonly bytes: number; readonly milliseconds: number }[] = [];
  for (const checkout of [before, root]) {
    if (checkout === undefined) continue;
    const program = await bundleCards(checkout);
    const printed = execFileSync(process.execPath, [program], { cwd: checkout, encoding: 'utf8' });
    const [bytes = 0, milliseconds = 0] = printed.split(' ').map(Number);
    console.log(`  ${kb(bytes)} kB ${milliseconds.toFixed(1)} ms  ${checkout === root ? 'now' : 'before'}`);
    measured.push({ bytes, milliseconds });
  }
  const [old, now] = measured;
  if (old === undefined || now === undefined) return;
  target('bytes of a card, of before', now.bytes / old.bytes, 0.25);
  target('time of a card, of before', now.milliseconds / old.milliseconds, 0.6);
}

/** A checkout from before cards had typefaces for all scripts opens its face from a file. */
async function bundleCards(checkout: string): Promise<string> {
  const hasScripts = existsSync(path.join(checkout, 'src/build/theme/card-fonts.ts'));
  const face = hasScripts
    ? `import { readCardFace } from './src/build/theme/card-fonts.ts';
       import { defaultTheme } from './src/content/theme-schema.ts';
       const face = await readCardFace({ root: process.cwd(), content: process.cwd() + '/content' }, defaultTheme);`
    : `import { readCardFace } from './src/photos/cards/card-face.ts';
       const face = await readCardFace('assets/fonts/cards/newsreader-600.woff2');`;
  const outfile = path.join(checkout, '.cache', 'bench', 'cards.js');
  await build({
    stdin: { contents: `${face}\n${CARDS}`, resolveDir: checkout, loader: 'ts' },
    absWorkingDir: checkout,
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  });
  return outfile;
}

/** The worst tile of each photograph at 640 pixels with its surroundings: original, before (AVIF, WebP), now. */
async function drawSheet(file: string): Promise<void> {
  const CROP_PX = 120;
  const columns = [
    judgedAs('published avif 640').map(({ original }) => original),
    ...(before === undefined
      ? []
      : ['before avif 640', 'before webp 640'].map((key) => judgedAs(key).map(({ picture }) => picture))),
    judgedAs('published avif 640').map(({ picture }) => picture),
  ];
  const worst = judgedAs(before === undefined ? 'published avif 640' : 'before avif 640');
  const crops = await Promise.all(
    columns.flatMap((pictures, column) =>
      pictures.map(async ({ data, widthPx, heightPx }, row) => {
        const { left = 0, top = 0 } = worst[row]?.worst ?? {};
        const area = {
          left: Math.max(0, Math.min(widthPx - CROP_PX, left + 16 - CROP_PX / 2)),
          top: Math.max(0, Math.min(heightPx - CROP_PX, top + 16 - CROP_PX / 2)),
          width: CROP_PX,
          height: CROP_PX,
        };
        const input = await sharp(data, { raw: { width: widthPx, height: heightPx, channels: 3 } })
          .extract(area)
          .png()
          .toBuffer();
        const place = { row: Math.floor(row / 3), group: row % 3 };
        return {
          input,
          left: (place.group * (columns.length + 0.25) + column) * (CROP_PX + 2),
          top: place.row * (CROP_PX + 2),
        };
      }),
    ),
  );
  const width = Math.ceil((columns.length + 0.25) * 3 * (CROP_PX + 2));
  const height = Math.ceil(sources.length / 3) * (CROP_PX + 2);
  await sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
    .composite(crops.map((crop) => ({ ...crop, left: Math.round(crop.left) })))
    .webp({ quality: 90 })
    .toFile(file);
}

/** Photographs of the demonstration, as they are: suits, faces, night, and lines. */
async function writeDemonstration(folder: string): Promise<string[]> {
  const articles = path.join(root, 'content', 'articles');
  const names = [
    '2024/ustb-puth-agreement/4.jpg',
    '2024/orchestra-by-train/opening-night.jpg',
    '2025/bamboo-bicycle-workshop/number-nine.jpg',
    '2023/spring-sports-day/rowing.jpg',
  ];
  return await Promise.all(
    names.map(async (name, at) => {
      const file = path.join(folder, `demo-${at + 1}.jpg`);
      execFileSync('cp', [path.join(articles, name), file]);
      return file;
    }),
  );
}

/** As JavaScript, so that no time goes into compiling; the libraries stay outside, as they do in the generator. */
async function bundleMakers(checkout: string): Promise<string> {
  const folder = path.join(checkout, '.cache', 'bench');
  const own = path.join(checkout, 'tests/bench/photo-makers');
  await build({
    absWorkingDir: checkout,
    entryPoints: [
      ...readdirSync(own)
        .filter((name) => name.endsWith('.ts') && name !== 'job.ts')
        .map((name) => `tests/bench/photo-makers/${name}`),
    ],
    outdir: folder,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  });
  return folder;
}
