/** Finds the folder of an installed package, wherever npm has put it: beside this one, or further up. */

import { existsSync } from 'node:fs';
import path from 'node:path';

/** @param root the generator's own folder. Throws when the package is not installed. */
export function packageFolder(root: string, name: string): string {
  for (let folder = root; ; folder = path.dirname(folder)) {
    const found = path.join(folder, 'node_modules', name);
    if (existsSync(path.join(found, 'package.json'))) return found;
    if (folder === path.dirname(folder)) throw new Error(`The package ${name} is not installed. Run: npm ci`);
  }
}
