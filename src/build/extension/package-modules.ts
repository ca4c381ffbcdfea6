/** Which module of the running generator a web team's import of `newsroom` means. */

import path from 'node:path';
import { pathToFileURL } from 'node:url';

const runtime = 'templates/extension-runtime.js';

const modules: ReadonlyMap<string, string> = new Map([
  ['newsroom', 'src/build/library.js'],
  ['newsroom/jsx-runtime', runtime],
  ['preact/jsx-runtime', runtime],
  ['preact', runtime],
]);

export function runtimeUrl(bundle: string): string {
  return pathToFileURL(path.join(bundle, runtime)).href;
}

/** @returns undefined for what is no module of the generator */
export function moduleUrl(bundle: string, specifier: string): string | undefined {
  const file = modules.get(specifier);
  return file && pathToFileURL(path.join(bundle, file)).href;
}

/** The name of a component of the generator: `footer` of `newsroom/components/footer`. */
export function componentOf(specifier: string): string | undefined {
  return /^newsroom\/components\/([a-z-]+)$/u.exec(specifier)?.[1];
}

/** A module that exports what the generator's own component does: its functions are not replaced by others. */
export function componentSource(bundle: string, component: string, names: readonly string[]): string {
  const lines = names.map(
    (name) => `export const ${name} = originalOf(${JSON.stringify(component)}, ${JSON.stringify(name)});`,
  );
  return [`import { originalOf } from ${JSON.stringify(runtimeUrl(bundle))};`, ...lines, ''].join('\n');
}
