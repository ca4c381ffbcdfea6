/**
 * What a newsroom may decide for itself: codes whose level `checks:` in site.yaml sets, with the level that each has
 * until then. Codes that are not here are errors, because the site could not be built with them.
 */

import type { DiagnosticCode } from './codes.ts';
import type { Diagnostic } from './diagnostic.ts';

export const levels = ['off', 'warning', 'error'] as const;

export type Level = (typeof levels)[number];

export const defaultLevels = {
  'missing-alt': 'warning',
  'missing-caption': 'warning',
  'missing-credit': 'warning',
  'alt-is-caption': 'warning',
  'small-photo': 'warning',
  'photo-damaged': 'warning',
  'photo-frames': 'warning',
  'camera-name': 'warning',
  'unused-photo': 'warning',
  'name-variant': 'warning',
  'person-title': 'warning',
  'date-contradiction': 'warning',
  'date-style': 'warning',
  'double-space': 'warning',
  'straight-quotes': 'warning',
  'punctuation-style': 'warning',
  'heading-level': 'warning',
  'wall-of-text': 'warning',
  'raw-html': 'warning',
  'invisible-character': 'warning',
  'text-direction': 'error',
  'unread-markup': 'warning',
  'pasted-address': 'warning',
  'several-names': 'warning',
  'empty-story': 'error',
  'html-comment': 'warning',
  'own-address': 'warning',
  'misplaced-file': 'warning',
  'silent-edit': 'warning',
  'low-contrast': 'error',
  'missing-name': 'warning',
} as const satisfies Partial<Record<DiagnosticCode, Level>>;

export type AdjustableCode = keyof typeof defaultLevels;

/** Levels by code, as far as a newsroom has set them. */
export type Levels = Readonly<Partial<Record<AdjustableCode, Level | undefined>>>;

export function isAdjustable(code: string): code is AdjustableCode {
  return Object.hasOwn(defaultLevels, code);
}

export function levelOf(code: DiagnosticCode, set: Levels): Level {
  return isAdjustable(code) ? (set[code] ?? defaultLevels[code]) : 'error';
}

/** Gives each diagnostic the severity that the newsroom chose, and leaves out what it does not want to know. */
export function applyLevels(diagnostics: readonly Diagnostic[], set: Levels): Diagnostic[] {
  return diagnostics.flatMap((diagnostic): Diagnostic[] => {
    if (!isAdjustable(diagnostic.code)) return [diagnostic];
    const level = levelOf(diagnostic.code, set);
    return level === 'off' ? [] : [{ ...diagnostic, severity: level }];
  });
}
