/**
 * OpenStack Swift with its S3 API, on loopback: one proxy and one server each for accounts, containers and objects, one
 * device, one copy. Debian's own programs and their settings in /etc/swift; everything else lies in a temporary folder.
 */

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Environment } from '../../src/object-store/service-environment.ts';
import { freePort } from '../publish/free-port.ts';

export const swiftPackages = {
  'swift-proxy': '/usr/bin/swift-proxy-server',
  'swift-account': '/usr/bin/swift-account-server',
  'swift-container': '/usr/bin/swift-container-server',
  'swift-object': '/usr/bin/swift-object-server',
  memcached: '/usr/bin/memcached',
};

const kinds = ['account', 'container', 'object'] as const;
/** Programs that are starting are asked this often, for at most a minute. */
const ASK_MS = 200;

export interface Swift {
  readonly environment: Environment;
  readonly stop: () => Promise<void>;
}

export async function startSwift(): Promise<Swift> {
  const home = await mkdtemp(path.join(os.tmpdir(), 'news-swift-'));
  await mkdir(path.join(home, 'devices/one'), { recursive: true });
  const { username } = os.userInfo();
  const running: ChildProcess[] = [];

  const run = (program: string, args: readonly string[]) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    running.push(child);
    return child;
  };

  const start = async (kind: string, port: number, settings: readonly string[]) => {
    const file = path.join(home, `${kind}.conf`);
    const common = [
      '[DEFAULT]',
      'bind_ip = 127.0.0.1',
      `bind_port = ${port}`,
      'workers = 1',
      `user = ${username}`,
      `swift_dir = ${home}`,
      `devices = ${home}/devices`,
      'mount_check = false',
    ];
    await writeFile(file, [...common, ...settings, ''].join('\n'));
    const child = run(`/usr/bin/swift-${kind}-server`, [file]);
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
    for (let asked = 0; !(await answers(port)); asked += 1) {
      if (child.exitCode !== null || asked > 60_000 / ASK_MS)
        throw new Error(`swift-${kind}-server does not start: ${said}`);
      await setTimeout(ASK_MS);
    }
  };

  const stop = async () => {
    const ended = running.map((child) => new Promise((resolve) => child.once('exit', resolve)));
    for (const child of running) child.kill();
    await Promise.all(running.map((child, index) => (child.exitCode === null ? ended[index] : undefined)));
    await rm(home, { recursive: true, force: true });
  };

  try {
    for (const kind of kinds) {
      const port = await freePort();
      const ring = (...args: readonly string[]) =>
        execFileSync('swift-ring-builder', [path.join(home, `${kind}.builder`), ...args], {
          stdio: 'ignore',
        });
      ring('create', '4', '1', '1');
      ring('add', `r1z1-127.0.0.1:${port}/one`, '1');
      ring('rebalance');
      const app = ['[pipeline:main]', `pipeline = ${kind}-server`];
      await start(kind, port, [...app, `[app:${kind}-server]`, `use = egg:swift#${kind}`]);
    }
    const cachePort = await freePort();
    run('/usr/bin/memcached', ['-l', '127.0.0.1', '-p', String(cachePort), '-u', username]);
    const port = await freePort();
    const filters = [
      'catch_errors',
      'gatekeeper',
      'healthcheck',
      'cache',
      'listing_formats',
      'bulk',
      's3api',
      'tempauth',
      'copy',
    ];
    await start('proxy', port, [
      '[pipeline:main]',
      `pipeline = ${filters.join(' ')} slo dlo versioned_writes proxy-server`,
      '[app:proxy-server]',
      'use = egg:swift#proxy',
      'account_autocreate = true',
      ...[...filters, 'slo', 'dlo', 'versioned_writes'].flatMap((name) => [
        `[filter:${name}]`,
        `use = egg:swift#${name === 'cache' ? 'memcache' : name}`,
        ...(name === 'cache' ? [`memcache_servers = 127.0.0.1:${cachePort}`] : []),
        ...(name === 'tempauth' ? ['user_news_editor = secret .admin'] : []),
      ]),
    ]);
    return {
      environment: {
        AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
        AWS_ACCESS_KEY_ID: 'news:editor',
        AWS_SECRET_ACCESS_KEY: 'secret',
        AWS_REGION: 'us-east-1',
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function answers(port: number): Promise<boolean> {
  // Whatever the status: it is there.
  const answer = await fetch(`http://127.0.0.1:${port}/healthcheck`).catch(() => undefined);
  await answer?.arrayBuffer();
  return answer !== undefined;
}

export function swiftVersion(): string {
  const said = execFileSync('dpkg', ['--status', 'swift-proxy'], { encoding: 'utf8' });
  return /^Version: (.*)$/mu.exec(said)?.[1] ?? 'of unknown version';
}
