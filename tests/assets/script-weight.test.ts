/** What every page loads stays small: nothing that other scripts need is in it. */

import path from 'node:path';
import { expect, test } from 'vitest';
import { bundleScript } from '../../src/build/assets/bundle-script.ts';

const scripts = path.resolve(import.meta.dirname, '../../assets/scripts');

test.each([
  ['page.ts', 5_000],
  ['viewer.ts', 12_000],
  ['search.ts', 30_000],
])('%s has less than %i bytes before it is compressed', async (name, most) => {
  expect((await bundleScript(path.join(scripts, name), 'esm')).byteLength).toBeLessThan(most);
});
