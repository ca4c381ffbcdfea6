/** Whether git has files as they are: then nothing is lost when they are changed. */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export type GitState =
  /** There is no repository, or no git. */
  | { readonly kind: 'none' }
  /** `unsaved` are those of the files that are new, changed or ignored. */
  | { readonly kind: 'repository'; readonly unsaved: readonly string[] };

/** @param files relative to the folder */
export async function gitStateOf(folder: string, files: readonly string[]): Promise<GitState> {
  if (files.length === 0) return { kind: 'repository', unsaved: [] };
  const git = async (...args: readonly string[]) =>
    (
      await promisify(execFile)('git', ['-C', folder, ...args], {
        env: { ...process.env, GIT_LITERAL_PATHSPECS: '1', GIT_OPTIONAL_LOCKS: '0' },
        maxBuffer: 1 << 26,
      })
    ).stdout;
  try {
    const prefix = (await git('rev-parse', '--show-prefix')).trim();
    const status = await git(
      ...[
        'status',
        '--porcelain=v1',
        '-z',
        '--no-renames',
        '--untracked-files=all',
        '--ignored=matching',
        '--',
      ],
      ...files,
    );
    const named = status.split('\0').flatMap((line) => (line === '' ? [] : [line.slice(3 + prefix.length)]));
    // What is ignored may be named by its folder.
    const isNamed = (file: string) =>
      named.some((name) => name === file || (name.endsWith('/') && file.startsWith(name)));
    return { kind: 'repository', unsaved: files.filter(isNamed) };
  } catch {
    return { kind: 'none' };
  }
}
