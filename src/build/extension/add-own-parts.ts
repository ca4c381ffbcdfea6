/** The assembled site with what a web team has added; where there is nothing of the kind, nothing of it is loaded. */

import type { Sources } from '../../content/document-reader.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Site } from '../../site/site.ts';
import type { Project } from '../project.ts';
import { findExtension } from './find-extension.ts';
import type { OwnComponents } from './own-components.ts';

export interface OwnParts {
  readonly components: OwnComponents;
  /** Absolute paths by path in the output. */
  readonly files: ReadonlyMap<string, string>;
}

export interface SiteWithOwnParts {
  readonly site: Site;
  readonly own: OwnParts;
  readonly diagnostics: readonly Diagnostic[];
  /** Those of the content with the team's own files among them. */
  readonly sourcesWith: (sources: Sources) => Sources;
}

/** In this process, which builds more than once where it is a preview. */
let hasReplacedComponents = false;

async function putBackComponents(project: Project): Promise<void> {
  const { loadOwnComponents } = await import('./own-components.ts');
  await loadOwnComponents(project, { components: [] });
  hasReplacedComponents = false;
}

/** @returns undefined where the newsroom has no code of its own */
export async function addOwnParts(project: Project, site: Site): Promise<SiteWithOwnParts | undefined> {
  const extension = findExtension(project);
  if (extension === undefined) {
    if (hasReplacedComponents) await putBackComponents(project);
    return undefined;
  }
  hasReplacedComponents ||= extension.components.length > 0;
  const { extendSite, withOwnSources } = await import('./extend-site.ts');
  const { loadOwnComponents } = await import('./own-components.ts');
  const components = await loadOwnComponents(project, extension);
  const extended = await extendSite(project, extension, site);
  return {
    site: extended.site,
    own: { components, files: extended.ownFiles },
    diagnostics: [...components.diagnostics, ...extended.diagnostics],
    sourcesWith: withOwnSources,
  };
}
