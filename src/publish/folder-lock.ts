/**
 * A lock file, so that two publishes into one folder cannot mix. It says who holds it and is written anew every few
 * seconds; one whose holder is dead, or has been silent for long by the disk's own clock, is taken over.
 */

import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { PublishError } from '../output/publish-error.ts';

const HEARTBEAT_MS = 10_000;
/** A holder on another machine that has been silent for so long is gone. */
const SILENT_MS = 10 * 60_000;

const holderSchema = z.object({ host: z.string(), pid: z.number().int(), id: z.string() });

/** @param name how people know the folder */
export async function lockFolder(folder: string, name: string): Promise<() => Promise<void>> {
  const file = path.join(folder, '.publish-lock');
  const id = randomUUID();
  const text = JSON.stringify({ host: os.hostname(), pid: process.pid, id });
  if (!(await take(file, text))) {
    if (!(await isAbandoned(file))) throw busy(name, file);
    // Only one of several that find it so can move it away.
    const old = `${file}.${id}`;
    await rename(file, old).catch(() => undefined);
    await rm(old, { force: true });
    if (!(await take(file, text))) throw busy(name, file);
  }
  const heartbeat = setInterval(() => writeFile(file, text).catch(() => undefined), HEARTBEAT_MS);
  heartbeat.unref();
  return async () => {
    clearInterval(heartbeat);
    if ((await readFile(file, 'utf8').catch(() => '')) === text) await rm(file, { force: true });
  };
}

async function take(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

async function isAbandoned(file: string): Promise<boolean> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return true;
  const holder = holderOf(text);
  if (holder?.host === os.hostname()) return !isRunning(holder.pid);
  const probe = `${file}.${randomUUID()}`;
  await writeFile(probe, '');
  const nowMs = (await stat(probe)).mtimeMs;
  await rm(probe, { force: true });
  const seen = await stat(file).catch(() => undefined);
  return seen === undefined || nowMs - seen.mtimeMs > SILENT_MS;
}

/** Undefined for what a killed process has half written. */
function holderOf(text: string) {
  try {
    return holderSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // The process of another user may not be signalled, and runs.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function busy(name: string, file: string): PublishError {
  return new PublishError(
    'machine',
    `Another publish to ${name} is running. Wait for it; if none is, delete ${file} and publish again.`,
  );
}
