/** Finds settings that lie beside the content folder, where nothing reads them. */

import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { findBesideContent } from '../content/unread-files.ts';
import { type Diagnostic, startOf } from '../diagnostics/diagnostic.ts';
import type { Project } from './project.ts';

export async function checkBesideContent({
  home,
  content,
  displayContent,
}: Pick<Project, 'home' | 'content' | 'displayContent'>): Promise<readonly Diagnostic[]> {
  if (path.dirname(content) !== path.resolve(home)) return [];
  const beside = findBesideContent((await readdir(home)).sort());
  const folder = path.posix.dirname(displayContent.replaceAll('\\', '/'));
  return beside.map(({ file, ...words }) => ({
    ...{ code: 'misplaced-file', severity: 'warning' },
    ...startOf(path.posix.join(folder, file)),
    ...words,
  }));
}
