/** Runs a program and tells what it cost. GNU time counts all that it started, too. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export const timePackage = { time: '/usr/bin/time' };

export interface Cost {
  readonly wallSeconds: number;
  /** Of all cores together. */
  readonly cpuSeconds: number;
  /** The most that any one of its processes held. */
  readonly peakMb: number;
}

export interface MeasuredRun extends Cost {
  readonly stdout: string;
}

/** Throws when the program fails. */
export function measure(command: readonly string[], cwd: string): MeasuredRun {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'news-time-'));
  const report = path.join(folder, 'time');
  try {
    const run = spawnSync('/usr/bin/time', ['-f', '%e %U %S %M', '-o', report, ...command], {
      cwd,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    if (run.status !== 0)
      throw new Error(`${command.slice(0, 3).join(' ')} failed: ${run.stderr}${run.stdout}`);
    const numbers = readFileSync(report, 'utf8').trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
    const [wallSeconds = 0, user = 0, system = 0, peakKb = 0] = numbers;
    return { wallSeconds, cpuSeconds: user + system, peakMb: peakKb / 1024, stdout: run.stdout };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}
