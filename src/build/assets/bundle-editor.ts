/** Bundles the script and style sheet of the editor, by file name. */

import path from 'node:path';
import { bundleScript } from './bundle-script.ts';
import { bundleSheet } from './bundle-sheet.ts';

/** @param folder `assets/`, absolute */
export async function bundleEditor(folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const [script, sheet] = await Promise.all([
    bundleScript(path.join(folder, 'scripts', 'editor', 'editor.ts')),
    bundleSheet(path.join(folder, 'styles', 'editor.css'), () => undefined),
  ]);
  return new Map([
    ['editor.js', script],
    ['editor.css', Buffer.from(sheet)],
  ]);
}
