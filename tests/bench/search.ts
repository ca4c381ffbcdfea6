/**
 * Asks our search and Pagefind the same queries on the same site, in Chromium, and prints how often each has a right
 * answer first, and what the first query costs in bytes: `npm run bench:search`, with `--all` for each answer.
 *
 * Pagefind is installed in a temporary folder and told which pages and which part of them to read, as its users do.
 * Bytes are those of scripts and indexes, without the page, its photos and its type.
 */

import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumFlags, chromiumPath } from '../browser/chromium-path.ts';
import { serveFolder } from '../browser/serve-folder.ts';
import { runNews } from '../builds/run-news.ts';
import { newsroomFolder } from '../fixtures/newsroom-folder.ts';
import { chineseQueries, englishQueries, type SearchQuery } from './search-queries.ts';

const pagefind = 'pagefind@1.6.0';
const showsAll = process.argv.includes('--all');

interface Answer {
  readonly first: string | undefined;
  readonly bytes: number;
  readonly timeMs: number;
}

type Ask = (page: Page, query: string, lang: 'en' | 'zh') => Promise<string | undefined>;

const work = mkdtempSync(path.join(os.tmpdir(), 'news-search-'));
const executablePath = chromiumPath();
if (executablePath === undefined) throw new Error('There is no Chromium.');
const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
try {
  const [ours, theirs] = [path.join(work, 'ours'), path.join(work, 'theirs')];
  const { code, stderr } = await runNews(['build', '--content', newsroomFolder, '--output', ours]);
  if (code !== 0) throw new Error(stderr);
  cpSync(ours, theirs, { recursive: true });
  rmSync(path.join(theirs, '_headers'));
  writeFileSync(path.join(theirs, '_headers'), '');
  for (const lang of ['en', 'zh'])
    writeFileSync(
      path.join(theirs, `ask-${lang}.html`),
      `<!doctype html><html lang="${lang}"><title>Ask</title>`,
    );
  execFileSync('npm', ['install', '--silent', '--no-save', '--prefix', work, pagefind], { stdio: 'inherit' });
  // Lists repeat what stands in stories.
  for (const lists of ['archive', 'photos', 'zh/archive', 'zh/photos'])
    rmSync(path.join(theirs, lists), { recursive: true, force: true });
  execFileSync(path.join(work, 'node_modules/.bin/pagefind'), ['--site', theirs, '--root-selector', 'main'], {
    stdio: 'ignore',
  });
  const results = new Map<string, readonly Answer[]>();
  for (const [name, folder, ask] of [
    ['ours', ours, askOurs],
    ['Pagefind', theirs, askPagefind],
  ] as const) {
    const server = await serveFolder(folder);
    const answers: Answer[] = [];
    for (const [lang, queries] of [
      ['en', englishQueries],
      ['zh', chineseQueries],
    ] as const)
      for (const { query } of queries) answers.push(await answer(browser, server.origin, ask, query, lang));
    await server.close();
    results.set(name, answers);
  }
  report(results);
} finally {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
}

/** In a window that has nothing kept. */
async function answer(
  from: Browser,
  origin: string,
  ask: Ask,
  query: string,
  lang: 'en' | 'zh',
): Promise<Answer> {
  const context = await from.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  const counted = new Set<string>();
  session.on('Network.responseReceived', ({ requestId, response: { url, mimeType } }) => {
    if (mimeType !== 'text/html' && /\/search\/|\/assets\/search-|\/pagefind\//u.test(url))
      counted.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (counted.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto(`${origin}/robots.txt`);
  bytes = 0;
  const startMs = performance.now();
  const first = await ask(page, query, lang);
  const timeMs = performance.now() - startMs;
  await context.close();
  return { first: first === undefined ? undefined : new URL(first, origin).pathname, bytes, timeMs };
}

async function askOurs(page: Page, query: string, lang: 'en' | 'zh'): Promise<string | undefined> {
  const { origin } = new URL(page.url());
  await page.goto(`${origin}${lang === 'en' ? '' : '/zh'}/search/?q=${encodeURIComponent(query)}+`);
  const link = page.locator('.search-results a').first();
  await link.waitFor({ timeout: 5000 }).catch(() => undefined);
  return (await link.count()) === 0 ? undefined : ((await link.getAttribute('href')) ?? undefined);
}

async function askPagefind(page: Page, query: string, lang: 'en' | 'zh'): Promise<string | undefined> {
  const { origin } = new URL(page.url());
  await page.goto(`${origin}/ask-${lang}.html`);
  return await page.evaluate(async (text) => {
    const script = '/pagefind/pagefind.js';
    const { search } = await import(/* @vite-ignore */ script);
    const { results } = await search(text);
    const data = await results[0]?.data();
    return typeof data?.url === 'string' ? data.url : undefined;
  }, query);
}

function report(results: ReadonlyMap<string, readonly Answer[]>): void {
  const queries: readonly SearchQuery[] = [...englishQueries, ...chineseQueries];
  const isRight = (answers: readonly Answer[], place: number) =>
    queries[place]?.right.includes(answers[place]?.first ?? '') === true;
  for (const [place, { query }] of queries.entries()) {
    const marks = [...results].map(
      ([name, answers]) =>
        `${name} ${isRight(answers, place) ? 'right' : `wrong (${answers[place]?.first ?? 'nothing'})`}`,
    );
    if (showsAll || marks.some((mark) => mark.includes('wrong')))
      console.log(`${query}: ${marks.join(', ')}`);
  }
  const median = (numbers: readonly number[]) =>
    [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
  for (const [name, answers] of results) {
    const right = queries.filter((_, place) => isRight(answers, place)).length;
    const kilobytes = median(answers.map(({ bytes }) => bytes)) / 1000;
    const timeMs = median(answers.map((one) => one.timeMs));
    console.log(
      `${name}: ${right} of ${queries.length} right first, ${kilobytes.toFixed(1)} kB for a first query, ${timeMs.toFixed(0)} ms`,
    );
  }
}
