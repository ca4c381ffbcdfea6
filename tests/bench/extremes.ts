/**
 * `npm run bench:extremes`: sites that nobody runs and somebody may send: what each costs, or how it is refused. An
 * argument runs those whose names contain it. (500 large photos in one story are `bench:memory`.)
 */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { goodFrontMatter, siteYaml, story } from '../builds/temporary-content.ts';

import { type Cost, measure, timePackage } from './measured-process.ts';
import { installPackages } from './real-photos.ts';

type Files = Readonly<Record<string, string>>;

interface Extreme {
  readonly name: string;
  readonly files: () => Files;
  /** What the build says when it refuses; absent where it must work. */
  readonly refusal?: string;
}

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const article = (name: string) => `articles/2024/${name}/index.md`;
const fair: Files = { [article('fair')]: story(goodFrontMatter, 'Text.') };
const topicsOf = (count: number) =>
  siteYaml.replace(
    /^topics:\n(?: {2}- .*\n)+/mu,
    `topics:\n  - {name: Research, slug: research}\n${many(count, (index) => `  - {name: Topic ${index}, slug: topic-${index}}\n`).join('')}`,
  );
const letters = 'abcdefghijklmnopqrstuvwxyz';

const extremes: readonly Extreme[] = [
  {
    name: 'a body of 10 MB',
    files: () => ({ [article('fair')]: story(goodFrontMatter, 'word '.repeat(2_000_000)) }),
    refusal: 'file-too-large',
  },
  {
    name: 'a body of 1.9 MB',
    files: () => ({ [article('fair')]: story(goodFrontMatter, `${'word '.repeat(200)}\n\n`.repeat(1900)) }),
  },
  {
    name: 'a table of 5,000 rows',
    files: () => ({
      [article('fair')]: story(
        goodFrontMatter,
        `| a | b | c |\n|---|---|---|\n${many(5000, (index) => `| ${index} | words of a cell | 1.5 |\n`).join('')}`,
      ),
    }),
  },
  {
    name: '2,000 people',
    files: () => ({
      ...Object.fromEntries(
        many(2000, (index) => [`people/person-${index}.md`, story(`name: LI Hua ${index}`, 'A life.')]),
      ),
      ...Object.fromEntries(
        many(500, (index) => [
          article(`story-${index}`),
          story(
            `title: Story ${index}\ndate: 2024-05-06\ntopics: [Research]\ncredits: {draft: [${many(4, (at) => `person-${index * 4 + at}`)}]}`,
            'Text.',
          ),
        ]),
      ),
    }),
  },
  {
    name: '50 languages',
    files: () => {
      const languages = many(50, (index) => `q${letters[Math.floor(index / 26)]}${letters[index % 26]}`);
      return {
        'site.yaml': siteYaml.replace(
          '  zh:',
          `${languages.map((lang) => `  ${lang}: {name: ${lang}, locale: en-US}\n`).join('')}  zh:`,
        ),
        ...Object.fromEntries(
          many(5, (index) => index).flatMap((index) =>
            ['', ...languages.map((lang) => `.${lang}`)].map((lang) => [
              `articles/2024/story-${index}/index${lang}.md`,
              story(`title: Story ${index}\ndate: 2024-05-06\ntopics: [Research]`, 'Text.'),
            ]),
          ),
        ),
      };
    },
  },
  {
    name: '10,000 topics',
    files: () => ({
      'site.yaml': topicsOf(10_000),
      ...Object.fromEntries(
        many(500, (index) => [
          article(`story-${index}`),
          story(
            `title: Story ${index}\ndate: 2024-05-06\ntopics: [${many(20, (at) => `topic-${index * 20 + at}`)}]`,
            'Text.',
          ),
        ]),
      ),
    }),
  },
  {
    name: '100,000 redirects',
    files: () =>
      Object.fromEntries(
        many(100, (index) => [
          article(`story-${index}`),
          story(
            `title: Story ${index}\ndate: 2024-05-06\ntopics: [Research]\naliases:\n${many(1000, (old) => `  - /old/${index}/${old}.html\n`).join('')}`.trimEnd(),
            'Text.',
          ),
        ]),
      ),
  },
  { name: 'nothing special', files: () => fair },
];

/** A busy machine takes its time: what the processors did is the same on each. */
const told = ({ wallSeconds, cpuSeconds, peakMb }: Cost) =>
  `${wallSeconds.toFixed(1)} s (processors ${cpuSeconds.toFixed(1)} s), peak ${peakMb.toFixed(0)} MB`;

installPackages(timePackage);
const news = path.resolve(import.meta.dirname, '../../src/cli/launch.cjs');
const [wanted = ''] = process.argv.slice(2);
for (const { name, files, refusal } of extremes.filter((extreme) => extreme.name.includes(wanted))) {
  const work = mkdtempSync(path.join(os.tmpdir(), 'news-extreme-'));
  try {
    for (const [file, text] of Object.entries({ 'site.yaml': siteYaml, ...files() })) {
      mkdirSync(path.dirname(path.join(work, 'content', file)), { recursive: true });
      writeFileSync(path.join(work, 'content', file), text);
    }
    const build = [
      news,
      'build',
      '--content',
      'content',
      '--cache',
      path.join(work, 'cache'),
      '--output',
      '_site',
    ];
    if (refusal === undefined) {
      const cold = measure([process.execPath, ...build], work);
      const warm = measure([process.execPath, ...build], work);
      console.log(`${name}: ${told(cold)}; again ${told(warm)}`);
    } else {
      const { status, stderr } = spawnSync(process.execPath, build, { cwd: work, encoding: 'utf8' });
      const isClear = status === 1 && stderr.includes(refusal);
      console.log(`${name}: ${isClear ? `refused, ${refusal}` : `NOT REFUSED: ${stderr}`}`);
    }
  } catch (error) {
    console.log(`${name}: FAILED ${error instanceof Error ? error.message.slice(0, 600) : String(error)}`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
