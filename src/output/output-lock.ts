/**
 * Builds into one output folder take turns: a lock file beside it names the process that writes there. A build that finds
 * it waits; the lock of a process that is gone is taken over.
 */

import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_AGAIN_MS = 200;
const HEARTBEAT_MS = 10_000;
/** A process of another machine that has been silent for so long is gone. By the disk's own clock. */
const SILENT_MS = 10 * 60_000;

export interface LockOptions {
  readonly signal?: AbortSignal;
  /** Called once when another build has to be waited for. */
  readonly onWait?: () => void;
}

/** @returns gives the lock back */
export async function lockOutput(folder: string, { signal, onWait }: LockOptions = {}): Promise<() => void> {
  const file = path.join(path.dirname(folder), `.${path.basename(folder)}.lock`);
  const text = JSON.stringify([os.hostname(), process.pid, randomUUID()]);
  mkdirSync(path.dirname(folder), { recursive: true });
  for (let tries = 0; !take(file, text); tries += 1) {
    if (isAbandoned(file)) {
      remove(file);
      continue;
    }
    if (tries === 0) onWait?.();
    await pause(LOOK_AGAIN_MS, undefined, signal === undefined ? {} : { signal });
  }
  const heartbeat = setInterval(() => {
    if (read(file) === text) writeFileSync(file, text);
  }, HEARTBEAT_MS);
  heartbeat.unref();
  return () => {
    clearInterval(heartbeat);
    if (read(file) === text) rmSync(file, { force: true });
  };
}

function take(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw new Error(`Cannot write beside the output: ${file}.`, { cause: error });
  }
}

/** Of several that find it abandoned only one can move it away. */
function remove(file: string): void {
  const old = `${file}.${randomUUID()}`;
  try {
    renameSync(file, old);
  } catch {
    return;
  }
  rmSync(old, { force: true });
}

function isAbandoned(file: string): boolean {
  const text = read(file);
  if (text === undefined) return false;
  const [host, pid] = holderOf(text);
  if (host === os.hostname() && pid !== undefined) return !isRunning(pid);
  // Half written by a process that was killed, or of another machine.
  const probe = `${file}.${randomUUID()}`;
  writeFileSync(probe, '');
  const nowMs = statSync(probe).mtimeMs;
  rmSync(probe, { force: true });
  const seen = statSync(file, { throwIfNoEntry: false });
  return (
    seen !== undefined &&
    (text === '' ? nowMs - seen.mtimeMs > HEARTBEAT_MS : nowMs - seen.mtimeMs > SILENT_MS)
  );
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function holderOf(text: string): readonly [host: string | undefined, pid: number | undefined] {
  const [, host, pid] = /^\["([^"]*)",(\d+),/u.exec(text) ?? [];
  return [host, pid === undefined ? undefined : Number(pid)];
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // The process of another user may not be signalled, and runs.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
