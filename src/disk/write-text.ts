/** Writes a text file whole or not at all: a cut of the power leaves the old one. */

import { rm, writeFile } from 'node:fs/promises';
import { renameFile } from './rename-file.ts';

export async function writeTextWhole(file: string, text: string): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, text, { flag: 'wx' });
    renameFile(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new Error(`Cannot write ${file}.`, { cause: error });
  }
}
