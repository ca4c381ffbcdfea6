/**
 * Every page, feed and search shard into the output: what lies there already stays, what an earlier build has rendered
 * comes from the cache, and only the rest is rendered.
 */

import path from 'node:path';
import { type Route, renderParts } from '../../templates/page-template.ts';
import { siteHeaders } from '../../templates/pages/crawler-files.ts';
import { pageKeys } from '../../templates/pages/page-keys.ts';
import { routesByUrl } from '../../templates/pages/site-routes.ts';
import type { PackStore } from '../cache/pack-store.ts';
import type { Content } from '../content/load-content.ts';
import { outputFileOf } from '../output/output-file.ts';
import type { OutputTree } from '../output/output-tree.ts';
import type { HeaderRule } from '../output/security-headers.ts';
import { playerPages } from '../site/players.ts';
import type { Site } from '../site/site.ts';
import { editorFiles } from './editor-files.ts';
import { keptAssets } from './kept-assets.ts';
import { PageStore } from './page-store.ts';
import type { Project } from './project.ts';

/**
 * Pages from which Eleventy's start, which takes half a second of processor, is a small part of a build: fewer are
 * rendered without it, to the same bytes. An archive of 1,000 stories has some 1,700 pages.
 */
export const worthStartingEleventy = 3000;

export interface WrittenPages {
  /** How many had to be rendered. */
  readonly pages: number;
  readonly headers: readonly HeaderRule[];
}

export interface PageTarget {
  /** Undefined where it could not be read, which no build goes on with. */
  readonly content: Content | undefined;
  readonly tree: OutputTree;
  readonly project: Project;
  readonly memory: PackStore;
  readonly signal: AbortSignal;
  /** Stands for components that the newsroom has replaced. */
  readonly ownCode?: string;
}

export async function writePages(
  site: Site,
  { content, tree, project, memory, signal, ownCode = '' }: PageTarget,
): Promise<WrittenPages> {
  const assets = await keptAssets(project, site.config, memory);
  // The page of all components is the preview's alone.
  for (const [file, bytes] of assets.files)
    if (`/${file}` !== assets.sheetUrls.components) tree.put(file, bytes);
  if (content !== undefined)
    for (const [file, bytes] of await editorFiles(project, { site, content, assets }, memory))
      tree.put(file, bytes);
  const pages = new PageStore(project.cache);
  const stale = new Map<string, { readonly route: Route; readonly key: string }>();
  const codeVersion = path.basename(project.bundle) + ownCode;
  const keyOf = pageKeys(site.frame, assets, codeVersion);
  const earlier = {
    memory: { codeVersion, store: memory },
    textOf: (key: string) => pages.get(key)?.value.toString('utf8'),
  };
  for (const [url, route] of routesByUrl(site, earlier)) {
    const key = keyOf(route);
    if (tree.keep(outputFileOf(url), key)) {
      pages.use(key);
      continue;
    }
    const rendered = pages.get(key);
    if (rendered === undefined) stale.set(url, { route, key });
    else tree.put(outputFileOf(url), rendered.value, { madeFrom: key, sha256: rendered.sha256 });
  }
  const renderUrl = (url: string): '' => {
    const page = stale.get(url);
    if (page === undefined) throw new Error(`No page was asked for at ${url}.`);
    const { value, sha256 } = pages.put(page.key, renderParts(page.route, site.frame, assets));
    tree.put(outputFileOf(url), value, { madeFrom: page.key, sha256 });
    return '';
  };
  if (stale.size < worthStartingEleventy) for (const url of stale.keys()) renderUrl(url);
  else {
    const { runEleventy } = await import('./eleventy-job.ts');
    await runEleventy({ urls: [...stale.keys()], renderUrl }, project.bundle);
  }
  pages.save();
  signal.throwIfAborted();
  return { pages: stale.size, headers: siteHeaders(site.frame, assets, playerPages(site)) };
}
