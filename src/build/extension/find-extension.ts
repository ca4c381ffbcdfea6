/**
 * Finds what a web team has added to its newsroom for Eleventy: an `.eleventy.ts`, pages of its own under `templates/`, and
 * components that replace those of the same name. Never in `content/`: nothing that an editor commits is code.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Project } from '../project.ts';

export interface Extension {
  /** Absolute; undefined where there is none, or one that configures nothing. */
  readonly config?: string;
  /** The folder of its pages, absolute; need not exist. */
  readonly templates: string;
  readonly hasPages: boolean;
  /** Absolute paths of what stands in `templates/components`, sorted. */
  readonly components: readonly string[];
}

export const configNames: readonly string[] = [
  '.eleventy.ts',
  '.eleventy.mjs',
  '.eleventy.js',
  'eleventy.config.ts',
  'eleventy.config.mjs',
];
/** In the generator's repository, where `templates/` holds its own pages too. */
const generatorPage = 'pages/all-pages.11ty.ts';

/** Whether a build has to ask Eleventy for more than the generator's own pages. */
export function hasExtension(project: Project): boolean {
  return findExtension(project) !== undefined;
}

/** @returns undefined where there is none: builds, checks and previews do nothing more then */
export function findExtension({ home, root }: Project): Extension | undefined {
  const config = configNames
    .map((name) => path.join(home, name))
    .find((file) => existsSync(file) && takesConfig(readFileSync(file, 'utf8')));
  const templates = path.join(home, 'templates');
  const files = existsSync(templates) ? readdirSync(templates, { recursive: true, encoding: 'utf8' }) : [];
  const names = files.map((file) => file.replaceAll('\\', '/')).sort();
  const hasPages = names.some((name) => isPage(name) && (home !== root || name !== generatorPage));
  // In the repository a component is edited where it stands.
  const components =
    home === root
      ? []
      : names
          .filter((name) => /^components\/[^/]+\.tsx$/u.test(name))
          .map((name) => path.join(templates, name));
  if (config === undefined && !hasPages && components.length === 0) return undefined;
  return { ...(config === undefined ? {} : { config }), templates, hasPages, components };
}

/** A function without a parameter, as the repository has it, cannot configure anything. */
function takesConfig(text: string): boolean {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, '');
  return !/export\s+default\s+(?:async\s+)?function\s*\w*\s*\(\s*\)/u.test(code);
}

function isPage(name: string): boolean {
  return (
    /\.(?:njk|liquid|md|html|11ty\.(?:tsx?|jsx|m?js))$/u.test(name) &&
    !/^(?:components|_includes|_data)\//u.test(name) &&
    !/(?:^|\/)README\.md$/u.test(name)
  );
}
