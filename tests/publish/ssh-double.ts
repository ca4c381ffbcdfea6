/** A real OpenSSH server on loopback with keys of its own, and folders behind it. */

import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort, portOf } from './free-port.ts';
import { filesIn, type TargetDouble } from './target-double.ts';

export interface SshServer {
  /** A new folder behind the server. */
  readonly double: () => Promise<TargetDouble>;
  /** Cuts all connections, as a network does; the next ones work. */
  readonly cut: () => void;
  readonly stop: () => Promise<void>;
}

export async function startSsh(): Promise<SshServer> {
  const home = await mkdtemp(path.join(os.tmpdir(), 'news-ssh-'));
  const at = (name: string) => path.join(home, name);
  for (const key of ['host', 'user'])
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', at(key)]);
  const port = await freePort();
  const wire = await startWire(port);
  await writeFile(
    at('sshd.conf'),
    [
      `Port ${port}`,
      'ListenAddress 127.0.0.1',
      `HostKey ${at('host')}`,
      `AuthorizedKeysFile ${at('user.pub')}`,
      'AuthenticationMethods publickey',
      'PermitRootLogin yes',
      'StrictModes no',
      'UsePAM no',
      'PidFile none',
      'MaxStartups 100',
      // The settings of this machine's user have no word in it.
      `SetEnv HOME=${home}`,
    ].join('\n'),
  );
  await writeFile(
    at('ssh.conf'),
    [
      'Host newsroom',
      '  HostName 127.0.0.1',
      `  Port ${wire.port}`,
      `  User ${os.userInfo().username}`,
      `  IdentityFile ${at('user')}`,
      '  IdentitiesOnly yes',
      '  StrictHostKeyChecking no',
      '  UserKnownHostsFile /dev/null',
      '  LogLevel ERROR',
      // One connection for all tests: to shake hands takes longer than they do.
      '  ControlMaster auto',
      `  ControlPath ${at('control')}`,
      '  ControlPersist 60',
    ].join('\n'),
  );
  const server = await startServer(at('sshd.conf'), port);
  let folders = 0;
  return {
    async double() {
      folders += 1;
      const folder = at(`www-${folders}`);
      return {
        address: `rsync:newsroom:${folder}`,
        environment: { RSYNC_RSH: `ssh -F ${at('ssh.conf')}` },
        shown: () => filesIn(path.join(folder, 'current')),
        spoil: (file, content) => writeFile(path.join(folder, 'current', file), content),
        stop: () => rm(folder, { recursive: true, force: true }),
      };
    },
    cut: wire.cut,
    async stop() {
      wire.cut();
      await wire.stop();
      await server.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function startServer(config: string, port: number): Promise<{ readonly stop: () => Promise<void> }> {
  // Where the server leaves its privileges behind; the distribution's service makes it at boot.
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true });
  const server = spawn('/usr/sbin/sshd', ['-D', '-e', '-f', config], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  while (!(await answers(port))) {
    if (server.exitCode !== null) throw new Error('The SSH server does not start.');
    await setTimeout(10);
  }
  return {
    async stop() {
      server.kill();
      await ended;
    },
  };
}

/** What lies between the server and whoever publishes. */
async function startWire(to: number) {
  const sockets = new Set<net.Socket>();
  const between = net.createServer((near) => {
    const far = net.connect(to, '127.0.0.1');
    for (const [from, into] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('error', () => undefined).pipe(into);
      from.once('close', () => {
        sockets.delete(from);
        into.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve));
  return {
    port: portOf(between),
    cut() {
      for (const socket of sockets) socket.destroy();
    },
    stop: () => new Promise<void>((resolve) => between.close(() => resolve())),
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('data', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });
}
