/**
 * How long an editor waits: for the first page after `npm start`, and from the saving of a story until its new text is
 * there, both until Chromium has painted it. Measured at ten thousand stories without photos, with a warm cache.
 *
 *     npm run bench:preview -- [ARTICLES] [FOLDER]
 *
 * FOLDER keeps the stories and the cache for the next run.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { chromiumFlags, chromiumPath } from '../browser/chromium-path.ts';
import { generateArchive } from './generate-archive.ts';

const root = path.resolve(import.meta.dirname, '../..');
const starts = 5;
const edits = 15;
const limits = { startMs: 1500, editMs: 300 };
/** What takes so long has failed. */
const patienceMs = 120_000;

/** Text, because a compiled function would ask the page for the compiler's own helpers. */
const lookout = `(function look() {
  const mark = /Edit (\\d+) of this story/u.exec(document.querySelector('main')?.textContent ?? '');
  // The frame that is being made has the words; it is painted before the next task.
  if (mark === null) requestAnimationFrame(look);
  else setTimeout(() => window.painted(Number(mark[1]), Date.now()), 0);
})()`;

interface Preview {
  readonly origin: string;
  /** Of the clock that all processes share. */
  readonly launchedMs: number;
  readonly close: () => Promise<void>;
}

async function startPreview(content: string, cache: string): Promise<Preview> {
  const launchedMs = Date.now();
  const child = spawn(
    process.execPath,
    [path.join(root, 'src/cli/launch.cjs'), 'preview', '--content', content, '--cache', cache, '--port', '0'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const origin = await addressOf(child);
  return {
    origin,
    launchedMs,
    close: () =>
      new Promise((resolve) => {
        child.once('close', () => resolve());
        child.kill('SIGINT');
      }),
  };
}

function addressOf({ stderr }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const port = /http:\/\/localhost:(\d+)/u.exec(said)?.[1];
      if (port !== undefined) resolve(`http://127.0.0.1:${port}`);
    });
    stderr?.once('close', () => reject(new Error(`The preview did not start: ${said}`)));
  });
}

/** From the launch to the first frame that shows something of the home page. */
async function measureStart(browser: Browser, { origin, launchedMs }: Preview): Promise<number> {
  const page = await browser.newPage();
  await page.goto(`${origin}/`);
  const paintedMs = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          for (const { name, startTime } of list.getEntries())
            if (name === 'first-contentful-paint') resolve(performance.timeOrigin + startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
  await page.close();
  return paintedMs - launchedMs;
}

/** From the write of the file to the frame that shows the new words, by the clock that both processes share. */
async function measureEdits(browser: Browser, origin: string, content: string): Promise<readonly number[]> {
  const file = path.join(content, 'articles/2020/story-4500/index.md');
  const original = await readFile(file, 'utf8');
  const date = /^date: (\d{4})-(\d{2})/mu.exec(original);
  const page = await browser.newPage();
  let paint: (edit: number, timeMs: number) => void = () => undefined;
  await page.exposeFunction('painted', (edit: number, timeMs: number) => paint(edit, timeMs));
  await page.addInitScript({ content: lookout });
  const times: number[] = [];
  try {
    await page.goto(`${origin}/${date?.[1]}/${date?.[2]}/story-4500/`);
    for (let edit = 0; edit < edits; edit += 1) {
      await page.waitForTimeout(1500);
      const painted = new Promise<number>((resolve, reject) => {
        const patience = setTimeout(() => reject(new Error(`Edit ${edit} is not on screen.`)), patienceMs);
        // A page may load twice; what it showed before does not count.
        paint = (shown, timeMs) => {
          if (shown !== edit) return;
          clearTimeout(patience);
          resolve(timeMs);
        };
      });
      const savedMs = Date.now();
      await writeFile(file, `${original}\n\nEdit ${edit} of this story.\n`);
      times.push((await painted) - savedMs);
    }
  } finally {
    await writeFile(file, original);
    await page.close();
  }
  return times;
}

function summarize(name: string, times: readonly number[], limitMs: number): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
  return `${name}: median ${at(0.5)} ms, best ${at(0)}, worst ${at(1)} (wanted: ${limitMs})`;
}

const [articles = '10000', kept] = process.argv.slice(2);
const folder = kept ?? (await mkdtemp(path.join(os.tmpdir(), 'news-bench-preview-')));
const content = path.join(folder, 'content');
const cache = path.join(folder, 'cache');
const executablePath = chromiumPath();
if (executablePath === undefined) throw new Error('There is no Chromium.');
if (!existsSync(content)) await generateArchive(content, { articles: Number(articles) });
const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
try {
  await (await startPreview(content, cache)).close();
  const startTimes: number[] = [];
  for (let run = 0; run < starts; run += 1) {
    const preview = await startPreview(content, cache);
    startTimes.push(await measureStart(browser, preview));
    await preview.close();
  }
  const preview = await startPreview(content, cache);
  const editTimes = await measureEdits(browser, preview.origin, content);
  await preview.close();
  console.log(
    `${articles} stories, load ${os.loadavg()[0]?.toFixed(1)} on ${os.availableParallelism()} cores`,
  );
  console.log(summarize('First page after the start', startTimes, limits.startMs));
  console.log(summarize('A saved edit on screen', editTimes, limits.editMs));
} finally {
  await browser.close();
  if (kept === undefined) await rm(folder, { recursive: true, force: true });
}
