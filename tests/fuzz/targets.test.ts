/** A short run of each target of the fuzzer, without its guidance: `npm run fuzz TARGET` goes on for as long as it is let. */

import fc from 'fast-check';
import { test } from 'vitest';
import type { FuzzTarget } from './fuzz-target.ts';
import { mutate, randomFrom, swell } from './mutate.ts';
import { target as frontMatter } from './targets/front-matter.ts';
import { target as imports } from './targets/import.ts';
import { target as log } from './targets/log.ts';
import { target as manifest } from './targets/manifest.ts';
import { target as markdown } from './targets/markdown.ts';
import { target as moments } from './targets/moments.ts';

const targets: readonly (readonly [string, FuzzTarget, number])[] = [
  ['front matter', frontMatter, 120],
  ['a body', markdown, 120],
  ['an old page', imports, 60],
  ['an access log', log, 300],
  ['a manifest', manifest, 300],
  ['a story with times', moments, 12],
];

test.each(targets)('%s that somebody has meddled with does no harm', async (_name, target, numRuns) => {
  const { seeds, pieces, run } = target;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...seeds), fc.nat(), async (seed, number) => {
      const text = mutate(seed, { random: randomFrom(number), pieces, others: seeds });
      await run(text.replace(/\r\n?/gu, '\n'));
    }),
    { numRuns },
  );
});

test.each(targets)('%s of a million characters does no harm', async (_name, { seeds, pieces, run }) => {
  for (const number of [1, 2]) await run(swell(seeds[0] ?? '', randomFrom(number), pieces));
});
