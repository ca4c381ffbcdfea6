/** The stemmers of the search as pages load them: the module that the index was made with. */

import path from 'node:path';
import { expect, test } from 'vitest';
import { stemmerScripts } from '../../src/build/assets/stemmer-scripts.ts';
import { stemmerNames } from '../../src/content/stemmers.ts';

const root = path.resolve(import.meta.dirname, '../..');
const every = [
  'ar',
  'da',
  'de',
  'el',
  'es',
  'fi',
  'fr',
  'hi',
  'hu',
  'id',
  'it',
  'nb',
  'nl',
  'pt',
  'ro',
  'ru',
  'sv',
  'tr',
  'uk',
];

test('each language has a small module that stands alone', async () => {
  const scripts = await stemmerScripts(root, every);
  expect(scripts.map(({ name }) => name)).toEqual(stemmerNames(every).map((name) => `stemmer-${name}`));
  for (const { name, bytes } of scripts) {
    const source = Buffer.from(bytes).toString();
    expect({ name, imports: /\bimport\b/u.test(source), isSmall: bytes.length < 40_000 }).toEqual({
      name,
      imports: false,
      isSmall: true,
    });
    const module: unknown = await import(
      `data:text/javascript;base64,${Buffer.from(bytes).toString('base64')}`
    );
    expect(module).toHaveProperty('stemmer');
  }
});

test('an English site brings none', async () => {
  expect(await stemmerScripts(root, ['en-GB', 'zh'])).toEqual([]);
});
