/** The script and the style of the editors' desk in the preview; no published page names them. */

import path from 'node:path';
import { bundleScript } from './bundle-script.ts';
import { bundleSheet } from './bundle-sheet.ts';

/** By file name. @param folder `assets/`, absolute */
export async function bundleDesk(folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const [script, sheet] = await Promise.all([
    bundleScript(path.join(folder, 'scripts', 'desk', 'desk.ts')),
    bundleSheet(path.join(folder, 'styles', 'desk.css'), () => undefined),
  ]);
  return new Map([
    ['desk.js', script],
    ['desk.css', Buffer.from(sheet)],
  ]);
}
