/** What a real nginx sends of a published site, by what the manifest says of each file. */

import { readFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, expect, inject, test } from 'vitest';
import { cacheControl } from '../../src/output/cache-policy.ts';
import { parseManifest } from '../../src/output/manifest.ts';
import { nginxServer, playerMarkName } from '../../src/output/nginx-server.ts';
import type { HeaderRule } from '../../src/output/security-headers.ts';
import { builtSite, headersOf } from '../publish/built-site.ts';
import { serveByNginx, startNginx } from '../publish/nginx.ts';
import { folderDouble, publishTo, targetOf } from '../publish/target-double.ts';

const site = inject('demoSite');
const server = await serveByNginx(site);
afterAll(() => server.close());
const moved = (await readFile(path.join(site, '_redirects'), 'utf8'))
  .split('\n')
  .map((line) => line.split(' '))
  .filter(([, , status]) => status === '301');
const manifest = parseManifest(await readFile(path.join(site, 'manifest.json'), 'utf8'));

interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly bytes: Buffer;
}

function get(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    http
      .get(server.origin + encodeURI(url), { headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            bytes: Buffer.concat(chunks),
          }),
        );
      })
      .on('error', reject);
  });
}

test('every kind of file has the type, the life and the headers of the manifest', async () => {
  const kinds = new Map<string, string>();
  for (const file of manifest?.files.keys() ?? []) {
    if (moved.some(([from]) => from === `/${file}`)) continue;
    kinds.set(`${file.split('/').length > 1 ? file.split('/')[0] : ''} ${path.extname(file) || file}`, file);
  }
  expect(kinds.size).toBeGreaterThan(20);
  const everywhere = manifest?.headers.find(({ pattern }) => pattern === '/*')?.headers ?? [];
  expect(everywhere.map(([name]) => name)).toContain('Content-Security-Policy');
  for (const file of kinds.values()) {
    const { status, headers } = await get(`/${file}`);
    const delivery = manifest?.delivery.get(file);
    expect([file, status, headers['content-type'], headers['cache-control']]).toEqual([
      file,
      200,
      delivery?.contentType,
      cacheControl[delivery?.cache ?? 'short'],
    ]);
    for (const [name, value] of everywhere)
      expect(headers[name.toLowerCase()], `${file}: ${name}`).toBe(value);
  }
  expect(await server.complaints()).toBe('');
});

test('text is sent compressed as it lies there, Brotli before gzip, and caches are told', async () => {
  const plain = await get('/');
  expect(plain.headers['content-encoding']).toBeUndefined();
  const br = await get('/', { 'Accept-Encoding': 'gzip, br' });
  const gz = await get('/', { 'Accept-Encoding': 'gzip' });
  expect([br.headers['content-encoding'], gz.headers['content-encoding']]).toEqual(['br', 'gzip']);
  expect(br.bytes.byteLength).toBeLessThan(plain.bytes.byteLength / 3);
  expect(brotliDecompressSync(br.bytes).equals(plain.bytes)).toBe(true);
  expect(gunzipSync(gz.bytes).equals(plain.bytes)).toBe(true);
  for (const { headers } of [plain, br, gz]) {
    expect(headers.vary).toBe('Accept-Encoding');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
  }
  const again = await get('/', { 'Accept-Encoding': 'gzip, br', 'If-None-Match': br.headers.etag ?? '' });
  expect([again.status, again.bytes.byteLength]).toEqual([304, 0]);
});

test('what has moved leads to its new address', async () => {
  expect(moved.length).toBeGreaterThan(0);
  for (const [from = '', to] of moved) {
    const { status, headers } = await get(from);
    expect([from, status, headers.location]).toEqual([from, 301, to]);
  }
});

test('what is not there is a page of the site that nobody keeps; a folder leads to its page', async () => {
  const missing = await get('/assets/gone.css');
  expect(missing.status).toBe(404);
  expect(missing.bytes.equals(await readFile(path.join(site, '404.html')))).toBe(true);
  expect(missing.headers['cache-control']).toBeUndefined();
  expect(missing.headers['content-security-policy']).toContain("default-src 'none'");
  const folder = await get('/topics');
  expect([folder.status, folder.headers.location]).toEqual([301, '/topics/']);
});

test('a page never meets the policy of another release: nginx may have been set up by an older one', async () => {
  const built = await builtSite();
  const target = await folderDouble();
  const publish = async (word: string, policy: string) => {
    const headers = headersOf(`${policy}; frame-ancestors 'none'`);
    await built.build({ 'index.html': word, '_nginx.conf': nginxServer(headers, '/') }, headers);
    await publishTo(target, built.folder);
  };
  await publish('first', "default-src 'none'");
  const nginx = await startNginx(target.address.slice('file:'.length));
  const seen = async () => {
    const answer = await fetch(nginx.origin);
    return [await answer.text(), answer.headers.get('content-security-policy')];
  };
  expect(await seen()).toEqual(['first', "default-src 'none'; frame-ancestors 'none'"]);
  await publish('second', "default-src 'self'");
  expect(await seen()).toEqual(['second', "frame-ancestors 'none'"]);
  await (await targetOf(target)).rollBack();
  expect(await seen()).toEqual(['first', "default-src 'none'; frame-ancestors 'none'"]);
  await nginx.close();
  await target.stop();
  await built.remove();
});

test('a site in a folder of its host is sent from there, with its own page for what is missing', async () => {
  const built = await builtSite();
  const target = await folderDouble();
  const headers = [
    ...headersOf("default-src 'none'", '/news/*'),
    { pattern: '/news/assets/*', headers: [['Cache-Control', cacheControl.immutable]] as const },
  ];
  const prose = 'The river rose in the night. '.repeat(100);
  await built.build(
    {
      'index.html': prose,
      'fair/index.html': 'fair',
      '404.html': 'not here',
      'assets/site-aaaaaaaaaa.css': 'a {}',
      '_nginx.conf': nginxServer(headers, '/news/'),
    },
    headers,
  );
  await publishTo(target, built.folder);
  const nginx = await startNginx(target.address.slice('file:'.length));
  const seen = async (url: string) => {
    const answer = await fetch(nginx.origin + url);
    return [answer.status, await answer.text(), answer.headers.get('cache-control')];
  };
  expect(await seen('/news/')).toEqual([200, prose, cacheControl.short]);
  expect((await fetch(`${nginx.origin}/news`, { redirect: 'manual' })).headers.get('location')).toBe(
    '/news/',
  );
  expect(await seen('/news')).toEqual([200, prose, cacheControl.short]);
  expect(await seen('/news/fair')).toEqual([200, 'fair', cacheControl.short]);
  expect(await seen('/news/assets/site-aaaaaaaaaa.css')).toEqual([200, 'a {}', cacheControl.immutable]);
  expect(await seen('/news/gone/')).toEqual([404, 'not here', null]);
  expect((await fetch(`${nginx.origin}/news/`)).headers.get('content-encoding')).toMatch(/^(?:br|gzip)$/u);
  await nginx.close();
  await target.stop();
  await built.remove();
});

test('a page with a film may show its player, whichever release it comes with; all others stay as strict as before', async () => {
  const built = await builtSite();
  const target = await folderDouble();
  const vimeo = 'https://player.vimeo.com';
  const headers: readonly HeaderRule[] = [
    {
      pattern: '/news/*',
      headers: [
        ['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'"],
        ['Cross-Origin-Embedder-Policy', 'require-corp'],
      ],
    },
  ];
  const conf = nginxServer(headers, '/news/', [vimeo, 'https://www.youtube-nocookie.com']);
  const publish = async (files: Readonly<Record<string, string>>) => {
    await built.build(
      { 'index.html': 'home', 'fair/index.html': 'fair', '_nginx.conf': conf, ...files },
      headers,
    );
    await publishTo(target, built.folder);
  };
  await publish({});
  const nginx = await startNginx(target.address.slice('file:'.length));
  const seen = async (address: string) => {
    const answer = await fetch(`${nginx.origin}/news/${address}`);
    return [
      answer.headers.get('content-security-policy'),
      answer.headers.get('cross-origin-embedder-policy'),
    ];
  };
  const strict = ["default-src 'none'; frame-ancestors 'none'", 'require-corp'];
  expect(await seen('fair/')).toEqual(strict);
  await publish({ [`fair/${playerMarkName(vimeo)}`]: `${vimeo}\n` });
  const open = [
    "default-src 'none'; frame-ancestors 'none'; frame-src https://player.vimeo.com",
    'unsafe-none',
  ];
  expect([await seen('fair/'), await seen('fair/index.html')]).toEqual([open, open]);
  expect([await seen(''), await seen('gone/')]).toEqual([strict, strict]);
  await nginx.close();
  await target.stop();
  await built.remove();
});
