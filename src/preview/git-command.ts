/** Runs git in the folder of the content: no prompt, no pager, and words in English. */

import { execFile } from 'node:child_process';

export type GitResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string };

const maximumOutputBytes = 50_000_000;
/** A repository whose disk hangs must not hold up the preview. */
const patienceMs = 60_000;

export function runGit(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<GitResult> {
  const env = { ...process.env, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C', ...environment };
  return new Promise((resolve) => {
    execFile(
      'git',
      ['-C', folder, '-c', 'core.quotePath=false', ...args],
      { env, maxBuffer: maximumOutputBytes, timeout: patienceMs },
      (error, stdout, stderr) => {
        if (error === null) resolve({ ok: true, text: stdout });
        else if (error.code === 'ENOENT')
          resolve({ ok: false, message: 'git is not installed on this computer.' });
        else
          resolve({ ok: false, message: stderr.trim().replace(/^(?:fatal|error): /u, '') || error.message });
      },
    );
  });
}
