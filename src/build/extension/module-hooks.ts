/**
 * Hooks of Node's module loader for the process in which a web team's code runs: TypeScript and TSX are compiled as they
 * are loaded, `newsroom` and the JSX runtime are those of the running generator, and so is Eleventy where the team has
 * none of its own.
 */

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { componentOf, componentSource, moduleUrl, runtimeUrl } from './package-modules.ts';

interface Resolved {
  readonly url: string;
  readonly format?: string;
  readonly shortCircuit?: boolean;
}
interface Loaded extends Omit<Resolved, 'url'> {
  readonly source?: string | ArrayBuffer | Uint8Array;
}
type Next<Result, Context> = (name: string, context: Context) => Promise<Result>;
interface ResolveContext {
  readonly parentURL?: string;
}
interface LoadContext {
  readonly format?: string;
}

interface Runtime {
  readonly exportsOf: (component: string) => readonly string[] | undefined;
}

let bundle = '';

export function initialize(data: { readonly bundle: string }): void {
  bundle = data.bundle;
}

export async function resolve(
  specifier: string,
  context: ResolveContext,
  next: Next<Resolved, ResolveContext>,
): Promise<Resolved> {
  const own = moduleUrl(bundle, specifier);
  if (own !== undefined) return { url: own, shortCircuit: true };
  if (componentOf(specifier) !== undefined) return { url: `newsroom:${specifier}`, shortCircuit: true };
  try {
    return await next(specifier, context);
  } catch (error) {
    // As a package that newsroom depends on; a strict package manager does not show it to the newsroom itself.
    if (!/^@11ty\/eleventy(?:$|\/)/u.test(specifier)) throw error;
    return await next(specifier, { ...context, parentURL: import.meta.url });
  }
}

export async function load(
  url: string,
  context: LoadContext,
  next: Next<Loaded, LoadContext>,
): Promise<Loaded> {
  const { pathname, protocol } = new URL(url);
  const component = protocol === 'newsroom:' ? componentOf(pathname) : undefined;
  if (component !== undefined) {
    const { exportsOf }: Runtime = await import(runtimeUrl(bundle));
    const source = componentSource(bundle, component, exportsOf(component) ?? []);
    return { format: 'module', source, shortCircuit: true };
  }
  const isOwn = protocol === 'file:' && !pathname.includes('/node_modules/');
  if (!isOwn || !/\.(?:[jt]sx?|mts)$/u.test(pathname)) return await next(url, context);
  const source = await readFile(fileURLToPath(url.replace(/[?#].*$/u, '')), 'utf8');
  // CommonJS stays what it is.
  if (pathname.endsWith('.js') && !/^\s*(?:import|export)\b/mu.test(source)) return await next(url, context);
  const { code } = await transform(source, {
    loader: /\.tsx$/u.test(pathname) ? 'tsx' : pathname.endsWith('.jsx') ? 'jsx' : 'ts',
    format: 'esm',
    target: 'node20.9',
    sourcemap: 'inline',
    sourcesContent: false,
    sourcefile: fileURLToPath(url.replace(/[?#].*$/u, '')),
    jsx: 'automatic',
    jsxImportSource: 'newsroom',
    logLevel: 'silent',
  });
  return { format: 'module', source: code, shortCircuit: true };
}
