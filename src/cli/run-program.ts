/** Asks a program on this machine. */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What a program says; undefined when it is missing or fails. */
export async function run(program: string, ...args: readonly string[]): Promise<string | undefined> {
  try {
    return (await promisify(execFile)(program, args)).stdout.trim();
  } catch {
    return undefined;
  }
}
