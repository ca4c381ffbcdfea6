/** Levels of diagnostics that a newsroom may set under `checks:` in site.yaml. */

import type { DiagnosticCode } from './codes.ts';

export const levels = ['off', 'warning', 'error'] as const;

export type Level = (typeof levels)[number];

/** Levels by code, as far as a newsroom has set them. */
export type Levels = Readonly<Record<string, Level>>;

/** What reading and assembling find and could publish all the same. All other kinds that are no rule's are errors. */
export const readingLevels = {
  'misplaced-file': 'warning',
  'html-comment': 'warning',
  'hidden-text': 'warning',
  'invisible-character': 'warning',
  'text-direction': 'error',
  'uneven-times': 'warning',
  'low-contrast': 'error',
  'missing-name': 'warning',
  'moved-site': 'warning',
} as const satisfies Partial<Record<DiagnosticCode, Level>>;
