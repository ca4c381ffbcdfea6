/** Runs the command line as a user does, in a process of its own. */

import { spawn } from 'node:child_process';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

export interface NewsRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface NewsCall {
  /** The folder that the command is called in; else the project's own. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export function runNews(args: readonly string[], options: NewsCall = {}): Promise<NewsRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, 'src/cli/launch.cjs'), ...args], {
      cwd: options.cwd ?? root,
      env: { ...process.env, NO_COLOR: '1', ...options.env },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, stdout, stderr }));
  });
}
