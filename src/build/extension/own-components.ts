/**
 * Components of a newsroom that take the place of the generator's: compiled by esbuild into one module, loaded into this
 * process, and called wherever the component of that name would be.
 */

import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BuildFailure, Plugin } from 'esbuild';
import type { Replacement } from '../../../templates/extension-runtime.ts';
import { digestOf } from '../../cache/digest.ts';
import { type Diagnostic, startOf } from '../../diagnostics/diagnostic.ts';
import { writeWhole } from '../../disk/write-whole.ts';
import type { Project } from '../project.ts';
import { displayPath } from './extension-fault.ts';
import type { Extension } from './find-extension.ts';
import { componentOf, componentSource, moduleUrl } from './package-modules.ts';

export interface OwnComponents {
  /** Stands for their code and for that of what they import. */
  readonly digest: string;
  readonly diagnostics: readonly Diagnostic[];
}

interface Runtime {
  readonly exportsOf: (component: string) => readonly string[] | undefined;
  readonly nearComponent: (name: string) => string | undefined;
  readonly replaceComponents: (replacements: readonly Replacement[]) => void;
}

/** Replaces those that the newsroom has, and puts back all others. */
export async function loadOwnComponents(
  project: Project,
  { components }: Pick<Extension, 'components'>,
): Promise<OwnComponents> {
  const runtime: Runtime = await import('../../../templates/extension-runtime.ts');
  runtime.replaceComponents([]);
  const known = components.filter((file) => runtime.exportsOf(nameOf(file)) !== undefined);
  const mistyped = components.flatMap((file) => mistake(file, runtime));
  if (known.length === 0) return { digest: '', diagnostics: mistyped };
  const compiled = await compile(project, known, runtime);
  if ('diagnostics' in compiled) return { digest: '', diagnostics: [...mistyped, ...compiled.diagnostics] };
  const digest = digestOf([placeless(compiled.code, project), lockOf(project)]);
  const file = path.join(
    project.cache,
    'extension',
    'components',
    `${digest.replaceAll(/[^\w-]/gu, '_')}.mjs`,
  );
  mkdirSync(path.dirname(file), { recursive: true });
  if (!existsSync(file)) await writeWhole(file, compiled.code, { isReplaceable: true });
  process.setSourceMapsEnabled(true);
  const loaded: Readonly<Record<string, Readonly<Record<string, unknown>>>> = await import(
    pathToFileURL(file).href
  );
  const replacements: Replacement[] = [];
  const diagnostics = [...mistyped];
  for (const [index, component] of known.entries()) {
    const names = runtime.exportsOf(nameOf(component)) ?? [];
    const own = loaded[`c${index}`] ?? {};
    const replaced = names.flatMap((name) => {
      const replacement = own[name];
      return isComponent(replacement) ? [{ component: nameOf(component), name, replacement }] : [];
    });
    if (replaced.length === 0)
      diagnostics.push({
        ...unknown(component),
        message: `${path.basename(component)} exports none of what the generator's own does.`,
        hint: `Export one of: ${names.join(', ')}.`,
      });
    replacements.push(...replaced);
  }
  runtime.replaceComponents(replacements);
  return { digest, diagnostics };
}

/** The code without what only says where it was compiled: the digest is the same on every machine. */
function placeless(code: string, { bundle, home }: Project): string {
  return code
    .replace(/^\/\/# sourceMappingURL=.*$/gmu, '')
    .replaceAll(pathToFileURL(bundle).href, 'generator:')
    .replaceAll(/file:\/\/[^"'\n]*\/node_modules\//gu, 'package:')
    .replaceAll(pathToFileURL(home).href, 'newsroom:');
}

function isComponent(value: unknown): value is Replacement['replacement'] {
  return typeof value === 'function';
}

function nameOf(file: string): string {
  return path.basename(file, '.tsx');
}

function unknown(file: string): Omit<Diagnostic, 'message'> {
  return { code: 'unknown-component', severity: 'error', ...startOf(displayPath(file)) };
}

/** A file of another name is a part of the team's own pages, unless it looks like a name that the generator has. */
function mistake(file: string, { exportsOf, nearComponent }: Runtime): readonly Diagnostic[] {
  const near = exportsOf(nameOf(file)) === undefined ? nearComponent(nameOf(file)) : undefined;
  if (near === undefined) return [];
  return [
    {
      ...unknown(file),
      message: `The generator has no component ${path.basename(file)}.`,
      hint: `Did you mean ${near}.tsx? A part of your own pages: put it into another folder.`,
    },
  ];
}

async function compile(
  project: Project,
  files: readonly string[],
  runtime: Runtime,
): Promise<{ readonly code: string } | { readonly diagnostics: readonly Diagnostic[] }> {
  const { build } = await import('esbuild');
  const entry = files.map((file, index) => `export * as c${index} from ${JSON.stringify(file)};`).join('\n');
  try {
    const { outputFiles } = await build({
      stdin: { contents: entry, resolveDir: project.home, sourcefile: 'own-components.ts', loader: 'ts' },
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'node',
      target: 'node20.9',
      outdir: path.join(project.cache, 'extension', 'components'),
      jsx: 'automatic',
      jsxImportSource: 'newsroom',
      tsconfigRaw: {},
      sourcemap: 'inline',
      sourcesContent: false,
      legalComments: 'none',
      // Comments would name the folder that it was compiled in.
      minifyWhitespace: true,
      logLevel: 'silent',
      plugins: [generatorModules(project.bundle, runtime)],
    });
    return { code: outputFiles[0]?.text ?? '' };
  } catch (error) {
    if (!isBuildFailure(error)) throw error;
    return {
      diagnostics: error.errors.map(({ text, location }) => {
        const place =
          location === null
            ? startOf('templates/components')
            : {
                file: displayPath(path.resolve(location.file)),
                line: location.line,
                column: location.column + 1,
                endColumn: location.column + 1 + Math.max(location.length, 1),
              };
        return { code: 'extension-failed', severity: 'error', ...place, message: `${text}.` };
      }),
    };
  }
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}

/** What they import of the generator is that of this process; other packages stay where npm has put them. */
function generatorModules(bundle: string, { exportsOf }: Runtime): Plugin {
  return {
    name: 'newsroom',
    setup(build) {
      build.onResolve({ filter: /^(?:newsroom|preact)(?:\/|$)/ }, ({ path: specifier }) => {
        const url = moduleUrl(bundle, specifier);
        if (url !== undefined) return { path: url, external: true };
        return componentOf(specifier) === undefined ? undefined : { path: specifier, namespace: 'newsroom' };
      });
      build.onResolve({ filter: /^file:/ }, ({ path: url }) => ({ path: url, external: true }));
      build.onResolve({ filter: /^[^./]/ }, async ({ path: specifier, pluginData, ...rest }) => {
        if (pluginData === 'resolved' || /^node:|^[A-Za-z]:[\\/]/u.test(specifier)) return undefined;
        const { resolveDir, importer, kind } = rest;
        const found = await build.resolve(specifier, { resolveDir, importer, kind, pluginData: 'resolved' });
        if (found.errors.length > 0) return { errors: found.errors };
        return {
          path: found.path.startsWith('/') ? pathToFileURL(found.path).href : found.path,
          external: true,
        };
      });
      build.onLoad({ filter: /.*/, namespace: 'newsroom' }, ({ path: specifier }) => {
        const component = componentOf(specifier) ?? '';
        return { contents: componentSource(bundle, component, exportsOf(component) ?? []), loader: 'js' };
      });
    },
  };
}

function lockOf({ home }: Project): string {
  const file = path.join(home, 'package-lock.json');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
