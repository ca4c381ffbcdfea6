/** Writes a text file whole or not at all: a cut of the power leaves the old one. */

import { rename, rm, writeFile } from 'node:fs/promises';

export async function writeTextWhole(file: string, text: string): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, text, { flag: 'wx' });
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new Error(`Cannot write ${file}.`, { cause: error });
  }
}
