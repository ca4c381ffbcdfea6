/** Bundles the scripts and style sheets of the editor, by file name. */

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

/** With the workers that read, check and render where no preview does. */
export async function bundlePublishedEditor(folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const site = path.join(folder, 'scripts', 'editor', 'site');
  const [editor, siteWorker, pasteWorker] = await Promise.all([
    bundleEditor(folder),
    bundleScript(path.join(site, 'site-worker.ts')),
    bundleScript(path.join(site, 'paste-worker.ts')),
  ]);
  // Only a preview shows feeds.
  const own = [...editor].filter(([name]) => name !== 'feed-view.css');
  return new Map([...own, ['editor-site.js', siteWorker], ['editor-paste.js', pasteWorker]]);
}
