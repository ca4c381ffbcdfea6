/** Bundles the script and style sheets of the editor, by file name. */

import path from 'node:path';
import { bundleScript } from './bundle-script.ts';
import { bundleSheet } from './bundle-sheet.ts';

/** @param folder `assets/`, absolute */
export async function bundleEditor(folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const [script, sheet, feedSheet] = await Promise.all([
    bundleScript(path.join(folder, 'scripts', 'editor', 'editor.ts')),
    bundleSheet(path.join(folder, 'styles', 'editor.css'), () => undefined),
    bundleSheet(path.join(folder, 'styles', 'feed-view.css'), () => undefined),
  ]);
  return new Map([
    ['editor.js', script],
    ['editor.css', Buffer.from(sheet)],
    ['feed-view.css', Buffer.from(feedSheet)],
  ]);
}
