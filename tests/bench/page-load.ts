/** One visit to one page on a phone with a slow network, from the navigation to five seconds after it. */

import type { Browser, CDPSession } from 'playwright-core';

export interface PageLoad {
  /** What came over the wire, without headers. */
  readonly htmlBytes: number;
  /** Style and scripts wherever they are: what stands in the page counts with its own compressed size. */
  readonly codeBytes: number;
  readonly foreignRequests: number;
  readonly lcpMs: number;
  readonly layoutShift: number;
  readonly longestTaskMs: number;
}

/** As Lighthouse defines its mobile profile. */
const slow4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};
/** What Lighthouse takes for a phone of the middle class; slow 4G, a network, says nothing of it. */
export const phoneSlowdown = 4;
const settleMs = 5000;

/** `slowdown` divides the speed of this machine's processor; 1 leaves it as it is. */
export async function measurePage(
  browser: Browser,
  origin: string,
  url: string,
  slowdown: number,
): Promise<PageLoad> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const transfers = await watchNetwork(session);
    await session.send('Network.emulateNetworkConditions', slow4G);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.addInitScript(observe);
    await page.goto(origin + url);
    await page.waitForTimeout(settleMs);
    const seen = await page.evaluate(() => window.audit);
    const inlineBytes = await page.evaluate(compressedInlineBytes);
    const bytesOf = (...types: readonly string[]) =>
      transfers.filter(({ type }) => types.includes(type)).reduce((sum, { bytes }) => sum + bytes, 0);
    return {
      htmlBytes: bytesOf('Document'),
      codeBytes: bytesOf('Stylesheet', 'Script') + inlineBytes,
      foreignRequests: transfers.filter(({ address }) => !address.startsWith(`${origin}/`)).length,
      ...seen,
    };
  } finally {
    await context.close();
  }
}

interface Transfer {
  readonly address: string;
  readonly type: string;
  bytes: number;
}

async function watchNetwork(session: CDPSession): Promise<readonly Transfer[]> {
  const byId = new Map<string, Transfer>();
  const all: Transfer[] = [];
  session.on('Network.requestWillBeSent', ({ requestId, request, type = 'Other' }) => {
    const transfer = { address: request.url, type, bytes: 0 };
    byId.set(requestId, transfer);
    all.push(transfer);
  });
  // What had come when the response was known is its headers.
  session.on('Network.responseReceived', ({ requestId, response }) => {
    const transfer = byId.get(requestId);
    if (transfer !== undefined) transfer.bytes -= response.encodedDataLength;
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const transfer = byId.get(requestId);
    if (transfer !== undefined) transfer.bytes += encodedDataLength;
  });
  await session.send('Network.enable');
  return all;
}

declare global {
  interface Window {
    audit: { lcpMs: number; layoutShift: number; longestTaskMs: number };
  }
}

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
}

/** Runs in the page before anything else; names no function, because the compiler's helper for names is not there. */
function observe(): void {
  const audit = { lcpMs: 0, layoutShift: 0, longestTaskMs: 0 };
  window.audit = audit;
  for (const type of ['largest-contentful-paint', 'layout-shift', 'longtask']) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (entry.entryType === 'longtask')
          audit.longestTaskMs = Math.max(audit.longestTaskMs, entry.duration);
        else if (entry.entryType === 'layout-shift') audit.layoutShift += (entry as LayoutShift).value;
        else audit.lcpMs = entry.startTime;
      }
    }).observe({ type, buffered: true });
  }
}

/** Runs in the page. */
async function compressedInlineBytes(): Promise<number> {
  const inline = document.querySelectorAll('style, script:not([src]):not([type="application/ld+json"])');
  const text = [...inline].map((element) => element.textContent ?? '').join('\n');
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return (await new Response(stream).arrayBuffer()).byteLength;
}
