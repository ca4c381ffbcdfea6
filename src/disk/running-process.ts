/**
 * Which process of this machine a note on the disk speaks of. A number alone does not tell: it is given again, and in a
 * container that is started anew the first processes have the same numbers each time.
 */

import { readFileSync } from 'node:fs';

/** A process that can be told from a later one with its number. */
export interface ProcessMark {
  readonly pid: number;
  /** When it was started, in the system's own count. Absent where the system does not say (it does on Linux). */
  readonly started?: string | undefined;
}

export function markOf(pid: number): ProcessMark {
  return { pid, started: startOf(pid) };
}

export function isRunning({ pid, started }: ProcessMark): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // The process of another user may not be signalled, and runs.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const now = startOf(pid);
  return started === undefined || now === undefined || started === now;
}

/** Field 22 of proc(5)'s stat, in ticks since the machine was started. The name before it may hold spaces and brackets. */
function startOf(pid: number): string | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .at(19);
  } catch {
    return undefined;
  }
}
