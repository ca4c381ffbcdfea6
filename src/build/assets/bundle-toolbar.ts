/** Bundles the script and style sheet of the preview toolbar; no published page names them. */

import path from 'node:path';
import { bundleScript } from './bundle-script.ts';
import { bundleSheet } from './bundle-sheet.ts';

/** By file name. @param folder `assets/`, absolute */
export async function bundleToolbar(folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const [script, sheet] = await Promise.all([
    bundleScript(path.join(folder, 'scripts', 'preview-toolbar', 'preview-toolbar.ts')),
    bundleSheet(path.join(folder, 'styles', 'preview-toolbar.css'), () => undefined),
  ]);
  return new Map([
    ['preview-toolbar.js', script],
    ['preview-toolbar.css', Buffer.from(sheet)],
  ]);
}
