/** A real nginx on loopback, set up as README says, before a folder that `news publish` writes into. */

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openBuiltFolder } from '../../src/publish/built-folder.ts';
import { openTarget } from '../../src/publish/open-target.ts';
import { freePort } from './free-port.ts';
import { defaultOptions } from './target-double.ts';

const brotli = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

export interface WebServer {
  /** `http://127.0.0.1:PORT`, without a slash at its end. */
  readonly origin: string;
  /** What it complained about. */
  readonly complaints: () => Promise<string>;
  readonly close: () => Promise<void>;
}

/** Another site of the same host, which hands a path over to the newsroom as README says. */
export interface OtherSite {
  /** What it serves itself. */
  readonly root: string;
  readonly pathPrefix: string;
}

/** @param folder that a site has been published into */
export async function startNginx(folder: string, other?: OtherSite): Promise<WebServer> {
  const home = await mkdtemp(path.join(os.tmpdir(), 'news-nginx-'));
  const port = await freePort();
  const front = other === undefined ? port : await freePort();
  const log = path.join(home, 'error.log');
  await mkdir(path.join(home, 'temp'));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  await writeFile(
    path.join(home, 'nginx.conf'),
    [
      existsSync(brotli) ? `load_module ${brotli};` : '',
      // The folders of the tests are this user's alone.
      process.getuid?.() === 0 ? 'user root;' : '',
      'worker_processes 2;',
      `pid ${home}/nginx.pid;`,
      `error_log ${log} warn;`,
      'events { worker_connections 512; }',
      'http {',
      '  access_log off;',
      ...temporary.map((name) => `  ${name}_temp_path ${home}/temp/${name};`),
      '  server {',
      `    listen 127.0.0.1:${port};`,
      `    root ${folder}/current;`,
      existsSync(brotli) ? '    brotli_static on;' : '',
      `    include ${folder}/current/_nginx.conf;`,
      '  }',
      ...(other === undefined ? [] : handOver(other, front, port)),
      '}',
    ].join('\n'),
  );
  const server = spawn('/usr/sbin/nginx', ['-p', home, '-c', 'nginx.conf', '-e', log, '-g', 'daemon off;'], {
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const complaints = () => readFile(log, 'utf8').catch(() => '');
  while (!(await answers(port))) {
    if (server.exitCode !== null) throw new Error(`nginx does not start: ${await complaints()}`);
    await setTimeout(10);
  }
  return {
    origin: `http://127.0.0.1:${front}`,
    complaints,
    async close() {
      server.kill();
      await ended;
      await rm(home, { recursive: true, force: true });
    },
  };
}

function handOver({ root, pathPrefix }: OtherSite, front: number, port: number): readonly string[] {
  return [
    '  server {',
    `    listen 127.0.0.1:${front};`,
    `    root ${root};`,
    `    location ${pathPrefix} { proxy_pass http://127.0.0.1:${port}; proxy_http_version 1.1; }`,
    `    location = ${pathPrefix.slice(0, -1)} { return 301 ${pathPrefix}; }`,
    '  }',
  ];
}

/** Publishes a built site into a folder of its own and serves it; all is gone when it is closed. */
export async function serveByNginx(site: string): Promise<WebServer> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'news-www-'));
  const surroundings = { here: '/', environment: {}, cacheFolder: `${folder}/cache` };
  const target = await openTarget({ kind: 'file', folder }, surroundings);
  await target.publish(await openBuiltFolder(site), {
    ...defaultOptions(site),
    cacheFolder: surroundings.cacheFolder,
  });
  const server = await startNginx(folder);
  return {
    ...server,
    async close() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
