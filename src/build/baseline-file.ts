/** The baseline of the check on disk. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type Baseline,
  baselineFile,
  emptyBaseline,
  readBaseline,
  writeBaseline,
} from '../checks/baseline.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { writeWhole } from '../disk/write-whole.ts';
import type { Project } from './project.ts';

export async function loadBaseline(
  project: Project,
): Promise<{ readonly baseline: Baseline; readonly diagnostics: readonly Diagnostic[] }> {
  let text: string;
  try {
    text = await readFile(path.join(project.content, baselineFile), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return { baseline: emptyBaseline, diagnostics: [] };
    }
    throw new Error(`Cannot read ${baselineFile}.`, { cause: error });
  }
  const reading = readBaseline(text, project.shownContent);
  return reading.ok
    ? { baseline: reading.baseline, diagnostics: [] }
    : { baseline: emptyBaseline, diagnostics: [reading.diagnostic] };
}

export async function saveBaseline(project: Project, diagnostics: readonly Diagnostic[]): Promise<void> {
  await writeWhole(
    path.join(project.content, baselineFile),
    writeBaseline(diagnostics, project.shownContent),
  );
}
