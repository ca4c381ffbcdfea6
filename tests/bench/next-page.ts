/**
 * How long a reader waits for the next page: from the press on a link, on which the pointer rested, to its paint.
 * Browsers prerender nothing while DevTools listen, so nobody drives this Chromium: a server between it and the site
 * adds a script to the home page that asks for what a resting pointer asks for and then presses the link, and one to
 * the next page that tells when it was painted.
 */

import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import { z } from 'zod';
import { chromiumFlags } from '../browser/chromium-path.ts';

export interface NextPage {
  readonly waitMs: number;
  /** The page stood ready when the link was pressed. */
  readonly isPrerendered: boolean;
}

/** Longer than a browser waits over a link (200 ms) and than the page then takes to be ready. */
const restMs = 2500;
const givenUpMs = 60_000;

const pressed = z.object({ pressed: z.number() });
const painted = z.object({ painted: z.number(), isPrerendered: z.boolean() });

const tell = (what: string) =>
  `fetch('/told', { method: 'POST', keepalive: true, body: JSON.stringify(${what}) })`;

const homeScript = `
addEventListener('load', () => {
  const link = document.querySelector('main .story-title a');
  const rules = document.createElement('script');
  rules.type = 'speculationrules';
  rules.textContent = JSON.stringify({ prerender: [{ urls: [link.href], eagerness: 'immediate' }] });
  document.head.append(rules);
  setTimeout(() => { ${tell('{ pressed: Date.now() }')}; link.click(); }, ${restMs});
});`;

const nextScript = `
const isPrerendered = document.prerendering === true;
const tellPaint = () => requestAnimationFrame(() => setTimeout(() => ${tell('{ painted: Date.now(), isPrerendered }')}));
if (isPrerendered) document.addEventListener('prerenderingchange', tellPaint);
else addEventListener('DOMContentLoaded', tellPaint);`;

export async function measureNextPage(executablePath: string, origin: string): Promise<NextPage> {
  const profile = await mkdtemp(path.join(os.tmpdir(), 'news-next-page-'));
  let end: (result: NextPage | Error) => void = () => {};
  const result = new Promise<NextPage | Error>((resolve) => {
    end = resolve;
  });
  let pressedAt = 0;
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method === 'POST') {
      const told = z.union([pressed, painted]).parse(await json(request));
      if ('pressed' in told) pressedAt = told.pressed;
      else end({ waitMs: told.painted - pressedAt, isPrerendered: told.isPrerendered });
      response.end();
      return;
    }
    const url = request.url ?? '/';
    const file = await fetch(origin + url);
    const type = file.headers.get('content-type') ?? '';
    const bytes = Buffer.from(await file.arrayBuffer());
    response.writeHead(file.status, { 'Content-Type': type });
    // The site's policy, which stands in its headers and its pages, would rightly stop a script that is not its own.
    const isPage = type.startsWith('text/html');
    response.end(isPage ? measuredPage(bytes.toString(), url === '/' ? homeScript : nextScript) : bytes);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => end(error instanceof Error ? error : new Error('?')));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address === null || typeof address === 'string' ? 0 : address.port;
  const flags = ['--headless', ...chromiumFlags, `--user-data-dir=${profile}`, '--window-size=1440,900'];
  const browser = spawn(executablePath, [...flags, `http://127.0.0.1:${port}/`], {
    stdio: 'ignore',
    detached: true,
  });
  const gone = new Promise((resolve) => browser.once('close', resolve));
  const timer = setTimeout(() => end(new Error('The browser told nothing of the next page.')), givenUpMs);
  try {
    const next = await result;
    if (next instanceof Error) throw next;
    return next;
  } finally {
    clearTimeout(timer);
    // Debian's program is a script that starts the browser: the whole group ends, or the browser would stay.
    if (browser.pid !== undefined) process.kill(-browser.pid, 'SIGKILL');
    await gone;
    server.closeAllConnections();
    server.close();
    await rm(profile, { recursive: true, force: true });
  }
}

function measuredPage(html: string, script: string): string {
  return html
    .replace(/<meta http-equiv="?content-security-policy[^>]*>/iu, '')
    .replace('</head>', `<script>${script}</script></head>`);
}
