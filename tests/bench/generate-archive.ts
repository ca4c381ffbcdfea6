/**
 * Writes a content folder of many stories, the same on every machine: ten years, all topics of the demonstration
 * site, about 600 words each, with the constructs that stories have.
 *
 *     npx tsx tests/bench/generate-archive.ts /tmp/archive 1000 [photos]
 *
 * `photos` gives every story that many photos, which are copies of few distinct files: encoding is then measured once.
 * From 10,000 stories on headlines come again: the cards that are drawn of them are photos, which builds find in the
 * cache.
 */

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';

export interface ArchiveOptions {
  readonly articles: number;
  /** In each story. */
  readonly photos?: number;
}

const root = path.resolve(import.meta.dirname, '../..');
const distinctPhotos = 6;
const firstYear = 2016;
const years = 10;
const distinctHeadlines = 10_000;

const topics = [
  'Research',
  'Science and Technology',
  'Social Science',
  'Art',
  'Faculty and Staff',
  'Students Life',
  'World',
  'University News',
];

const words = (
  'the students of a second laboratory measured water steel light and sound for one year before they wrote down ' +
  'what had changed in the river near the east gate where herons stand on stones every morning while teachers ' +
  'librarians and engineers from three countries compare their notes and ask which of the old instruments still ' +
  'gives an honest number because nobody wants to repeat the long winter of broken pumps and cold hands that made ' +
  'this question so hard to answer in the first place'
).split(' ');

const families = ['YANG', 'CHENG', 'LI', 'WANG', 'ZHAO', 'SUN', 'QIAN', 'ZHOU', 'WU', 'XU'];
const givenNames = ['Lindi', 'Mingyuan', 'Hua', 'Wei', 'Jing', 'Ruolan', 'Yichen', 'Muyun'];

/** Numbers that look random and are the same in every run (mulberry32). */
function numbers(seed: number): Numbers {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/**
 * The settings of a generator's demonstration site, without those that name one of its pages, and without the code to
 * scan beside each story: no other builder of the race draws ten thousand of them.
 */
export async function archiveSettings(generator: string): Promise<string> {
  const settings = await readFile(path.join(generator, 'content/site.yaml'), 'utf8');
  return settings.replace(/^accessibility: [\w-]+$/mu, '').replace(/^(share: \[)wechat, /mu, '$1');
}

/** Makes the folder where it is missing; files of the same names are replaced, others stay. */
export async function generateArchive(
  folder: string,
  { articles, photos = 0 }: ArchiveOptions,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'site.yaml'), await archiveSettings(root));
  const pictures = await Promise.all(
    Array.from({ length: photos > 0 ? distinctPhotos : 0 }, (_, index) => picture(index)),
  );
  for (let index = 0; index < articles; index += 1) {
    const below = numbers(index + 1);
    const day = Math.floor((index * years * 365) / articles);
    const date = new Date(Date.UTC(firstYear, 0, 1 + day)).toISOString().slice(0, 10);
    const story = path.join(folder, 'articles', date.slice(0, 4), `story-${index}`);
    await mkdir(story, { recursive: true });
    const files = Array.from({ length: photos }, (_, number) => `${number + 1}.jpg`);
    for (const [number, file] of files.entries()) {
      const bytes = pictures[(index + number) % distinctPhotos];
      if (bytes !== undefined) await writeFile(path.join(story, file), bytes);
    }
    await writeFile(path.join(story, 'index.md'), storyText(index, date, files, below));
  }
}

type Numbers = (below: number) => number;

function pickFrom<T>(list: readonly T[], below: Numbers): T {
  const chosen = list[below(list.length)];
  if (chosen === undefined) throw new Error('Nothing to pick from.');
  return chosen;
}

function sentenceOf(length: number, below: Numbers): string {
  const text = Array.from({ length }, () => pickFrom(words, below)).join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function headlineOf(below: Numbers): string {
  return sentenceOf(6 + below(5), below).slice(0, -1);
}

function storyText(index: number, date: string, files: readonly string[], below: Numbers): string {
  const pick = <T>(list: readonly T[]): T => pickFrom(list, below);
  const sentence = (length: number): string => sentenceOf(length, below);
  const paragraph = (): string => Array.from({ length: 5 }, () => sentence(11 + below(12))).join(' ');
  const person = (): string => `${pick(families)} ${pick(givenNames)}`;
  const own = headlineOf(below);
  const headline = index < distinctHeadlines ? own : headlineOf(numbers((index % distinctHeadlines) + 1));
  const [lead = '', ...gallery] = files.map(
    (file) => `![${sentence(8)}](${file} "${sentence(9)}"){credit="${person()}"}`,
  );
  const parts = [
    paragraph(),
    lead,
    paragraph(),
    `## ${sentence(4).slice(0, -1)}`,
    `${paragraph()} More is told in [another story](../../${date.slice(0, 4)}/story-${index}/index.md).`,
    `${paragraph()}[^1]`,
    index % 3 === 0
      ? `::: quote\n${sentence(12)}\n\n— ${person()}\n:::`
      : `- ${sentence(8)}\n- *${sentence(6)}*`,
    gallery.join('\n'),
    paragraph(),
    index % 5 === 0 ? '| Year | Herons |\n|------|-------:|\n| 2015 | 12 |\n| 2016 | 15 |' : paragraph(),
    paragraph(),
    `[^1]: ${sentence(9)}`,
  ];
  const second = index % 4 === 0 ? `, ${topics[(index + 3) % topics.length]}` : '';
  return `---
title: ${headline}
date: ${date}
topics: [${topics[index % topics.length]}${second}]
credits:
  draft: ${person()}
  revision: ${person()}
---

${parts.filter((part) => part !== '').join('\n\n')}
`;
}

/** Bands of colour in camera size: different files that encode like photographs with calm areas. */
function picture(index: number): Promise<Buffer> {
  const bands = Array.from(
    { length: 12 },
    (_, band) =>
      `<rect y="${band * 200}" width="3600" height="200" fill="hsl(${(index * 60 + band * 9) % 360} 45% ${30 + band * 4}%)"/>` +
      `<circle cx="${(band * 701 + index * 311) % 3600}" cy="${band * 200 + 90}" r="${60 + band * 9}" fill="hsl(${(index * 60 + band * 31) % 360} 60% 55%)"/>`,
  ).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="3600" height="2400">${bands}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 88 }).toBuffer();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [folder, articles, photos] = process.argv.slice(2);
  if (folder === undefined || !(Number(articles) > 0)) {
    console.error('Usage: npx tsx tests/bench/generate-archive.ts FOLDER ARTICLES [PHOTOS]');
    process.exitCode = 2;
  } else {
    await generateArchive(folder, { articles: Number(articles), photos: Number(photos ?? 0) });
  }
}
