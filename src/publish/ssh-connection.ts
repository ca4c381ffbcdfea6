/** Commands on another machine, by the SSH program of this one: its settings, keys and agents are the user's own. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { PublishError } from '../output/publish-error.ts';
import { sshReason } from './ssh-reason.ts';

export interface RunOptions {
  readonly input?: string;
  readonly signal?: AbortSignal;
  readonly onLine?: (line: string) => void;
}

/** Never asks for anything: no person may be there to answer. A silent peer is given up after a minute. */
const OPTIONS = ['-o', 'BatchMode=yes', '-o', 'ConnectTimeout=20', '-o', 'ServerAliveInterval=20'] as const;

export class SshConnection {
  readonly host: string;
  readonly #program: readonly string[];

  /** @param shell as rsync's RSYNC_RSH says it: `ssh -F file` */
  constructor(host: string, shell: string) {
    this.host = host;
    this.#program = [...shell.split(' ').filter((word) => word !== ''), ...OPTIONS];
  }

  /** Runs a script of the POSIX shell there. @returns what it printed */
  async run(script: string, options: RunOptions = {}): Promise<string> {
    options.signal?.throwIfAborted();
    return await this.#wait(this.start(script), options);
  }

  /** Starts a script that goes on until it is told to end. */
  start(script: string): ChildProcess {
    const [program = 'ssh', ...args] = this.#program;
    return spawn(program, [...args, this.host, quoted(script)]);
  }

  /** @param args options, source and destination; the destination is `${host}:folder` */
  async rsync(args: readonly string[], options: RunOptions = {}): Promise<string> {
    options.signal?.throwIfAborted();
    return await this.#wait(spawn('rsync', [`--rsh=${this.#program.join(' ')}`, ...args]), options);
  }

  #wait(child: ChildProcess, { input, signal, onLine }: RunOptions): Promise<string> {
    const stop = () => child.kill();
    signal?.addEventListener('abort', stop, { once: true });
    return new Promise<string>((resolve, reject) => {
      let said = '';
      let complained = '';
      child.stdout?.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        for (const line of text.split('\n').slice(0, -1)) onLine?.(line);
      });
      child.stderr?.setEncoding('utf8').on('data', (text: string) => {
        complained += text;
      });
      child.on('error', (error) => reject(this.#failure(reasonOf(error, child.spawnfile))));
      // Not when all streams are closed: a connection that SSH keeps for later holds on to the errors.
      const ends = [once(child, 'exit'), ...(child.stdout === null ? [] : [finished(child.stdout)])];
      void Promise.all(ends).then(() => {
        const code = child.exitCode;
        signal?.removeEventListener('abort', stop);
        if (signal?.aborted === true) reject(signal.reason);
        else if (code === 0) resolve(said);
        else reject(this.#failure(complained.trim() || `exit code ${code}`));
      }, reject);
      // A peer that is gone is told by its exit code.
      child.stdin?.on('error', () => undefined);
      child.stdin?.end(input ?? '');
    });
  }

  #failure(reason: string): PublishError {
    return new PublishError(
      'machine',
      `Cannot publish to ${this.host}: ${sshReason(reason, this.host)}. Readers see a whole site; publish again when that is fixed.`,
    );
  }
}

/** Why a program did not start. */
export function reasonOf(error: Error, program: string): string {
  const isMissing = 'code' in error && error.code === 'ENOENT';
  return isMissing ? `there is no program "${program}" on this machine; install it` : error.message;
}

/** One word for whatever shell the user has there. */
function quoted(script: string): string {
  return `sh -c '${script.replaceAll("'", "'\\''")}'`;
}
