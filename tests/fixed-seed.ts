/**
 * Tests that try random values try the same ones in every run, so that nobody's change fails by chance.
 * `NEWS_SEED=random` tries others; `NEWS_SEED=` with the number that a failure names tries those again.
 */

import fc from 'fast-check';
import { type Random, randomFrom } from './fuzz/mutate.ts';

const { NEWS_SEED: seed = '1' } = process.env;

if (seed !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) });

/** For tests that choose without fast-check. */
export const random: Random = seed === 'random' ? Math.random : randomFrom(Number(seed));
