/**
 * A small newsroom on which faults are tried: content in two states, the sites that undisturbed builds make of them, an
 * output, a cache and a published folder. What a fault strikes runs in a process of its own, as users run it.
 */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { openBuiltFolder } from '../../src/publish/built-folder.ts';
import { runnerIn } from '../builds/generator.ts';
import { type NewsRun, root, runNews } from '../builds/run-news.ts';
import { photo, siteYaml, story, temporaryContent } from '../builds/temporary-content.ts';
import { random } from '../fixed-seed.ts';

export type State = 'old' | 'new';

export type Fault =
  | { readonly kind: 'count' }
  | { readonly kind: 'kill' | 'full'; readonly at: number }
  | { readonly kind: 'delete'; readonly at: number; readonly file: string }
  | { readonly clockMs: number };

/** By path inside the site. */
type Hashes = ReadonlyMap<string, string>;

const front = (title: string) =>
  `title: ${title}\ndate: 2024-05-06\ntopics: [Research]\ncredits: {draft: YANG Lindi}`;
const figure = '\n\n![Stalls on the green](1.jpg "The green")';

/** The new headline is as long as the old one: a file's size does not tell which of them it holds. */
const stories: Readonly<Record<State, Readonly<Record<string, string>>>> = {
  old: {
    'fair/index.md': story(front('Forty stalls at the fair'), `It rained.${figure}`),
    'pond/index.md': story(
      front('Herons at the pond'),
      `They stay, unlike [the fair](../fair/index.md).${figure}`,
    ),
  },
  new: {
    'fair/index.md': story(front('Fifty stalls at the fair'), `It rained.${figure}`),
    'harvest/index.md': story(
      front('A harvest of apples'),
      `As red as [the fair](../fair/index.md).${figure}`,
    ),
  },
};

export async function openNewsroom() {
  const generate = await runnerIn(root);
  const content = await temporaryContent({ 'site.yaml': `${siteYaml}pressKit: {enabled: true}\n` });
  const inside = (...parts: readonly string[]) => path.join(content.folder, ...parts);
  const photos: Readonly<Record<string, Buffer>> = {
    fair: await photo(700, 500),
    pond: await photo(640, 480),
    harvest: await photo(500, 700),
  };
  const folders = ['--content', inside('content'), '--cache', inside('cache')];
  const output = inside('_site');
  const environment = { NEWS_NOW: '2024-06-01T08:00+08:00' };

  const show = async (state: State): Promise<void> => {
    const articles = inside('content/articles');
    await rm(articles, { recursive: true, force: true });
    for (const [file, text] of Object.entries(stories[state])) {
      const target = path.join(articles, '2024', file);
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, text);
      await writeFile(path.join(path.dirname(target), '1.jpg'), photos[path.dirname(file)] ?? '');
    }
  };
  /** Undisturbed, in the test's own process. */
  const run = async (...command: readonly string[]) => {
    const before = process.env.NEWS_NOW;
    process.env.NEWS_NOW = environment.NEWS_NOW;
    try {
      return await generate(command);
    } finally {
      if (before === undefined) delete process.env.NEWS_NOW;
      else process.env.NEWS_NOW = before;
    }
  };
  const build = () => run('build', '--output', output, ...folders);
  const publish = (...more: readonly string[]) =>
    run('publish', `file:${inside('www')}`, '--output', output, ...folders, '--allow-removals', ...more);
  const struck = async (
    command: readonly string[],
    fault: Fault,
  ): Promise<NewsRun & { readonly writes: number }> => {
    const report = inside('writes');
    const ran = await runNews([...command, '--output', output, ...folders], {
      cwd: content.folder,
      env: {
        ...environment,
        NODE_OPTIONS: `--import=${path.join(import.meta.dirname, 'fail-at-write.mjs')}`,
        NEWS_FAULT: JSON.stringify({ report, ...fault }),
      },
    });
    const isCounted = 'kind' in fault && fault.kind === 'count';
    return { ...ran, writes: isCounted ? Number(await readFile(report, 'utf8')) : Number.NaN };
  };

  const clean = new Map<State, Hashes>();
  for (const state of ['new', 'old'] as const) {
    await show(state);
    const made = await build();
    if (made.code !== 0) throw new Error(`The newsroom of these tests does not build:\n${made.said}`);
    clean.set(state, await hashesIn(output));
    await rm(output, { recursive: true });
  }
  await build();
  const published = await publish();
  if (published.code !== 0) throw new Error(`It does not publish:\n${published.said}`);

  return {
    inside,
    output,
    folders,
    show,
    run,
    build,
    publish,
    /** `news build`, in a process that a fault strikes. */
    buildStruck: (fault: Fault) => struck(['build'], fault),
    publishStruck: (fault: Fault) => struck(['publish', `file:${inside('www')}`, '--allow-removals'], fault),
    /** Which of the two sites a folder holds, compressed files aside. */
    async siteIn(folder: string): Promise<string> {
      const found = await hashesIn(folder);
      const differing = [...clean].map(([state, hashes]) => ({
        state,
        files: [...new Set([...hashes.keys(), ...found.keys()])].filter(
          (file) => found.get(file) !== hashes.get(file),
        ),
      }));
      const whole = differing.find(({ files }) => files.length === 0);
      return (
        whole?.state ??
        `a mixture: ${differing.map(({ state, files }) => `${files.slice(0, 4)} are not ${state}`).join(', ')}`
      );
    },
    siteOfReaders: () => inside('www/current'),
    /** Whether the output could be published: whole, or refused. */
    async isPublishable(): Promise<boolean> {
      return await openBuiltFolder(output).then(
        () => true,
        () => false,
      );
    },
    /** Everything that editors wrote, as one hash. */
    async contentHash(): Promise<string> {
      return JSON.stringify([...(await hashesIn(inside('content')))]);
    },
    /** What is beside the output and should not be. */
    async litter(): Promise<readonly string[]> {
      const names = await readdir(content.folder);
      const inWww = await readdir(inside('www'));
      const releases = await readdir(inside('www/releases'));
      return [
        ...names.filter((name) => name.startsWith('._site')),
        ...inWww.filter((name) => !['current', 'releases'].includes(name)),
        ...releases.filter((name) => name.startsWith('.')),
      ];
    },
    async close(): Promise<void> {
      await content.remove();
    },
  };
}

export type Newsroom = Awaited<ReturnType<typeof openNewsroom>>;

export async function hashesIn(folder: string): Promise<Hashes> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !/\.(?:br|gz)$/u.test(file))
    .sort();
  const hash = async (file: string) =>
    createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
  return new Map(
    await Promise.all(files.map(async (file) => [path.relative(folder, file), await hash(file)] as const)),
  );
}

/** How many moments of each kind are tried: few in the ordinary suite, as many as one likes by NEWS_FAULT_MOMENTS. */
export const momentsTried = Number(process.env.NEWS_FAULT_MOMENTS ?? 1);

/** By fault, how often each outcome was met. */
export class Tally {
  readonly #outcomes = new Map<string, Map<string, number>>();

  note(fault: string, outcome: string): void {
    const outcomes = this.#outcomes.get(fault) ?? new Map<string, number>();
    this.#outcomes.set(fault, outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1));
  }

  /** One line a fault. */
  print(): string {
    return [...this.#outcomes]
      .map(([fault, outcomes]) => {
        const tries = [...outcomes.values()].reduce((sum, number) => sum + number, 0);
        const each = [...outcomes].map(([outcome, number]) => `${number} ${outcome}`).join(', ');
        return `${fault} | ${tries} | ${each}\n`;
      })
      .join('');
  }
}

/** Moments from the first write to the last: with few, spread evenly. */
export function moments(writes: number): readonly number[] {
  const step = writes / momentsTried;
  return Array.from({ length: momentsTried }, (_, at) => 1 + Math.floor(step * (at + random())));
}

export interface SmallDisk {
  readonly folder: string;
  readonly makeReadOnly: () => void;
  readonly remove: () => Promise<void>;
}

/** A real disk of a few kilobytes. Undefined where this process may not mount one. */
export async function smallDisk(kilobytes: number): Promise<SmallDisk | undefined> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'news-disk-'));
  const mount = (...parameters: readonly string[]) =>
    spawnSync('mount', [...parameters, folder]).status === 0;
  if (!mount('-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs')) {
    await rm(folder, { recursive: true });
    return undefined;
  }
  return {
    folder,
    makeReadOnly: () => {
      if (!mount('-o', 'remount,ro')) throw new Error(`${folder} cannot be made read-only.`);
    },
    async remove() {
      spawnSync('umount', [folder]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
