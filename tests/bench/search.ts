/**
 * Asks our search and Pagefind the same queries on the same site, in Chromium, and prints how often each has a right
 * answer first, what a first query costs in bytes, and how long its first answer takes on a slow line:
 *
 *     npm run bench:search                      the newsroom of the tests
 *     npm run bench:search -- --all             with each answer
 *     npm run bench:search -- --stories 10000   bytes and times in a generated archive
 *     ... --content FOLDER --built FOLDER       an archive that was made and built before
 *
 * Pagefind is installed in a temporary folder and told which pages and which part of them to read, as its users do. A
 * query is asked in a window that has nothing kept. Bytes are bodies as a host sends them, of scripts and indexes
 * alone, counted by the host: what a worker fetches counts too. Times begin with the address of the page, which is our
 * search page for both, with the script of each.
 */

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumFlags, chromiumPath } from '../browser/chromium-path.ts';
import { runNews } from '../builds/run-news.ts';
import { generateArchive } from './generate-archive.ts';
import { readersQueries } from './readers-queries.ts';
import { type AskedQuery, firstQueries, type QueryLanguage } from './search-queries.ts';
import { writeSearchedNewsroom } from './searched-newsroom.ts';
import { localLine, type SlowHost, slow4G, startSlowHost } from './slow-host.ts';

const pagefind = 'pagefind@1.6.0';
const showsAll = process.argv.includes('--all');
const stories = Number(option('stories') ?? 0);

/** As many as its own interface shows at once; the first is what is waited for. */
const pagefindAnswer = `const { search } = await import('/pagefind/pagefind.js');
const { results } = await search(new URLSearchParams(location.search).get('q'));
const [first] = await Promise.all(results.slice(0, 5).map((result) => result.data()));
document.title = first?.url ?? 'nothing';
document.documentElement.dataset.done = 'yes';`;

interface Answer {
  readonly first: string | undefined;
  readonly bytes: number;
  readonly timeMs: number;
}

type Ask = (page: Page, origin: string, query: AskedQuery) => Promise<string | undefined>;

const work = mkdtempSync(path.join(os.tmpdir(), 'news-search-'));
const executablePath = chromiumPath();
if (executablePath === undefined) throw new Error('There is no Chromium.');
const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
try {
  const built = option('built');
  const [ours, theirs] = [built ?? path.join(work, 'ours'), path.join(work, 'theirs')];
  const made = path.join(work, 'content');
  const content = option('content') ?? made;
  if (content === made && stories > 0) await generateArchive(content, { articles: stories });
  if (content === made && stories === 0) writeSearchedNewsroom(content);
  if (built === undefined) {
    const { code, stderr } = await runNews(['build', '--content', content, '--output', ours]);
    if (code !== 0) throw new Error(stderr);
  }
  preparePagefind(ours, theirs);
  const queries: readonly AskedQuery[] =
    stories > 0 ? archiveQueries(content) : [...firstQueries, ...readersQueries];
  const sides = [
    { name: 'ours', folder: ours, ask: askOurs },
    { name: 'Pagefind', folder: theirs, ask: askPagefind },
  ];
  const results = new Map<string, readonly Answer[]>();
  for (const { name, folder, ask } of sides) {
    const host = await startSlowHost(folder, localLine);
    results.set(name, await answers(browser, host, ask, queries));
    await host.close();
  }
  report(queries, results);

  // By turns, so that whatever else the machine does falls on both.
  const hosts = await Promise.all(sides.map(({ folder }) => startSlowHost(folder, slow4G)));
  const times = new Map<string, number[]>(sides.map(({ name }) => [name, []]));
  for (const query of queries.filter((_, place) => place % 8 === 0)) {
    for (const [place, { name, ask }] of sides.entries()) {
      const host = hosts[place];
      if (host === undefined) continue;
      times.get(name)?.push(...(await answers(browser, host, ask, [query])).map(({ timeMs }) => timeMs));
    }
  }
  await Promise.all(hosts.map((host) => host.close()));
  const [ourTime = 0, theirTime = 0] = sides.map(({ name }) => median(times.get(name) ?? []));
  console.log(
    `First answer on slow 4G: ours ${ourTime.toFixed(0)} ms, Pagefind ${theirTime.toFixed(0)} ms, ratio ${(ourTime / theirTime).toFixed(2)}`,
  );
} finally {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
}

function option(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

/** The folder of an edition below the site's own. */
function folderOf(lang: QueryLanguage): string {
  return lang === 'en' ? '' : `${lang}/`;
}

/** The same site with Pagefind's index, and a page in each language from which it is asked. */
function preparePagefind(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  // Our own search page, with another script and without the policy, which forbids WebAssembly.
  for (const lang of ['en', 'zh', 'de', 'ar'] as const) {
    const file = path.join(from, folderOf(lang), 'search', 'index.html');
    if (!existsSync(file)) continue;
    const page = readFileSync(file, 'utf8')
      .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/u, '')
      .replace(/<link rel="preload" as="fetch"[^>]*>/u, '')
      .replace(
        /<script[^>]*\/assets\/search-[^>]*><\/script>/u,
        `<script type="module">${pagefindAnswer}</script>`,
      );
    if (!page.includes(pagefindAnswer)) throw new Error('The search page has another script than expected.');
    writeFileSync(path.join(to, `ask-${lang}.html`), page);
  }
  execFileSync('npm', ['install', '--silent', '--no-save', '--prefix', work, pagefind], { stdio: 'inherit' });
  // Lists repeat what stands in stories.
  for (const lang of ['en', 'zh', 'de', 'ar'] as const) {
    for (const lists of ['archive', 'photos'])
      rmSync(path.join(to, folderOf(lang), lists), { recursive: true, force: true });
  }
  execFileSync(path.join(work, 'node_modules/.bin/pagefind'), ['--site', to, '--root-selector', 'main'], {
    stdio: 'ignore',
  });
}

/** Words that stand in few stories and words that stand in many; nobody said which story is right. */
function archiveQueries(content: string): readonly AskedQuery[] {
  return [2017, 2019, 2021, 2023, 2025].flatMap((year) => {
    const folder = path.join(content, 'articles', String(year));
    const file = path.join(folder, readdirSync(folder)[0] ?? '', 'index.md');
    const title = /^title: (.*)$/mu.exec(readFileSync(file, 'utf8'))?.[1] ?? 'herons river';
    return [title, title.split(' ').slice(0, 3).join(' '), 'herons', 'steel laboratory', `river ${year}`].map(
      (query) => ({ query, right: [], lang: 'en' as const }),
    );
  });
}

async function answers(
  from: Browser,
  host: SlowHost,
  ask: Ask,
  queries: readonly AskedQuery[],
): Promise<readonly Answer[]> {
  const given: Answer[] = [];
  for (const query of queries) {
    const context = await from.newContext();
    const page = await context.newPage();
    host.forget();
    const startMs = performance.now();
    const first = await ask(page, host.origin, query);
    const timeMs = performance.now() - startMs;
    await page.waitForLoadState('networkidle');
    await context.close();
    const counted = host.sent.filter(({ path: sent }) =>
      /\/search\/.*\.json|\/assets\/search-.*\.js|\/pagefind\//u.test(sent),
    );
    const bytes = counted.reduce((sum, one) => sum + one.bytes, 0);
    given.push({
      first: first === undefined ? undefined : new URL(first, host.origin).pathname,
      bytes,
      timeMs,
    });
  }
  return given;
}

async function askOurs(page: Page, origin: string, { query, lang }: AskedQuery): Promise<string | undefined> {
  await page.goto(`${origin}/${folderOf(lang)}search/?q=${encodeURIComponent(query)}+`, {
    waitUntil: 'commit',
  });
  const link = page.locator('.search-results a').first();
  await link.waitFor({ timeout: 60_000 }).catch(() => undefined);
  return (await link.count()) === 0 ? undefined : ((await link.getAttribute('href')) ?? undefined);
}

async function askPagefind(
  page: Page,
  origin: string,
  { query, lang }: AskedQuery,
): Promise<string | undefined> {
  await page.goto(`${origin}/ask-${lang}.html?q=${encodeURIComponent(query)}`, { waitUntil: 'commit' });
  await page.locator('html[data-done]').waitFor({ state: 'attached', timeout: 60_000 });
  const title = await page.title();
  return title === 'nothing' ? undefined : title;
}

function report(queries: readonly AskedQuery[], results: ReadonlyMap<string, readonly Answer[]>): void {
  const isRight = (given: readonly Answer[], place: number) =>
    queries[place]?.right.includes(given[place]?.first ?? '') === true;
  const isJudged = queries.some(({ right }) => right.length > 0);
  for (const [place, { query }] of queries.entries()) {
    if (!isJudged) break;
    const marks = [...results].map(
      ([name, given]) =>
        `${name} ${isRight(given, place) ? 'right' : `wrong (${given[place]?.first ?? 'nothing'})`}`,
    );
    if (showsAll || marks.some((mark) => mark.includes('wrong')))
      console.log(`${query}: ${marks.join(', ')}`);
  }
  for (const [name, given] of results) {
    const count = (some: readonly AskedQuery[]) =>
      `${some.filter((query) => isRight(given, queries.indexOf(query))).length} of ${some.length}`;
    const kilobytes = median(given.map(({ bytes }) => bytes)) / 1000;
    const judged = isJudged
      ? `right first ${count(queries)} (${count(firstQueries)} and ${count(readersQueries)}), `
      : '';
    console.log(`${name}: ${judged}${kilobytes.toFixed(1)} kB for a first query`);
  }
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
