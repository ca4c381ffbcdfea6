/** Reads the notes that a site keeps in its content folder under hidden names, such as the ledger of its addresses. */

import path from 'node:path';
import { type Diagnostic, startOf } from '../diagnostics/diagnostic.ts';
import { NotOrdinaryError, readOrdinaryFile } from '../disk/ordinary-file.ts';
import { isLfsPointer } from '../text/lfs-pointer.ts';
import { notFetched } from './not-fetched.ts';

export interface NoteReading {
  /** Undefined where there is none, or none that may be read. */
  readonly text: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Throws for failures of the disk. @param name inside the content folder */
export function readNoteFile(contentFolder: string, displayFolder: string, name: string): NoteReading {
  try {
    const bytes = readOrdinaryFile(path.join(contentFolder, name), contentFolder);
    if (isLfsPointer(bytes)) {
      const problem = { ...startOf(`${displayFolder}/${name}`), ...notFetched };
      return { text: undefined, diagnostics: [problem] };
    }
    return { text: bytes.toString('utf8'), diagnostics: [] };
  } catch (error) {
    if (error instanceof NotOrdinaryError) {
      const problem: Diagnostic = {
        code: 'unsafe-path',
        severity: 'error',
        ...startOf(`${displayFolder}/${name}`),
        message: error.message,
        hint: 'Put a copy of the file itself here.',
      };
      return { text: undefined, diagnostics: [problem] };
    }
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return { text: undefined, diagnostics: [] };
    throw new Error(`Cannot read ${name}.`, { cause: error });
  }
}
