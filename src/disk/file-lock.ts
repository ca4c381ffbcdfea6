/**
 * A lock file, for one process at a time. It says who holds it and is written anew every few seconds; one whose holder
 * is gone is taken over: of this machine when its process has ended, of another when it has been silent for long by the
 * disk's own clock.
 */

import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { z } from 'zod';
import { defined } from '../text/defined.ts';
import { isRunning, markOf } from './running-process.ts';

const HEARTBEAT_MS = 10_000;
/** A holder on another machine that has been silent for so long is gone. */
const SILENT_MS = 10 * 60_000;

const holderSchema = z.object({
  host: z.string(),
  pid: z.number().int(),
  started: z.string().optional(),
  id: z.string(),
});

export interface FileLock {
  /** Whether the file still names this holder: a machine that slept for long may have lost it. */
  readonly isHeld: () => boolean;
  readonly release: () => void;
}

/** @returns undefined while another holds it. Throws the disk's own error; the folder must exist. */
export function takeLock(file: string): FileLock | undefined {
  const id = randomUUID();
  const text = JSON.stringify({ host: os.hostname(), ...defined({ ...markOf(process.pid) }), id });
  if (!create(file, text)) {
    if (!isAbandoned(file)) return undefined;
    moveAway(file);
    if (!create(file, text)) return undefined;
  }
  const isHeld = () => read(file) === text;
  const heartbeat = setInterval(() => {
    if (isHeld()) writeFileSync(file, text);
  }, HEARTBEAT_MS);
  heartbeat.unref();
  return {
    isHeld,
    release() {
      clearInterval(heartbeat);
      if (isHeld()) rmSync(file, { force: true });
    },
  };
}

function create(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Of several that find it abandoned one alone can move it away. */
function moveAway(file: string): void {
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
  if (text === undefined) return true;
  const holder = holderOf(text);
  if (holder?.host === os.hostname()) return !isRunning({ ...holder });
  const seen = statSync(file, { throwIfNoEntry: false });
  if (seen === undefined) return true;
  // Half written by a process that was killed, or of another machine.
  return diskClock(file) - seen.mtimeMs > (holder === undefined ? HEARTBEAT_MS : SILENT_MS);
}

/** The time by the clock that stamps the files there. */
function diskClock(file: string): number {
  const probe = `${file}.${randomUUID()}`;
  writeFileSync(probe, '');
  try {
    return statSync(probe).mtimeMs;
  } finally {
    rmSync(probe, { force: true });
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Undefined for what a killed process has half written. */
function holderOf(text: string) {
  try {
    return holderSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
