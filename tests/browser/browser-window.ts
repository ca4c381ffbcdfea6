/**
 * Windows of one Chromium that all test files of a process share. To open a window takes as long as to load ten pages,
 * so a window that is given back is cleared of all that its pages have left behind, and used again.
 */

import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import { chromiumFlags, chromiumPath } from './chromium-path.ts';

/** What cannot be changed once a window is open. */
export interface WindowKind {
  readonly hasScript: boolean;
  readonly isTouch: boolean;
}

export interface BrowserWindow {
  readonly page: Page;
  /** Gives the window back; its page may not be used any more. */
  readonly release: () => Promise<void>;
}

interface Held {
  readonly kind: WindowKind;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly devTools: CDPSession;
}

let browser: Promise<Browser> | undefined;
const free: Held[] = [];

/** A window with an empty page, empty caches and nothing stored, as one that is new. */
export async function openWindow(kind: WindowKind): Promise<BrowserWindow> {
  const at = free.findIndex(
    (one) => one.kind.hasScript === kind.hasScript && one.kind.isTouch === kind.isTouch,
  );
  const [held = await openNew(kind)] = at < 0 ? [] : free.splice(at, 1);
  return { page: held.page, release: () => release(held) };
}

async function openNew(kind: WindowKind): Promise<Held> {
  browser ??= launch();
  const context = await (await browser).newContext({
    javaScriptEnabled: kind.hasScript,
    hasTouch: kind.isTouch,
    reducedMotion: 'reduce',
    locale: 'en-US',
  });
  const page = await context.newPage();
  return { kind, context, page, devTools: await context.newCDPSession(page) };
}

/** It ends with this process. */
async function launch(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === undefined)
    throw new Error('There is no Chromium. Run npm test, or set CHROMIUM_PATH.');
  return await chromium.launch({ executablePath, args: [...chromiumFlags] });
}

async function release(held: Held): Promise<void> {
  try {
    await clear(held);
    free.push(held);
  } catch {
    // Whatever became of it, nobody gets this one again.
    await held.context.close();
  }
}

async function clear({ context, page, devTools }: Held): Promise<void> {
  for (const event of ['console', 'pageerror', 'request', 'response', 'dialog'] as const)
    page.removeAllListeners(event);
  for (const other of context.pages()) if (other !== page) await other.close();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  const { origin } = new URL(page.url());
  // Pages of other sites, and those that could not be loaded, have storage that cannot be reached from here.
  if (!/^http:\/\/127\.0\.0\.1:/u.test(origin)) throw new Error(`The window is at ${page.url()}.`);
  await page.evaluate(() => sessionStorage.clear());
  await page.mouse.move(0, 0);
  // A page of the same host and without a script: an empty one would cost a process of its own.
  await page.goto(`${origin}/robots.txt`);
  await devTools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await devTools.send('Network.clearBrowserCache');
  await context.clearCookies();
  await context.clearPermissions();
}
