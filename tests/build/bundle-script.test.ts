/** What scripts for readers carry, and what they do not. */

import path from 'node:path';
import { expect, test } from 'vitest';
import { bundleScript } from '../../src/build/assets/bundle-script.ts';

const scripts = path.resolve(import.meta.dirname, '../../assets/scripts');

test.each([
  ['page.ts', 4],
  ['viewer.ts', 10],
  ['photo-filter.ts', 5],
  ['fetch-page.ts', 1],
])('%s has nothing of what the editor asks of Node, and stays below %i KB', async (name, limitKb) => {
  const script = Buffer.from(await bundleScript(path.join(scripts, name), 'esm'));
  expect(script.byteLength / 1024).toBeLessThan(limitKb);
  expect(script.includes('base64')).toBe(false);
});

test('what stands in every page is as short as its source', async () => {
  const script = Buffer.from(await bundleScript(path.join(scripts, 'inline', 'theme.ts'))).toString();
  expect(script.length).toBeLessThan(180);
  expect(script).toMatch(/^"use strict";\(\(\)=>\{try\{/u);
});
