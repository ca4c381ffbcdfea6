/**
 * What an editor waits for: the page beside the text after each letter, the browser while one types in a long story, and
 * the list of ten thousand stories. Measured in Chromium against a preview of that archive, with a warm cache.
 *
 *     npm run bench:editor -- [ARTICLES] [FOLDER]
 *
 * FOLDER keeps the stories and the cache for the next run.
 */

import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumFlags, chromiumPath } from '../browser/chromium-path.ts';
import { startPreview } from '../browser/preview-process.ts';
import { generateArchive } from './generate-archive.ts';

const limits = { pageMs: 150, typingMs: 50, listMs: 1000 };
const slowedBy = 4;
const edits = 20;
/** Letters typed in the long story, and the pause between two of a quick typist. */
const letters = 60;
const letterPauseMs = 90;

/** Each another one: what is written is looked for on the page. */
const sentenceOf = (number: number): string =>
  `The office of research opened laboratory ${number} by the river, and *nine* students moved in at once. `;
const wordsInSentence = 17;

/** A story with what stories have: headings, lists, quotes, links, and no photos, which cost nothing again. */
function storyOf(title: string, words: number): string {
  const paragraphs = Array.from({ length: Math.ceil(words / (wordsInSentence * 5)) }, (_, index) => {
    const lead = index % 6 === 5 ? `## Part ${index}\n\n` : index % 9 === 8 ? '- A point\n- Another\n\n' : '';
    return `${lead}${[0, 1, 2, 3].map((one) => sentenceOf(4 * index + one)).join('')}See [part ${index}](https://example.org/${index}) of the report.`;
  });
  return `---\ntitle: ${title}\ndate: 2020-05-06\ntopics: [Research]\n---\n\n${paragraphs.join('\n\n')}\n`;
}

async function openStory(context: BrowserContext, origin: string, slug: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${origin}/admin/#/articles/2020/${slug}/index.md`);
  await page.locator('main[data-findings]').waitFor();
  await page.locator('.page-view[data-page]').waitFor();
  await page.waitForTimeout(1500);
  await page.locator('.cm-content').click();
  return page;
}

/** From a key to the frame in which the page beside the text shows its letter. */
async function measureFollowing(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  for (let edit = 0; edit < edits; edit += 1) {
    const mark = `Edit${edit}x`;
    await page.keyboard.insertText(mark);
    await page.waitForTimeout(700);
    times.push(
      Number(
        await page.evaluate(`new Promise((resolve) => {
          const wanted = ${JSON.stringify(`${mark}!`)};
          const startMs = performance.now();
          (function look() {
            const frames = [...document.querySelectorAll('.stage iframe:not(.coming)')];
            const isThere = frames.some((one) => one.contentDocument?.body.textContent.includes(wanted));
            if (isThere) setTimeout(() => resolve(performance.now() - startMs), 0);
            else requestAnimationFrame(look);
          })();
          const editor = document.querySelector('.text').shadowRoot.querySelector('.cm-content');
          editor.focus();
          document.execCommand('insertText', false, '!');
        })`),
      ),
    );
  }
  return times;
}

/** The longest tasks of the page while letters are typed, on a slowed processor; those under 50 ms are not told. */
async function measureTyping(page: Page): Promise<readonly number[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowedBy });
  await page.evaluate(`window.longTasks = []; new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longTasks.push(duration);
  }).observe({ type: 'longtask' })`);
  for (let letter = 0; letter < letters; letter += 1) {
    await page.keyboard.type(letter % 6 === 5 ? ' ' : 'x');
    await page.waitForTimeout(letterPauseMs);
  }
  await page.waitForTimeout(1500);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const tasks: unknown = await page.evaluate('window.longTasks');
  return Array.isArray(tasks) ? tasks.map(Number) : [];
}

/** From the request of the editor to the frame that shows the list. */
async function measureList(context: BrowserContext, origin: string): Promise<number> {
  const page = await context.newPage();
  await page.goto(`${origin}/admin/`, { waitUntil: 'commit' });
  const ms = Number(
    await page.evaluate(`new Promise((resolve) => {
      (function look() {
        if (document.querySelector('.stories li') === null) requestAnimationFrame(look);
        else setTimeout(() => resolve(performance.now()), 0);
      })();
    })`),
  );
  await page.close();
  return ms;
}

function summarize(name: string, times: readonly number[], limitMs: number): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
  return `${name}: median ${at(0.5)} ms, best ${at(0)}, worst ${at(1)} (wanted: ${limitMs})`;
}

async function measure(browser: Browser, folder: string, articles: number): Promise<void> {
  const content = path.join(folder, 'content');
  if (!existsSync(content)) await generateArchive(content, { articles });
  for (const [slug, words] of [
    ['two-thousand', 2000],
    ['ten-thousand', 10_000],
  ] as const) {
    await mkdir(path.join(content, 'articles/2020', slug), { recursive: true });
    await writeFile(path.join(content, 'articles/2020', slug, 'index.md'), storyOf(slug, words));
  }
  await (await startPreview(folder)).stop();
  const preview = await startPreview(folder);
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const first = [await measureList(context, preview.origin)];
    const lists: number[] = [];
    for (let run = 0; run < 5; run += 1) lists.push(await measureList(context, preview.origin));
    const short = await openStory(context, preview.origin, 'two-thousand');
    const following = await measureFollowing(short);
    await short.close({ runBeforeUnload: false });
    const long = await openStory(context, preview.origin, 'ten-thousand');
    const tasks = await measureTyping(long);
    await context.close();
    console.log(
      `${articles} stories, load ${os.loadavg()[0]?.toFixed(1)} on ${os.availableParallelism()} cores`,
    );
    console.log(summarize('The list, first time', first, limits.listMs));
    console.log(summarize('The list, kept', lists, limits.listMs));
    console.log(summarize('The page after a letter, 2,000 words', following, limits.pageMs));
    console.log(
      tasks.length === 0
        ? `Typing at 10,000 words, ${slowedBy} times slowed: no task of 50 ms (wanted: ${limits.typingMs})`
        : `${summarize(`Typing at 10,000 words, ${slowedBy} times slowed: long tasks`, tasks, limits.typingMs)}, ${tasks.length} for ${letters} letters`,
    );
  } finally {
    await preview.stop();
  }
}

const [articles = '10000', kept] = process.argv.slice(2);
const folder = kept ?? (await mkdtemp(path.join(os.tmpdir(), 'news-bench-editor-')));
const executablePath = chromiumPath();
if (executablePath === undefined) throw new Error('There is no Chromium.');
const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
try {
  await measure(browser, folder, Number(articles));
} finally {
  await browser.close();
  if (kept === undefined) await rm(folder, { recursive: true, force: true });
}
