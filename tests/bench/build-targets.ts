/** What a build may cost, as shares of another builder's cost in the same round, and whether it stays within. */

import { type Cost, median } from './measured-process.ts';

interface Target {
  readonly situation: string;
  readonly stories: number;
  /** The builder that it is held against: Hugo doing equal work, or an earlier version of this generator. */
  readonly against: 'equal work' | 'before';
  readonly measure: keyof Cost;
  readonly atMost: number;
}

const targets: readonly Target[] = [
  {
    situation: 'CI: clone, cache, one edit',
    stories: 10_000,
    against: 'before',
    measure: 'cpuSeconds',
    atMost: 0.25,
  },
  {
    situation: 'CI: clone, cache, one edit',
    stories: 10_000,
    against: 'equal work',
    measure: 'cpuSeconds',
    atMost: 0.2,
  },
  {
    situation: 'CI: clone, cache, one edit',
    stories: 1000,
    against: 'equal work',
    measure: 'cpuSeconds',
    atMost: 0.6,
  },
  { situation: 'cold', stories: 10_000, against: 'equal work', measure: 'wallSeconds', atMost: 0.65 },
  { situation: 'cold', stories: 10_000, against: 'equal work', measure: 'cpuSeconds', atMost: 0.65 },
  { situation: 'cold', stories: 10_000, against: 'equal work', measure: 'peakMb', atMost: 0.35 },
  { situation: 'cold', stories: 1000, against: 'equal work', measure: 'wallSeconds', atMost: 1.2 },
  { situation: 'one text edited', stories: 10_000, against: 'before', measure: 'cpuSeconds', atMost: 0.5 },
  { situation: 'very first build', stories: 1000, against: 'before', measure: 'cpuSeconds', atMost: 0.35 },
  { situation: 'very first build', stories: 10_000, against: 'before', measure: 'cpuSeconds', atMost: 0.35 },
];

const measures: Readonly<Record<keyof Cost, string>> = {
  wallSeconds: 'time',
  cpuSeconds: 'processor',
  peakMb: 'memory',
};

/** A target and what was measured: a share, or an amount with its unit. */
export interface Verdict {
  readonly what: string;
  readonly measured: number;
  readonly atMost: number;
  readonly unit?: string;
}

/** Of the targets that this size and situation have, where both builders took part. */
export function verdictsOn(
  situation: string,
  stories: number,
  costs: ReadonlyMap<string, readonly Cost[]>,
): readonly Verdict[] {
  return targets
    .filter((target) => target.situation === situation && target.stories === stories)
    .flatMap(({ against, measure, atMost }) => {
      const own = costs.get('newsroom') ?? [];
      const other = [...costs].find(([name]) => name.endsWith(against))?.[1] ?? [];
      const ratios = own.flatMap((cost, round) => {
        const compared = other[round];
        return compared === undefined ? [] : [cost[measure] / compared[measure]];
      });
      if (ratios.length === 0) return [];
      const what = `${situation}, ${stories} stories: ${measures[measure]} of ${against}`;
      return [{ what, measured: median(ratios), atMost }];
    });
}

export function printVerdict({ what, measured, atMost, unit = '' }: Verdict): string {
  const verdict = measured <= atMost ? 'met' : 'MISSED';
  return `${what.padEnd(72)} ${measured.toFixed(2)}${unit}, at most ${atMost}${unit}: ${verdict}`;
}
