/**
 * A reader: headless Chromium, the demonstration site on loopback, and a note of everything that goes wrong on a page.
 * A test file starts one reader, opens pages with it, and closes it:
 *
 *     const reader = await startReader();
 *     afterEach(reader.closePages);
 *     afterAll(reader.close);
 */

import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { type BrowserWindow, openWindow } from './browser-window.ts';
import { type FolderServer, serveFolder } from './serve-folder.ts';

interface VisitOptions {
  readonly widthPx?: number;
  readonly heightPx?: number;
  readonly theme?: 'light' | 'dark';
  readonly hasScript?: boolean;
  readonly isTouch?: boolean;
}

interface Visit {
  readonly page: Page;
  /**
   * What went wrong so far: errors of the console and of scripts, requests to another host or that failed. A test that
   * ends with `expect(troubles).toEqual([])` has seen a page that works.
   */
  readonly troubles: readonly string[];
}

export interface Reader {
  /** `http://127.0.0.1:PORT`, without a slash at its end. */
  readonly origin: string;
  /** Opens a page of the site by its url (`/2024/01/fair/`) in a window that knows nothing of others. */
  readonly open: (url: string, options?: VisitOptions) => Promise<Visit>;
  readonly closePages: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** @param site a built site; else the demonstration site */
export async function startReader(
  site: string = inject('demoSite'),
  serve: (site: string) => Promise<FolderServer> = serveFolder,
): Promise<Reader> {
  const server = await serve(site);
  const windows = new Set<BrowserWindow>();
  const closePages = async () => {
    await Promise.all([...windows].map((window) => window.release()));
    windows.clear();
  };
  const open = async (url: string, options: VisitOptions = {}): Promise<Visit> => {
    const { widthPx: width = 1440, heightPx: height = 900, theme: colorScheme = 'light' } = options;
    const window = await openWindow({
      hasScript: options.hasScript ?? true,
      isTouch: options.isTouch ?? false,
    });
    windows.add(window);
    const { page } = window;
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme, media: null, reducedMotion: 'reduce' });
    const troubles = noteTroubles(page, server.origin);
    await page.goto(server.origin + url);
    return { page, troubles };
  };
  return {
    origin: server.origin,
    open,
    closePages,
    async close() {
      await closePages();
      await server.close();
    },
  };
}

function noteTroubles(page: Page, origin: string): readonly string[] {
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`script: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(?:data|blob):/u.test(url)) troubles.push(`another host: ${url}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`);
  });
  return troubles;
}
