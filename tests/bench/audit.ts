/**
 * `npm run audit`: what readers pay for a page of the demonstration site, measured in Chromium and by Lighthouse, as
 * one table against its limits. Exit code 1 when a limit is exceeded. Timings depend on the machine: run it alone.
 *
 * The longest task is measured on slow 4G with the processor as it is, since slow 4G is a network; how long it takes a
 * processor slowed four times stands below it for information, without a limit. Paint and layout shift are held to
 * their limits with the processor slowed.
 */

import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pc from 'picocolors';
import { chromium } from 'playwright-core';
import { chromiumFlags, chromiumPath } from '../browser/chromium-path.ts';
import { serveFolder } from '../browser/serve-folder.ts';
import { runNews } from '../builds/run-news.ts';
import { lighthouseScores } from './lighthouse.ts';
import { measureNextPage } from './next-page.ts';
import { measurePage, phoneSlowdown } from './page-load.ts';

interface Row {
  readonly what: string;
  readonly measured: number;
  /** Without one a figure is information, and gets no verdict. */
  readonly limit?: number;
  readonly unit: string;
  /** Scores must reach their limit, everything else stay within it. */
  readonly isScore?: boolean;
}

/** The longest gallery of the demonstration: twelve photos, each with caption and credit. */
const galleryArticle = '/2025/12/twelve-months-twelve-pictures/';

/** Ideographs compress less, and the longest Chinese article has a gallery too. */
const chineseArticle = '/zh/2025/05/bamboo-bicycle-workshop/';

const audited = [
  ['home', '/'],
  ['article', galleryArticle],
  ['topic', '/topics/research/'],
  ['person', '/people/yang-lindi/'],
  ['search', '/search/'],
  ['photos', '/photos/'],
  ['Chinese article', chineseArticle],
] as const;

const executablePath = chromiumPath();
if (executablePath === undefined) throw new Error('There is no Chromium. Set CHROMIUM_PATH.');
const parent = await mkdtemp(path.join(os.tmpdir(), 'news-audit-'));
let isAnyOver = false;
console.log('Article with a gallery: 390 px wide, slow 4G (1.6 Mbit/s, 150 ms).\n');
try {
  const output = path.join(parent, '_site');
  const { code, stderr } = await runNews(['build', '--output', output]);
  if (code !== 0) throw new Error(`The demonstration site does not build:\n${stderr}`);
  const server = await serveFolder(output);
  const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
  try {
    for (const row of await pageRows(server.origin, executablePath)) report(row);
    for (const [name, url] of audited) {
      const what = `Lighthouse, ${name}: `;
      if (existsSync(path.join(output, url, 'index.html'))) {
        for (const { category, score, reasons } of await lighthouseScores(
          server.origin + url,
          executablePath,
        ))
          report({ what: what + category, measured: score, limit: 100, unit: '', isScore: true }, reasons);
      } else {
        report({ what: `${what}no such page`, measured: 0, limit: 100, unit: '', isScore: true });
      }
    }
  } finally {
    await browser.close();
    await server.close();
  }

  async function pageRows(origin: string, chromiumAt: string): Promise<readonly Row[]> {
    const slowed = () => measurePage(browser, origin, galleryArticle, phoneSlowdown);
    const page = await bestOf((visit) => visit.lcpMs, slowed);
    const slowedTasks = await bestOf((visit) => visit.longestTaskMs, slowed);
    const tasks = await bestOf(
      (visit) => visit.longestTaskMs,
      () => measurePage(browser, origin, galleryArticle, 1),
    );
    const next = await bestOf(
      ({ waitMs }) => waitMs,
      () => measureNextPage(chromiumAt, origin),
    );
    const chinese = await measurePage(browser, origin, chineseArticle, phoneSlowdown);
    return [
      { what: 'HTML, Chinese article', measured: chinese.htmlBytes / 1024, limit: 14, unit: 'KB' },
      { what: 'HTML, compressed', measured: page.htmlBytes / 1024, limit: 14, unit: 'KB' },
      { what: 'CSS and JavaScript, compressed', measured: page.codeBytes / 1024, limit: 30, unit: 'KB' },
      { what: 'Requests to other hosts', measured: page.foreignRequests, limit: 0, unit: '' },
      { what: 'Largest contentful paint', measured: page.lcpMs, limit: 1200, unit: 'ms' },
      { what: 'Layout shift', measured: page.layoutShift, limit: 0, unit: '' },
      { what: 'Longest task (0: none over 50)', measured: tasks.longestTaskMs, limit: 50, unit: 'ms' },
      { what: 'Longest task, processor slowed 4 times', measured: slowedTasks.longestTaskMs, unit: 'ms' },
      { what: 'Next page, from press to paint', measured: next.waitMs, limit: 100, unit: 'ms' },
    ];
  }
} finally {
  await rm(parent, { recursive: true, force: true });
}

/** Whatever else the machine does can only make a visit slower: the best of three says most about the page. */
async function bestOf<Result>(
  cost: (result: Result) => number,
  visit: () => Promise<Result>,
): Promise<Result> {
  let best = await visit();
  for (let again = 0; again < 2; again += 1) {
    const result = await visit();
    if (cost(result) < cost(best)) best = result;
  }
  return best;
}

process.exitCode = isAnyOver ? 1 : 0;

function report(row: Row, reasons: readonly string[] = []): void {
  const { what, measured, limit, unit, isScore = false } = row;
  const figure = Number.isInteger(measured) ? measured : measured.toFixed(measured < 1 ? 3 : 1);
  const line = `${what.padEnd(48)} ${`${figure} ${unit}`.padStart(10)}`;
  if (limit === undefined) {
    console.log(`${line}  for information`);
    return;
  }
  const isOver = isScore ? measured < limit : measured > limit;
  isAnyOver ||= isOver;
  const sign = isScore ? '>=' : '<=';
  const mark = isOver ? pc.red('over') : pc.green('good');
  console.log(`${line}  ${sign} ${`${limit} ${unit}`.padEnd(8)} ${mark}`);
  if (isOver) for (const reason of reasons) console.log(`  ${reason}`);
}
