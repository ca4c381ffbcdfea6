/** The ledger of published addresses on disk. */

import path from 'node:path';
import {
  type AddressLedger,
  type LedgerEntries,
  ledgerFile,
  printLedger,
  readLedger,
} from '../content/address-ledger.ts';
import { readNoteFile } from '../content/note-file.ts';
import { type Diagnostic, startOf } from '../diagnostics/diagnostic.ts';
import { writeWhole } from '../disk/write-whole.ts';
import type { Project } from './project.ts';

export interface LoadedLedger {
  readonly ledger: AddressLedger;
  readonly diagnostics: readonly Diagnostic[];
}

export async function loadLedger(project: Project): Promise<LoadedLedger> {
  const displayPath = `${project.displayContent}/${ledgerFile}`;
  const empty = { addresses: new Map(), stories: new Map(), placeOf: () => startOf(displayPath) };
  const { text, diagnostics } = readNoteFile(project.content, project.displayContent, ledgerFile);
  if (text === undefined) return { ledger: empty, diagnostics };
  const reading = readLedger(text, displayPath);
  return reading.ok
    ? { ledger: reading.ledger, diagnostics: reading.unfinished === undefined ? [] : [reading.unfinished] }
    : { ledger: empty, diagnostics: [reading.diagnostic] };
}

export async function saveLedger(project: Project, ledger: LedgerEntries): Promise<void> {
  await writeWhole(path.join(project.content, ledgerFile), printLedger(ledger));
}
