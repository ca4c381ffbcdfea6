/** The stemmers that pages of the search load: files of their package, which are small modules already. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { stemmerNames } from '../../content/stemmers.ts';
import { packageFolder } from '../theme/installed-package.ts';

const packageJson = z.object({ exports: z.record(z.string(), z.object({ import: z.string() })) });

/** @param root the generator's own folder */
export async function stemmerScripts(
  root: string,
  langs: readonly string[],
): Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]> {
  const names = stemmerNames(langs);
  if (names.length === 0) return [];
  const folder = packageFolder(root, '@orama/stemmers');
  const { exports } = packageJson.parse(
    JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')),
  );
  return await Promise.all(
    names.map(async (name) => {
      const file = exports[`./${name}`]?.import;
      if (file === undefined) throw new Error(`@orama/stemmers has no ${name}.`);
      return { name: `stemmer-${name}`, bytes: await readFile(path.join(folder, file)) };
    }),
  );
}
