/**
 * `npm run fuzz TARGET [MINUTES] [SEED]`: texts that nobody would write, made from honest ones; what reaches new code is
 * kept and changed further. Faults are shortened and left in `.cache/fuzz/TARGET/`. Exit code 1 when there are some.
 */

import { createHash } from 'node:crypto';
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { addAll, Coverage } from './coverage.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { mutate, pick, randomFrom, shrink, swell } from './mutate.ts';

const root = path.resolve(import.meta.dirname, '../..');
const names = readdirSync(path.join(import.meta.dirname, 'targets')).map((file) => file.replace('.ts', ''));

/** No text of a megabyte may take longer, in time of the processor, where its target does not say otherwise. */
const usuallyLongestMs = 1000;
/** A run that has not come back by then never will. */
const hangMs = 60_000;
/** Texts between two looks at what was reached. */
const batchSize = 16;
/** One batch in so many ends with a text of a megabyte, which takes as long as hundreds of others. */
const swollenEvery = 25;
/** Faults of one kind that are kept. */
const keptFaults = 20;

class Fuzzing {
  readonly #target: FuzzTarget;
  readonly #folder: string;
  readonly #currentFile: number;
  readonly #beat = new Int32Array(new SharedArrayBuffer(4));
  /** In words. */
  readonly faults = new Set<string>();
  runs = 0;

  constructor(target: FuzzTarget, folder: string) {
    this.#target = target;
    this.#folder = folder;
    mkdirSync(path.join(folder, 'corpus'), { recursive: true });
    const current = path.join(folder, 'current');
    this.#currentFile = openSync(current, 'w');
    new Worker(watch, { eval: true, workerData: { beat: this.#beat, hangMs, current } }).unref();
  }

  /** What is wrong with what the target makes of a text. */
  async judge(text: string): Promise<string | undefined> {
    this.runs += 1;
    const bytes = Buffer.from(text);
    ftruncateSync(this.#currentFile);
    writeSync(this.#currentFile, bytes, 0, bytes.length, 0);
    Atomics.add(this.#beat, 0, 1);
    const [begin, wall] = [process.cpuUsage(), performance.now()];
    try {
      await this.#target.run(text.replace(/\r\n?/gu, '\n'));
    } catch (error) {
      return error instanceof Error ? `${error.name}: ${error.message.slice(0, 200)}` : String(error);
    }
    const { longestMs = usuallyLongestMs } = this.#target;
    // Collecting garbage has threads of its own; a busy machine takes its time: the shorter of both is ours.
    const { user, system } = process.cpuUsage(begin);
    const tookMs = Math.min((user + system) / 1000, performance.now() - wall);
    return tookMs > longestMs ? `took longer than ${longestMs} ms` : undefined;
  }

  async note(words: string, text: string): Promise<void> {
    if (this.faults.has(words) || this.faults.size >= keptFaults) return;
    this.faults.add(words);
    // A slow text stays as it is: to try each shorter one would take hours.
    const isSlow = words.startsWith('took');
    const shortest = isSlow
      ? text
      : await shrink(text, async (shorter) => (await this.judge(shorter)) === words);
    const name = createHash('sha256').update(words).digest('hex').slice(0, 12);
    writeFileSync(path.join(this.#folder, `fault-${name}`), shortest);
    console.log(
      `FAULT ${words}\n  ${JSON.stringify(shortest.slice(0, 300))} (${shortest.length} characters)`,
    );
  }

  keep(text: string): void {
    const name = createHash('sha256').update(text).digest('hex').slice(0, 16);
    writeFileSync(path.join(this.#folder, 'corpus', name), text);
  }

  kept(): string[] {
    const folder = path.join(this.#folder, 'corpus');
    return readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'utf8'));
  }

  close(): void {
    closeSync(this.#currentFile);
  }
}

/** Ends the process when a run hangs; the text that did it stays in the file `current`. */
const watch = `
const { workerData: { beat, hangMs, current } } = require('node:worker_threads');
let last = -1;
setInterval(() => {
  const now = Atomics.load(beat, 0);
  if (now === last) {
    console.error('HANG: the text is in ' + current);
    process.kill(process.pid, 'SIGKILL');
  }
  last = now;
}, hangMs);
`;

async function fuzz(name: string, minutes: number, seed: number): Promise<number> {
  const { target }: { target: FuzzTarget } = await import(`./targets/${name}.ts`);
  const fuzzing = new Fuzzing(target, path.join(root, '.cache/fuzz', name));
  const random = randomFrom(seed);
  const coverage = new Coverage((url) => url.includes('/src/') || url.includes('/node_modules/'));
  const corpus: string[] = [];
  const seen = new Set<string>();
  const seenByBatches = new Set<string>();
  const tryOut = async (text: string) => {
    const words = await fuzzing.judge(text);
    if (words !== undefined) await fuzzing.note(words, text);
  };
  /** Keeps those of the texts that reach, each alone, what none did before. */
  const choose = async (texts: readonly string[]): Promise<string[]> => {
    const chosen: string[] = [];
    coverage.take();
    for (const text of texts) {
      await tryOut(text);
      if (addAll(seen, coverage.take())) chosen.push(text);
    }
    corpus.push(...chosen);
    return chosen;
  };
  const tell = () =>
    console.log(
      `${name}, seed ${seed}: ${fuzzing.runs} runs, ${corpus.length} texts kept, ${seen.size} places reached, ${fuzzing.faults.size} faults`,
    );
  await choose([...target.seeds, ...fuzzing.kept()]);
  const end = Date.now() + minutes * 60_000;
  let told = Date.now();
  for (let round = 1; Date.now() < end; round += 1) {
    // What was found last leads on most often.
    const from = () => pick(random, random() < 0.5 ? corpus : corpus.slice(-Math.ceil(corpus.length / 4)));
    const batch = Array.from({ length: batchSize }, () =>
      mutate(from(), { random, pieces: target.pieces, others: corpus }),
    );
    for (const text of batch) await tryOut(text);
    if (addAll(seenByBatches, coverage.take())) for (const text of await choose(batch)) fuzzing.keep(text);
    if (round % swollenEvery === 0) await tryOut(swell(from(), random, target.pieces));
    if (Date.now() - told > 60_000) {
      told = Date.now();
      tell();
    }
  }
  tell();
  fuzzing.close();
  return fuzzing.faults.size === 0 ? 0 : 1;
}

const [name = '', minutes = '10', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
if (!names.includes(name) || !(Number(minutes) > 0)) {
  console.error(`Usage: npm run fuzz TARGET [MINUTES] [SEED]\nTargets: ${names.join(', ')}`);
  process.exitCode = 2;
} else {
  process.exit(await fuzz(name, Number(minutes), Number(seed)));
}
