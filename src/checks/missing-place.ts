/** Finds events to come of which readers cannot tell where they are. */

import { endOfDay } from '../content/local-time.ts';
import type { DocumentRule } from './rule.ts';

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'missing-place': true;
  }
}

export const missingPlace: DocumentRule = {
  code: 'missing-place',
  level: 'warning',
  readsFrontMatter: true,
  explanation: 'An event says neither where it is nor where one registers.',
  check: ({ article, displayPath }, { site, content }) => {
    const event = article?.frontMatter.event;
    if (article === undefined || event === undefined) return [];
    if (event.place !== undefined || event.register !== undefined) return [];
    const endMs = endOfDay((event.to ?? event.from).day, content.config.timeZone);
    if (endMs < site.nowMs) return [];
    return [
      {
        ...article.placeOf(['event']),
        file: displayPath,
        message: 'Readers are not told where the event is.',
        hint: 'Add a line below event:, for example:   place: Lecture Hall 3',
      },
    ];
  },
};
