/** The form editor's files, by their path in the site: its page, its configuration, its scripts and fonts. */

import path from 'node:path';
import type { SiteConfig } from '../content/site-config.ts';
import { formConfig } from '../editor/form-config.ts';
import { formPage } from '../editor/form-page.ts';
import { bundleEditor } from './assets/bundle-editor.ts';
import type { Project } from './project.ts';

export const editorFolder = 'admin';

export async function editorSite(
  project: Project,
  config: SiteConfig,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>([
    ['index.html', Buffer.from(formPage(config))],
    [
      'config.json',
      Buffer.from(`${JSON.stringify(formConfig(config, path.basename(project.content)), null, 2)}\n`),
    ],
    ...(await bundleEditor(project.root)),
  ]);
  return new Map([...files].map(([file, bytes]) => [`${editorFolder}/${file}`, bytes]));
}
