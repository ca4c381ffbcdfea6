/**
 * Serves a folder as web hosts do, compressed by Brotli, over a line that may be slow, and counts what it sends. The
 * line is that of the server, so that whatever asks (a page, a worker) waits and is counted alike.
 */

import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import { contentTypeOf } from '../../src/output/content-type.ts';

/** One line that all answers share. */
export interface Line {
  /** From a request to the first byte of its answer. */
  readonly latencyMs: number;
  readonly bytesPerSecond: number;
}

/** As Lighthouse and Chromium's tools simulate it: 150 ms, 1.6 Mbit/s. */
export const slow4G: Line = { latencyMs: 150, bytesPerSecond: 1_638_400 / 8 };
export const localLine: Line = { latencyMs: 0, bytesPerSecond: Number.POSITIVE_INFINITY };

export interface SlowHost {
  readonly origin: string;
  /** Bodies as they were sent, by path; headers cost about the same on all hosts, and little by HTTP/2. */
  readonly sent: readonly { readonly path: string; readonly bytes: number }[];
  readonly forget: () => void;
  readonly close: () => Promise<void>;
}

/** What `news publish` and common hosts use on the way. */
const brotliQuality = 5;

export async function startSlowHost(folder: string, line: Line): Promise<SlowHost> {
  const sent: { path: string; bytes: number }[] = [];
  const compressed = new Map<string, Buffer>();
  let lineFreeMs = 0;
  const server = createServer((request, response) => {
    const answer = async () => {
      const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
      const wanted = path.join(folder, path.posix.normalize(`/${decodeURIComponent(pathname)}`));
      const file = [wanted, path.join(wanted, 'index.html')].find(
        (candidate) => statSync(candidate, { throwIfNoEntry: false })?.isFile() === true,
      );
      await pause(line.latencyMs);
      if (file === undefined) return response.writeHead(404).end();
      const type = contentTypeOf(file);
      const isText = /^text|json|xml|svg|javascript/u.test(type);
      const body = isText ? brotliOf(compressed, file) : readFileSync(file);
      sent.push({ path: pathname, bytes: body.byteLength });
      // Answers wait for each other, as on one line.
      const startMs = Math.max(performance.now(), lineFreeMs);
      lineFreeMs = startMs + (body.byteLength / line.bytesPerSecond) * 1000;
      await pause(Math.max(0, lineFreeMs - performance.now()));
      response.writeHead(200, {
        'Content-Type': type,
        'Cache-Control': 'max-age=0',
        ...(isText ? { 'Content-Encoding': 'br' } : {}),
      });
      return response.end(body);
    };
    answer().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    sent,
    forget: () => sent.splice(0),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

function brotliOf(known: Map<string, Buffer>, file: string): Buffer {
  const made =
    known.get(file) ??
    brotliCompressSync(readFileSync(file), {
      params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality },
    });
  known.set(file, made);
  return made;
}
