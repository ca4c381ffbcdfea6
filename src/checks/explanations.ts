/** One sentence about every kind of diagnostic: what the handbook and reports for programs open with. */

import { readingCodes, teamCodes } from '../diagnostics/codes.ts';
import { allRules } from './all-rules.ts';

export const explanations: ReadonlyMap<string, string> = new Map<string, string>([
  ...Object.entries(readingCodes),
  ...Object.entries(teamCodes),
  ...allRules.map(({ code, explanation }) => [code, explanation] as const),
]);
