/**
 * An S3 store for publishing: s3rver on loopback behind a proxy that adds what s3rver lacks and real stores have
 * (conditional writes, answers only when the bytes are kept), and that can be told to cut the network.
 */

import { readFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openS3Store } from '../../src/object-store/s3-store.ts';
import { serviceKeysOf } from '../../src/object-store/service-environment.ts';
import { startS3 } from '../photos/store/s3-double.ts';
import { filesIn, type TargetDouble } from './target-double.ts';

export interface S3Double extends TargetDouble {
  /** Requests so far. */
  readonly requests: () => number;
  /**
   * Cuts the network at the request of that number, counted from now, and at all after it; `after`: the store carries
   * it out and only the answer is lost. `undefined` fixes the network.
   */
  readonly cutAt: (request: number | undefined, when?: 'before' | 'after') => void;
  /** As if the two minutes had passed in which a killed publish keeps others out. */
  readonly forgetLease: () => Promise<void>;
  /** Waits until nothing is being written. */
  readonly settled: () => Promise<void>;
}

const ending = '._S3rver_object';

export async function s3Double(): Promise<S3Double> {
  const s3 = await startS3();
  const upstream = new URL(s3.environment.AWS_ENDPOINT_URL ?? '');
  const prefix = 'site';
  const folder = path.join(s3.folder, s3.bucket, prefix);
  let requests = 0;
  let cut: { readonly at: number; readonly when: 'before' | 'after' } | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  /** Past the proxy, as another program would write. */
  const direct = () => {
    const keys = serviceKeysOf(s3.environment);
    if (keys === undefined) throw new Error('The environment has no keys.');
    return openS3Store({ bucket: s3.bucket, prefix }, keys, s3.environment, (what) => new Error(what));
  };
  const fileOf = (url: string) =>
    path.join(s3.folder, `${decodeURIComponent(new URL(url, upstream).pathname)}${ending}`);
  const etagOf = (url: string) => readFile(`${fileOf(url)}.md5`, 'utf8').catch(() => undefined);

  const forward = async (request: http.IncomingMessage, response: http.ServerResponse, body: Buffer) => {
    const number = ++requests;
    if (cut !== undefined && number >= cut.at && (cut.when === 'before' || number > cut.at)) {
      request.socket.destroy();
      return;
    }
    const url = request.url ?? '/';
    const { 'if-none-match': ifNone, 'if-match': ifMatch } = request.headers;
    if (request.method === 'PUT' && (ifNone !== undefined || ifMatch !== undefined)) {
      const etag = await etagOf(url);
      const holds = ifNone === undefined ? `"${etag}"` === ifMatch : etag === undefined;
      if (!holds) {
        response.writeHead(412, { 'Content-Type': 'application/xml' });
        response.end('<Error><Code>PreconditionFailed</Code><Message>It does not hold.</Message></Error>');
        return;
      }
    }
    const answer = await new Promise<{ status: number; headers: http.IncomingHttpHeaders; body: Buffer }>(
      (resolve, reject) => {
        const passed = http.request(
          {
            host: upstream.hostname,
            port: upstream.port,
            method: request.method,
            path: url,
            headers: request.headers,
          },
          (reply) => {
            const chunks: Buffer[] = [];
            reply.on('data', (chunk: Buffer) => chunks.push(chunk));
            reply.on('end', () =>
              resolve({
                status: reply.statusCode ?? 500,
                headers: reply.headers,
                body: Buffer.concat(chunks),
              }),
            );
          },
        );
        passed.on('error', reject);
        passed.end(body);
      },
    );
    if (request.method === 'PUT' && answer.status === 200) {
      // s3rver answers before it has written.
      while (!(await readFile(fileOf(url)).catch(() => Buffer.alloc(0))).equals(body)) await setTimeout(1);
    }
    if (cut !== undefined && number === cut.at) {
      request.socket.destroy();
      return;
    }
    response.writeHead(answer.status, answer.headers);
    response.end(answer.body);
  };

  const proxy = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const run = () =>
        forward(request, response, Buffer.concat(chunks)).catch(() => request.socket.destroy());
      // Writes one after the other: a condition and its write are one step, and s3rver stumbles over itself.
      if (request.method !== 'GET') turn = turn.then(run);
      else void run();
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
  return {
    address: `s3://${s3.bucket}/${prefix}`,
    environment: {
      ...s3.environment,
      AWS_ENDPOINT_URL: `http://127.0.0.1:${address.port}`,
      AWS_MAX_ATTEMPTS: '1',
    },
    async shown() {
      const files = [...(await filesIn(folder))]
        .filter(([file]) => file.endsWith(ending) && !file.startsWith('.news/'))
        .map(([file, text]) => [file.slice(0, -ending.length), text] as const)
        .filter(([file]) => file !== 'manifest.json');
      return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
    },
    async spoil(file, content) {
      await direct().put(file, Buffer.from(content), { contentType: 'text/html', cacheControl: 'no-cache' });
      await s3.settled(`${prefix}/${file}`, Buffer.from(content));
    },
    requests: () => requests,
    cutAt(request, when = 'before') {
      cut = request === undefined ? undefined : { at: requests + request, when };
    },
    forgetLease: () => direct().remove('.news/lease.json'),
    settled: async () => void (await turn),
    async stop() {
      proxy.closeAllConnections();
      await new Promise((resolve) => proxy.close(resolve));
      await s3.stop();
    },
  };
}
