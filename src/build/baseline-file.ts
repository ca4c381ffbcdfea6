/** The baseline of the check on disk. */

import path from 'node:path';
import {
  type Baseline,
  baselineFile,
  emptyBaseline,
  readBaseline,
  writeBaseline,
} from '../checks/baseline.ts';
import { readNoteFile } from '../content/note-file.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { writeWhole } from '../disk/write-whole.ts';
import type { Project } from './project.ts';

export async function loadBaseline(
  project: Project,
): Promise<{ readonly baseline: Baseline; readonly diagnostics: readonly Diagnostic[] }> {
  const { text, diagnostics } = readNoteFile(project.content, project.displayContent, baselineFile);
  if (text === undefined) return { baseline: emptyBaseline, diagnostics };
  const reading = readBaseline(text, project.displayContent);
  return reading.ok
    ? { baseline: reading.baseline, diagnostics: [] }
    : { baseline: emptyBaseline, diagnostics: [reading.diagnostic] };
}

export async function saveBaseline(project: Project, diagnostics: readonly Diagnostic[]): Promise<void> {
  await writeWhole(
    path.join(project.content, baselineFile),
    writeBaseline(diagnostics, project.displayContent),
  );
}
