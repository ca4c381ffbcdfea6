/**
 * What the package offers to programs: `import { buildSite, checkSite, loadContent } from 'newsroom'`. Each takes the
 * newsroom's folder, collects what is wrong instead of throwing it, and throws for failures of the machine alone.
 */

import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Content } from '../content/load-content.ts';
import { loadContent as load } from '../content/load-content.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import { buildSite as build } from './build-site.ts';
import { readClock } from './clock.ts';
import { prepareSite } from './prepare-site.ts';
import { noProgress } from './progress.ts';
import { openProject, type Project } from './project.ts';

export type { ComponentProps } from 'preact';
export type { EleventyConfig } from './extension/eleventy-config.ts';
export type { PageData, SiteInfo, Story } from './extension/site-data.ts';
export type { Content, Diagnostic };

export interface LibraryOptions {
  /** The newsroom's folder, which holds `content/`; the current folder when it is not given. */
  readonly folder?: string;
  /** Where the site goes: `_site` in the folder when it is not given. */
  readonly output?: string;
  /** The moment that the site is built for, in milliseconds since 1970; now when it is not given. */
  readonly nowMs?: number;
  /** Stops the work; the site is as it was before. */
  readonly signal?: AbortSignal;
}

export interface LibraryBuild {
  /** Whether the site was built; otherwise the old one is untouched and the diagnostics say why. */
  readonly isBuilt: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly output: string;
  readonly articles: number;
  readonly photos: number;
}

/** Checks the content and builds the whole site, all of it or nothing. */
export async function buildSite(options: LibraryOptions = {}): Promise<LibraryBuild> {
  const project = projectOf(options);
  const { diagnostics, built } = await build(project, {
    nowMs: options.nowMs ?? readClock(),
    progress: noProgress,
    signal: options.signal ?? new AbortController().signal,
  });
  return {
    isBuilt: built !== undefined,
    diagnostics,
    output: project.output,
    articles: built?.articles ?? 0,
    photos: built?.photos ?? 0,
  };
}

export interface LibraryCheck {
  /** Whether the site could be built. */
  readonly isGood: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds everything that is wrong with the content, warnings too, without building. */
export async function checkSite(options: LibraryOptions = {}): Promise<LibraryCheck> {
  const { diagnostics } = await prepareSite(projectOf(options), {
    nowMs: options.nowMs ?? readClock(),
    includeHidden: true,
    progress: noProgress,
    checks: 'warning',
  });
  return { isGood: !hasErrors(diagnostics), diagnostics };
}

export interface LibraryContent {
  /** Undefined when site.yaml cannot be used. */
  readonly content: Content | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads stories, people, pages and settings as typed values. */
export async function loadContent(options: LibraryOptions = {}): Promise<LibraryContent> {
  const { content: contentFolder, displayContent: displayFolder } = projectOf(options);
  const { content, diagnostics } = await load({ contentFolder, displayFolder });
  return { content, diagnostics };
}

function projectOf({ folder = process.cwd(), output }: LibraryOptions): Project {
  const home = path.resolve(folder);
  // The bundle is `dist/bundle/NAME`; this file lies at or below it.
  const root = packageRoot(path.dirname(fileURLToPath(import.meta.url)));
  const [name = ''] = readdirSync(path.join(root, 'bundle'));
  return openProject(
    { root, home, bundle: path.join(root, 'bundle', name) },
    { content: path.join(home, 'content'), output: path.resolve(home, output ?? '_site') },
  );
}

/** The folder `dist` above a file of the bundle. */
function packageRoot(file: string): string {
  for (let folder = file; folder !== path.dirname(folder); folder = path.dirname(folder))
    if (path.basename(path.dirname(folder)) === 'bundle') return path.dirname(path.dirname(folder));
  throw new Error('The library runs from an installed package alone; in the repository, call the commands.');
}
