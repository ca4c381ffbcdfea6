/** A lock file among processes that live, were killed, or have the number of one that was killed. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeLock } from '../../src/disk/file-lock.ts';
import { isRunning, markOf } from '../../src/disk/running-process.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'news-lock-'));
  file = path.join(folder, 'lock');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** No process has this number: the highest that Linux gives is below it. */
const noProcess = 2 ** 22 + 1;

function heldBy(holder: Readonly<Record<string, unknown>>): void {
  writeFileSync(file, JSON.stringify({ host: os.hostname(), id: 'other', ...holder }));
}

function age(minutes: number): void {
  const then = new Date(Date.now() - minutes * 60_000);
  utimesSync(file, then, then);
}

test('is given to one at a time', () => {
  const lock = takeLock(file);
  expect(lock?.isHeld()).toBe(true);
  expect(takeLock(file)).toBeUndefined();
  lock?.release();
  const next = takeLock(file);
  expect(next?.isHeld()).toBe(true);
  next?.release();
  expect(readdirSync(folder)).toEqual([]);
});

test('of a process that has ended is taken over at once', () => {
  heldBy({ pid: noProcess });
  const lock = takeLock(file);
  expect(lock?.isHeld()).toBe(true);
  lock?.release();
});

test('of a killed process whose number another one has now is taken over: so containers start anew', () => {
  heldBy({ pid: process.pid, started: '1' });
  expect(takeLock(file)?.isHeld()).toBe(process.platform === 'linux' ? true : undefined);
});

test('of a running process is never taken over, however long it is silent', () => {
  heldBy({ ...markOf(process.ppid) });
  age(120);
  expect(takeLock(file)).toBeUndefined();
});

test('of another machine is taken over when it has been silent for ten minutes', () => {
  heldBy({ host: 'elsewhere', pid: 1 });
  age(9);
  expect(takeLock(file)).toBeUndefined();
  age(11);
  expect(takeLock(file)?.isHeld()).toBe(true);
});

test('that was half written when its holder was killed is taken over after a heartbeat', () => {
  writeFileSync(file, '{"host":"els');
  expect(takeLock(file)).toBeUndefined();
  age(1);
  expect(takeLock(file)?.isHeld()).toBe(true);
});

test('that another has taken over is neither held nor removed by the first', () => {
  const lock = takeLock(file);
  heldBy({ pid: 1 });
  expect(lock?.isHeld()).toBe(false);
  lock?.release();
  expect(readFileSync(file, 'utf8')).toContain('other');
});

test('a process is known by its number and its beginning', () => {
  expect(isRunning(markOf(process.pid))).toBe(true);
  expect(isRunning({ pid: process.pid })).toBe(true);
  expect(isRunning({ pid: noProcess })).toBe(false);
});
