/**
 * The scripts and fonts of the form editor, all served by us: its own script would fetch fonts from a third party.
 * By path below the editor's page.
 */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { packageFolder } from '../theme/installed-package.ts';
import { bundleScript } from './bundle-script.ts';

/** Where the script asks whether there is a newer one: the answer is our own, so that editors are not asked to update. */
const updateHost = 'https://unpkg.com/@sveltia/cms';

/** What the script names, and the package that holds the file. */
const fonts = [
  {
    pattern:
      /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/material-symbols-outlined:vf@[\d.]+\/latin-wght-normal\.woff2/gu,
    name: 'material-symbols-outlined.woff2',
    file: '@fontsource-variable/material-symbols-outlined/files/material-symbols-outlined-latin-wght-normal.woff2',
  },
  {
    pattern:
      /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/source-sans-3:vf@[\d.]+\/latin-wght-normal\.woff2/gu,
    name: 'source-sans-3.woff2',
    file: '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
  },
  {
    pattern: /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/noto-mono@[\d.]+\/latin-400-normal\.woff2/gu,
    name: 'noto-mono.woff2',
    file: '@fontsource/noto-mono/files/noto-mono-latin-400-normal.woff2',
  },
];

/** @param root the generator's own folder */
export async function bundleEditor(root: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const fileOf = (file: string) => {
    const [, name = '', rest = ''] = /^(@[^/]+\/[^/]+)\/(.+)$/u.exec(file) ?? [];
    return path.join(packageFolder(root, name), rest);
  };
  const files = new Map<string, Uint8Array>();
  let script = await readFile(fileOf('@sveltia/cms/dist/sveltia-cms.js'), 'utf8');
  for (const { pattern, name, file } of fonts) {
    const own = script.replace(pattern, `fonts/${name}`);
    if (own === script) throw new Error(`The form editor no longer names the font ${name}.`);
    script = own;
    files.set(`fonts/${name}`, await readFile(fileOf(file)));
  }
  if (!script.includes(updateHost))
    throw new Error('The form editor no longer asks for updates where it did.');
  script = script.replaceAll(updateHost, '.');
  files.set('package.json', await readFile(fileOf('@sveltia/cms/package.json')));
  // The map of its source is not served.
  files.set('sveltia-cms.js', Buffer.from(script.replace(/\n\/\/# sourceMappingURL=.*\s*$/u, '\n')));
  files.set('components.js', await bundleScript(path.join(root, 'assets/scripts/editor/components.ts')));
  return files;
}
