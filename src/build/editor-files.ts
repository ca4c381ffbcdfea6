/**
 * The editor of the published site, where `site.yaml` names a repository that it saves to: its page, its scripts, and the
 * public facts of the site that it begins with.
 */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { digestOf } from '../cache/digest.ts';
import type { PackStore } from '../cache/pack-store.ts';
import type { Content } from '../content/load-content.ts';
import type { SiteConfig } from '../content/site-config.ts';
import { publishedEditorPage } from '../editor/editor-page.ts';
import { printPublishedSite } from '../editor/published-site.ts';
import type { Assets } from '../site/assets.ts';
import type { Site } from '../site/site.ts';
import { defined } from '../text/defined.ts';
import { contentsOf } from './kept-assets.ts';
import type { Project } from './project.ts';

type Editor = NonNullable<SiteConfig['editor']>;

/** By path in the output; none where the site has no editor. */
export async function editorFiles(
  project: Project,
  { site, content, assets }: { readonly site: Site; readonly content: Content; readonly assets: Assets },
  memory: PackStore,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { editor } = site.config;
  if (editor === undefined) return new Map();
  const files = new Map<string, Uint8Array>();
  const urls = new Map<string, string>();
  for (const [name, bytes] of await keptEditor(project, memory)) {
    const ending = path.extname(name);
    const file = `assets/${path.basename(name, ending)}-${hashOf(bytes)}${ending}`;
    files.set(file, bytes);
    urls.set(name, site.config.pathPrefix + file);
  }
  const urlOf = (name: string): string => urls.get(name) ?? '';
  const { host, api, repository, branch, folder, signIn } = editor satisfies Editor;
  const page = publishedEditorPage({
    settings: {
      siteName: site.config.name,
      ...{ host, api, repository, branch, folder },
      ...defined({ signIn }),
      siteWorker: urlOf('editor-site.js'),
      pasteWorker: urlOf('editor-paste.js'),
    },
    sheet: urlOf('editor.css'),
    script: urlOf('editor.js'),
  });
  const { files: _, ...plainAssets }: Assets & { readonly files?: unknown } = assets;
  const facts = printPublishedSite({
    ...{ content, site, assets: plainAssets },
    blobOf: (file) => blobOf(path.join(project.content, file)),
  });
  files.set('admin/index.html', Buffer.from(page));
  files.set('admin/site.json', Buffer.from(facts));
  return files;
}

/** Made anew only when the generator or its assets have changed: bundling takes longer than a small edit. */
async function keptEditor(
  { root, bundle }: Project,
  memory: PackStore,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const folder = path.join(root, 'assets');
  const key = `editor ${digestOf([path.basename(bundle), contentsOf(folder)])}`;
  const known = memory.get(key);
  if (known !== undefined) {
    // What the store gives is what this version of the code has put in, or nothing.
    const kept: readonly (readonly [string, string])[] = JSON.parse(known.toString('utf8'));
    return new Map(kept.map(([name, text]) => [name, Buffer.from(text, 'base64')]));
  }
  const { bundlePublishedEditor } = await import('./assets/bundle-editor.ts');
  const made = await bundlePublishedEditor(folder);
  const texts = [...made].map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]);
  memory.put(key, Buffer.from(JSON.stringify(texts)));
  return made;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 10);
}

/** As `git hash-object` says it. */
function blobOf(file: string): string {
  const bytes = readFileSync(file);
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
