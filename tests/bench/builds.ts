/**
 * `npm run bench`: this generator with all that it makes, Hugo doing equal work, Hugo with a bare theme, and Eleventy build
 * the same generated archive, and build it again after the edits of a newsroom, each time in a new process. Prints medians,
 * ratios in the same round to Hugo's equal work, memory, and at the end the table of targets with "met" or "missed"; draws
 * the plots of README.
 * Options: --stories 1000,10000 --runs 5,3 (of each size, the last of all further ones) --alone 100000 (sizes that this
 * generator alone builds, once and cold) --related (Hugo with its own related stories, too) --before FOLDER (an earlier
 * checkout of this generator races along) --first (very first builds, which draw every card) --install (what CI
 * installs) --plot FILE.
 * Builds alternate, so that whatever else the machine does falls on all alike. Content and output lie in memory where
 * the machine has `/dev/shm`.
 */

import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { drawPlots, type Series } from './build-plots.ts';
import { printVerdict, type Verdict, verdictsOn } from './build-targets.ts';
import type { Builder } from './builders/builder.ts';
import { eleventy } from './builders/eleventy.ts';
import { hugo } from './builders/hugo.ts';
import { hugoEqual, hugoRelated } from './builders/hugo-equal.ts';
import { earlier, ours } from './builders/ours.ts';
import { generateArchive } from './generate-archive.ts';
import { hugoPackage } from './hugo-site.ts';
import { measureInstall } from './install-cost.ts';
import { type Cost, median, timePackage } from './measured-process.ts';
import { countChanged, hashesOf, sizeOf } from './output-size.ts';
import { installPackages } from './real-photos.ts';

const root = path.resolve(import.meta.dirname, '../..');

const { values: options } = parseArgs({
  options: {
    stories: { type: 'string', default: '1000,3000,10000' },
    runs: { type: 'string', default: '3' },
    alone: { type: 'string', default: '' },
    related: { type: 'boolean', default: false },
    before: { type: 'string' },
    first: { type: 'boolean', default: false },
    install: { type: 'boolean', default: false },
    plot: { type: 'string', default: path.join(import.meta.dirname, 'builds.svg') },
  },
});

interface Situation {
  readonly name: string;
  readonly before: (builder: Builder, run: number, stories: number) => void;
}

const situations: readonly Situation[] = [
  ...(options.first
    ? [{ name: 'very first build', before: (builder: Builder) => builder.forgetEverything() }]
    : []),
  { name: 'cold', before: (builder) => builder.forget() },
  { name: 'nothing changed', before: () => undefined },
  { name: 'one text edited', before: ({ content }, run, stories) => editText(content, stories / 2, run) },
  {
    // A runner clones, and restores the cache; what it built before is not there.
    name: 'CI: clone, cache, one edit',
    before: (builder, run, stories) => {
      cpSync(builder.content, `${builder.content}.clone`, { recursive: true });
      rmSync(builder.content, { recursive: true });
      renameSync(`${builder.content}.clone`, builder.content);
      rmSync(builder.output, { recursive: true, force: true });
      editText(builder.content, stories / 4, run);
    },
  },
  {
    name: 'title, date and topic changed',
    before: ({ content }, run, stories) => {
      edit(content, Math.floor(stories / 3), (text) =>
        text
          .replace(/^title: .*$/mu, `title: A headline, said for the ${run + 1}. time`)
          .replace(/^date: (\d{4}).*$/mu, `date: $1-0${1 + (run % 9)}-15`)
          .replace(/^topics: .*$/mu, `topics: [${run % 2 === 0 ? 'Art' : 'World'}]`),
      );
    },
  },
  {
    name: 'one story added',
    before: ({ content }, run, stories) => {
      const folder = path.join(content, 'articles/2025', `added-${run}`);
      mkdirSync(folder, { recursive: true });
      writeFileSync(path.join(folder, 'index.md'), readFileSync(storyFile(content, stories - 1)));
    },
  },
];

installPackages({ ...hugoPackage, ...timePackage });
const memory = '/dev/shm';
const work = mkdtempSync(path.join(existsSync(memory) ? memory : os.tmpdir(), 'news-bench-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(3));

const sizes = options.stories.split(',').map(Number);
const runsOf = options.runs.split(',').map(Number);
const cpus = os.cpus();
console.log(
  `Node ${process.versions.node}, ${os.type()} ${os.release()}, ${cpus.length} x ${cpus[0]?.model.trim()}, ` +
    `${(os.totalmem() / 2 ** 30).toFixed(0)} GiB, load ${os
      .loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}`,
);

const plots = new Map<string, Map<string, Series>>();
const verdicts: Verdict[] = [];
for (const [index, stories] of sizes.entries()) {
  const { before } = options;
  await race(stories, runsOf[index] ?? runsOf.at(-1) ?? 1, {
    tools: [
      ours,
      hugoEqual,
      ...(options.related ? [hugoRelated] : []),
      ...(before === undefined ? [] : [earlier(path.resolve(before))]),
      hugo,
      eleventy,
    ],
    in: situations,
  });
  writeFileSync(options.plot, drawPlots(plots));
}
for (const stories of options.alone.split(',').filter(Boolean).map(Number)) {
  const costs = await race(stories, 1, {
    tools: [ours],
    in: situations.filter(({ name }) => name === 'cold'),
  });
  const peakMb = median((costs.get('cold')?.get('newsroom') ?? []).map((cost) => cost.peakMb));
  if (stories >= 100_000)
    verdicts.push({
      what: `cold, ${stories} stories: memory`,
      measured: peakMb / 1024,
      atMost: 2,
      unit: ' GiB',
    });
  writeFileSync(options.plot, drawPlots(plots));
}
if (options.install) judgeInstall();
judgeCostPerStory();
console.log(`\nTargets\n${verdicts.map((verdict) => `  ${printVerdict(verdict)}`).join('\n')}`);
console.log(`\nThe plots are in ${path.relative(process.cwd(), options.plot)}.`);

interface Race {
  readonly tools: readonly ((folder: string) => Builder)[];
  readonly in: readonly Situation[];
}

/** @returns by situation and builder what each round cost */
async function race(
  stories: number,
  runs: number,
  { tools, in: situations }: Race,
): Promise<ReadonlyMap<string, ReadonlyMap<string, readonly Cost[]>>> {
  const folder = path.join(work, `${stories}`);
  const builders = tools.map((tool) => tool(path.join(folder, tool.name)));
  for (const { content, prepare } of builders) {
    await generateArchive(content, { articles: stories });
    await prepare();
  }
  console.log(`\n${stories} stories, ${runs} rounds`);
  const costs = new Map(
    situations.map(({ name }) => [name, new Map(builders.map((builder) => [builder.name, [] as Cost[]]))]),
  );
  for (let run = 0; run < runs; run += 1) {
    for (const { name, before } of situations) {
      for (const builder of builders) {
        before(builder, run, stories);
        costs.get(name)?.get(builder.name)?.push(builder.build());
        // A build blocks this process: only between two can it be interrupted.
        await setImmediate();
      }
    }
  }
  judgeCommands(builders, runs);
  const bytes = new Map<string, number>();
  for (const builder of builders) {
    editText(builder.content, stories / 5, runs);
    const before = hashesOf(builder.output);
    builder.build();
    const after = hashesOf(builder.output);
    bytes.set(builder.name, sizeOf(builder.output) / stories);
    console.log(
      `  ${builder.name.padEnd(34)} ${((bytes.get(builder.name) ?? 0) / 1000).toFixed(1)} KB of output a story, ` +
        `${after.size} files, ${countChanged(before, after)} of them changed by one edit`,
    );
  }
  rmSync(folder, { recursive: true });
  const [now, then] = [bytes.get('newsroom'), bytes.get('newsroom before')];
  if (now !== undefined && then !== undefined)
    verdicts.push({
      what: `output bytes a story, ${stories} stories: of before`,
      measured: now / then,
      atMost: 0.35,
    });
  for (const { name } of situations) print(name, costs.get(name) ?? new Map(), stories);
  return costs;
}

/** Ratios are to Hugo's equal work in the same round. */
function print(situation: string, costs: ReadonlyMap<string, readonly Cost[]>, stories: number): void {
  console.log(
    `  ${situation.padEnd(34)} median s (spread)    CPU s  peak MB  of equal work (spread), of its CPU`,
  );
  const equal = [...costs].find(([name]) => name.endsWith('equal work'))?.[1] ?? [];
  for (const [name, list] of costs) {
    const walls = list.map(({ wallSeconds }) => wallSeconds);
    const ratioOf = (key: keyof Cost) =>
      list.map((cost, round) => cost[key] / (equal[round]?.[key] ?? Number.NaN));
    const cpu = median(list.map(({ cpuSeconds }) => cpuSeconds));
    const peak = median(list.map(({ peakMb }) => peakMb));
    const ratios =
      equal.length > 0
        ? `${spread(ratioOf('wallSeconds'))}, ${median(ratioOf('cpuSeconds')).toFixed(2)}`
        : '';
    console.log(
      `    ${name.padEnd(32)} ${spread(walls).padEnd(20)} ${cpu.toFixed(2).padStart(5)}  ${peak.toFixed(0).padStart(7)}  ${ratios}`,
    );
    const plot = plots.get(situation) ?? new Map<string, Series>();
    plots.set(situation, plot.set(name, [...(plot.get(name) ?? []), [stories, median(walls)]]));
  }
  verdicts.push(...verdictsOn(situation, stories, costs));
}

/** Starts of the command line, against those of before. */
function judgeCommands(builders: readonly Builder[], runs: number): void {
  const own = builders.find(({ name }) => name === 'newsroom')?.commands ?? {};
  const before = builders.find(({ name }) => name === 'newsroom before')?.commands ?? {};
  for (const [name, run] of Object.entries(own)) {
    const runBefore = before[name];
    if (runBefore === undefined) continue;
    const ratios = Array.from({ length: runs }, () => run().cpuSeconds / runBefore().cpuSeconds);
    verdicts.push({ what: `${name}: processor of before`, measured: median(ratios), atMost: 0.5 });
  }
}

/** What CI installs, against what it installed before, which was all. */
function judgeInstall(): void {
  const now = measureInstall(work, root, ['--omit=dev']);
  if (options.before === undefined) return;
  const then = measureInstall(work, path.resolve(options.before), []);
  verdicts.push(
    { what: 'npm ci for CI: bytes of before', measured: now.megabytes / then.megabytes, atMost: 0.5 },
    { what: 'npm ci for CI: packages of before', measured: now.packages / then.packages, atMost: 0.6 },
  );
}

/** Of cold builds of each archive against those of a tenth of it: whether time grows with the stories alone. */
function judgeCostPerStory(): void {
  const series = plots.get('cold')?.get('newsroom') ?? [];
  for (const [stories, seconds] of series) {
    const tenth = series.find(([number]) => number === stories / 10);
    if (tenth === undefined) continue;
    const ratio = seconds / stories / (tenth[1] / tenth[0]);
    const what = `cold, cost of a story at ${stories} of that at ${tenth[0]}`;
    if (stories >= 100_000) verdicts.push({ what, measured: ratio, atMost: 1.1 });
    else console.log(`\n${what}: ${ratio.toFixed(2)}, ${((1000 * seconds) / stories).toFixed(2)} ms`);
  }
}

function spread(numbers: readonly number[]): string {
  return `${median(numbers).toFixed(2)} (${Math.min(...numbers).toFixed(2)}–${Math.max(...numbers).toFixed(2)})`;
}

function edit(content: string, story: number, change: (text: string) => string): void {
  const file = storyFile(content, Math.floor(story));
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

function editText(content: string, story: number, run: number): void {
  edit(content, story, (text) => `${text}\nThe ${run + 1}. edit.\n`);
}

function storyFile(content: string, index: number): string {
  for (let year = 2016; year < 2030; year += 1) {
    const file = path.join(content, 'articles', `${year}`, `story-${index}`, 'index.md');
    if (existsSync(file)) return file;
  }
  throw new Error(`There is no story ${index}.`);
}
