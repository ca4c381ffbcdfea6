/** Finds headings out of order: the page's title is the first level, and below it no level may be left out. */

import type { DocumentRule, Finding } from './rule.ts';

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'heading-level': true;
  }
}

export const headingLevel: DocumentRule = {
  code: 'heading-level',
  level: 'warning',
  explanation: 'A heading is out of order.',
  check: ({ body, displayPath }) => {
    let above = 1;
    return body.headings.flatMap(({ level, text, place }): Finding[] => {
      const allowed = above + 1;
      above = Math.max(2, level);
      const finding = (message: string, hint: string) => [{ file: displayPath, ...place, message, hint }];
      if (level === 1) {
        return finding(
          'A heading with one # is the headline, which the story has already.',
          `Write two: ## ${text}`,
        );
      }
      if (level <= allowed) return [];
      return finding(
        'This heading is two levels or more below the one above it.',
        `Write ${'#'.repeat(allowed)} ${text}`,
      );
    });
  },
};
