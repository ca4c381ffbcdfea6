/** The level of every kind of diagnostic: what its rule says, unless the newsroom has set another one. Pure. */

import type { Content } from '../content/load-content.ts';
import { type DiagnosticCode, readingCodes } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean, meantWords } from '../diagnostics/did-you-mean.ts';
import { type Level, type Levels, readingLevels } from '../diagnostics/levels.ts';
import { allRules } from './all-rules.ts';

/** By code: the level of what a newsroom may decide for itself, until it does. */
const defaultLevels: ReadonlyMap<string, Level> = new Map<string, Level>([
  ...Object.entries(readingLevels),
  ...allRules
    .filter(({ code }) => !Object.hasOwn(readingCodes, code))
    .map(({ code, level }) => [code, level] as const),
]);

/** The codes whose level can be set. */
export const adjustableCodes: readonly string[] = [...defaultLevels.keys()];

export function isAdjustable(code: string): boolean {
  return defaultLevels.has(code);
}

export function levelOf(code: DiagnosticCode, set: Levels): Level {
  const level = defaultLevels.get(code);
  return level === undefined ? 'error' : (set[code] ?? level);
}

/** Gives each diagnostic the severity that the newsroom chose, and leaves out what it does not want to know. */
export function applyLevels(diagnostics: readonly Diagnostic[], set: Levels): Diagnostic[] {
  return diagnostics.flatMap((diagnostic): Diagnostic[] => {
    if (!isAdjustable(diagnostic.code)) return [diagnostic];
    const level = levelOf(diagnostic.code, set);
    return level === 'off' ? [] : [{ ...diagnostic, severity: level }];
  });
}

/** Codes under `checks:` in site.yaml that no rule has. */
export function unknownLevels({
  config,
  placeOfSetting,
}: Pick<Content, 'config' | 'placeOfSetting'>): Diagnostic[] {
  return Object.keys(config.checks)
    .filter((code) => !isAdjustable(code))
    .map((code): Diagnostic => {
      const guess = didYouMean(code, adjustableCodes);
      return {
        code: 'unknown-key',
        severity: 'error',
        ...placeOfSetting(['checks', code]),
        message: `"${code}" is not a key of checks.${meantWords(guess)}`,
        hint: guess === undefined ? `Known here: ${adjustableCodes.join(', ')}.` : `Write ${guess}: instead.`,
      };
    });
}
