/** Finds what is wrong beside the content folder: settings that nothing reads there, and marks of git in the newsroom's own files. */

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { findBesideContent } from '../content/unread-files.ts';
import { type Diagnostic, startOf } from '../diagnostics/diagnostic.ts';
import { unfinishedMerge } from '../diagnostics/unfinished-merge.ts';
import type { Project } from './project.ts';

/** Files that npm, git and hosts read; a team's own code is read by its compiler. */
const ownFile =
  /^(?:package(?:-lock)?\.json|tsconfig\.json|\.newsroom\.json|\.npmrc|\.editorconfig|\.git(?:attributes|ignore|modules)|\.gitlab-ci\.yml|netlify\.toml|wrangler\.toml)$/u;
const workflowFolder = '.github/workflows';

export async function checkBesideContent({
  home,
  content,
  displayContent,
}: Pick<Project, 'home' | 'content' | 'displayContent'>): Promise<readonly Diagnostic[]> {
  if (path.dirname(content) !== path.resolve(home)) return [];
  const folder = path.posix.dirname(displayContent.replaceAll('\\', '/'));
  const names = (await readdir(home)).sort();
  const workflows = await readdir(path.join(home, workflowFolder)).catch(() => []);
  const texts = [
    ...names.filter((name) => ownFile.test(name)),
    ...workflows.filter((name) => /\.ya?ml$/u.test(name)).map((name) => `${workflowFolder}/${name}`),
  ];
  const merges = await Promise.all(
    texts.map(async (file): Promise<readonly Diagnostic[]> => {
      const text = await readFile(path.join(home, file), 'utf8').catch(() => '');
      const merge = unfinishedMerge(text.replace(/\r\n?/gu, '\n'), path.posix.join(folder, file));
      // None of them is published, so they hold nothing back.
      return merge === undefined ? [] : [{ ...merge, severity: 'warning' }];
    }),
  );
  return [
    ...merges.flat(),
    ...findBesideContent(names).map(
      ({ file, ...words }): Diagnostic => ({
        ...{ code: 'misplaced-file', severity: 'warning' },
        ...startOf(path.posix.join(folder, file)),
        ...words,
      }),
    ),
  ];
}
