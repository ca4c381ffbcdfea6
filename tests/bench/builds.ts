/**
 * `npm run bench`: this generator with all that it makes, Hugo and Eleventy build the same generated archive, and build
 * it again after the edits of a newsroom, each time in a new process. Prints medians, ratios to Hugo in the same round
 * with their spread, and memory, and draws the plots of README. Options: --stories 1000,10000 --runs 5,3 (of
 * each size, the last of all further ones) --alone 100000 (sizes that this generator alone builds, once and cold)
 * --plot FILE.
 * Builds alternate, so that whatever else the machine does falls on all alike. Content and output lie in memory where
 * the machine has `/dev/shm`.
 */

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { drawPlots, type Series } from './build-plots.ts';
import type { Builder } from './builders/builder.ts';
import { eleventy } from './builders/eleventy.ts';
import { hugo } from './builders/hugo.ts';
import { ours } from './builders/ours.ts';
import { generateArchive } from './generate-archive.ts';
import { hugoPackage } from './hugo-site.ts';
import { type Cost, median, timePackage } from './measured-process.ts';
import { installPackages } from './real-photos.ts';

const { values: options } = parseArgs({
  options: {
    stories: { type: 'string', default: '1000,3000,10000' },
    runs: { type: 'string', default: '3' },
    alone: { type: 'string', default: '' },
    plot: { type: 'string', default: path.join(import.meta.dirname, 'builds.svg') },
  },
});

interface Situation {
  readonly name: string;
  /** Of Hugo's time in the same situation, by number of stories. */
  readonly targets: ReadonlyMap<number, number>;
  readonly before: (builder: Builder, run: number, stories: number) => void;
}

const situations: readonly Situation[] = [
  {
    name: 'cold',
    targets: new Map([
      [1000, 2],
      [10_000, 1],
    ]),
    before: (builder) => builder.forget(),
  },
  { name: 'nothing changed', targets: new Map([[10_000, 0.2]]), before: () => undefined },
  {
    name: 'one text edited',
    targets: new Map([
      [1000, 1],
      [10_000, 0.25],
    ]),
    before: ({ content }, run, stories) => {
      edit(content, stories / 2, (text) => `${text}\nThe ${run + 1}. edit.\n`);
    },
  },
  {
    name: 'title, date and topic changed',
    targets: new Map([[10_000, 0.35]]),
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
    targets: new Map([[10_000, 0.35]]),
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
for (const [index, stories] of sizes.entries()) {
  await race(stories, runsOf[index] ?? runsOf.at(-1) ?? 1, {
    tools: [ours, hugo, eleventy],
    in: situations,
  });
  writeFileSync(options.plot, drawPlots(plots));
}
for (const stories of options.alone.split(',').filter(Boolean).map(Number)) {
  await race(stories, 1, { tools: [ours], in: situations.filter(({ name }) => name === 'cold') });
  writeFileSync(options.plot, drawPlots(plots));
}
printCostPerStory();
console.log(`\nThe plots are in ${path.relative(process.cwd(), options.plot)}.`);

interface Race {
  readonly tools: readonly ((folder: string) => Builder)[];
  readonly in: readonly Situation[];
}

async function race(stories: number, runs: number, { tools, in: situations }: Race): Promise<void> {
  const folder = path.join(work, `${stories}`);
  const builders = tools.map((tool) => tool(path.join(folder, tool.name)));
  for (const { content, prepare } of builders) {
    await generateArchive(content, { articles: stories });
    prepare();
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
  rmSync(folder, { recursive: true });
  for (const { name, targets } of situations) print(name, costs.get(name) ?? new Map(), stories, targets);
}

function print(
  situation: string,
  costs: ReadonlyMap<string, readonly Cost[]>,
  stories: number,
  targets: ReadonlyMap<number, number>,
): void {
  console.log(`  ${situation.padEnd(34)} median s (spread)    CPU s  peak MB  of Hugo's (spread)`);
  const hugoCosts = [...costs].find(([name]) => name.startsWith('Hugo'))?.[1] ?? [];
  for (const [name, list] of costs) {
    const walls = list.map(({ wallSeconds }) => wallSeconds);
    const ratios = walls.map((wall, round) => wall / (hugoCosts[round]?.wallSeconds ?? Number.NaN));
    const isCompared = hugoCosts.length > 0;
    const target = name === 'newsroom' && isCompared ? targets.get(stories) : undefined;
    const verdict =
      target === undefined
        ? ''
        : `  target ${target.toFixed(2)}: ${median(ratios) <= target ? 'met' : 'MISSED'}`;
    const cpu = median(list.map(({ cpuSeconds }) => cpuSeconds));
    const peak = median(list.map(({ peakMb }) => peakMb));
    console.log(
      `    ${name.padEnd(32)} ${spread(walls).padEnd(20)} ${cpu.toFixed(2).padStart(5)}  ${peak.toFixed(0).padStart(7)}  ${isCompared ? spread(ratios) : ''}${verdict}`,
    );
    const plot = plots.get(situation) ?? new Map<string, Series>();
    plots.set(situation, plot.set(name, [...(plot.get(name) ?? []), [stories, median(walls)]]));
  }
}

/** Of cold builds of the largest archive against those of a tenth of it: whether time grows with the stories alone. */
function printCostPerStory(): void {
  const series = plots.get('cold')?.get('newsroom') ?? [];
  for (const [stories, seconds] of series) {
    const tenth = series.find(([number]) => number === stories / 10);
    if (tenth === undefined) continue;
    const ratio = seconds / stories / (tenth[1] / tenth[0]);
    const verdict = stories < 100_000 ? '' : `  target 1.10: ${ratio <= 1.1 ? 'met' : 'MISSED'}`;
    console.log(
      `\nCost of a story, ${stories} against ${tenth[0]}, cold: ${((1000 * seconds) / stories).toFixed(2)} ms, ${ratio.toFixed(2)} times${verdict}`,
    );
  }
}

function spread(numbers: readonly number[]): string {
  return `${median(numbers).toFixed(2)} (${Math.min(...numbers).toFixed(2)}–${Math.max(...numbers).toFixed(2)})`;
}

function edit(content: string, story: number, change: (text: string) => string): void {
  const file = storyFile(content, Math.floor(story));
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

function storyFile(content: string, index: number): string {
  for (let year = 2016; year < 2030; year += 1) {
    const file = path.join(content, 'articles', `${year}`, `story-${index}`, 'index.md');
    if (existsSync(file)) return file;
  }
  throw new Error(`There is no story ${index}.`);
}
