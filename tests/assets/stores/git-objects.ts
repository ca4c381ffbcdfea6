/**
 * Objects of a git repository, read by one `git cat-file` that stays: a process for each question takes a hundred times
 * as long as its answer.
 */

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';

export interface GitObject {
  readonly sha: string;
  readonly type: string;
  readonly bytes: Buffer;
}

type Waiting = (object: GitObject | undefined) => void;

export class GitObjects {
  readonly #folder: string;
  #process: ChildProcessWithoutNullStreams | undefined;
  #unread: Buffer = Buffer.alloc(0);
  readonly #waiting: Waiting[] = [];

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @param name of an object as git understands it, without line breaks; undefined where there is none */
  read(name: string): Promise<GitObject | undefined> {
    this.#process ??= this.#start();
    const { stdin } = this.#process;
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      stdin.write(`${name}\n`);
    });
  }

  async close(): Promise<void> {
    const running = this.#process;
    if (running === undefined) return;
    const ended = new Promise((resolve) => running.once('close', resolve));
    running.stdin.end();
    await ended;
  }

  #start(): ChildProcessWithoutNullStreams {
    const started = spawn('git', ['cat-file', '--batch'], { cwd: this.#folder });
    started.stdout.on('data', (part: Buffer) => {
      this.#unread = Buffer.concat([this.#unread, part]);
      while (this.#answerNext());
    });
    return started;
  }

  /** @returns whether a whole answer was there */
  #answerNext(): boolean {
    const lineEnd = this.#unread.indexOf('\n');
    if (lineEnd < 0) return false;
    const [, sha = '', type = '', size = ''] =
      /^([0-9a-f]+) (blob|commit|tag|tree) (\d+)$/u.exec(this.#unread.toString('utf8', 0, lineEnd)) ?? [];
    if (type === '') return this.#answer(lineEnd + 1, undefined);
    const start = lineEnd + 1;
    const end = start + Number(size);
    // A line break ends the bytes, too.
    if (this.#unread.length <= end) return false;
    return this.#answer(end + 1, { sha, type, bytes: Buffer.from(this.#unread.subarray(start, end)) });
  }

  #answer(read: number, object: GitObject | undefined): boolean {
    this.#unread = this.#unread.subarray(read);
    this.#waiting.shift()?.(object);
    return true;
  }
}
