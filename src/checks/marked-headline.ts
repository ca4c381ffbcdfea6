/** Finds markup in headlines and summaries, which are plain text: readers would see the marks. Part of unread-markup. */

import { placeIn } from './prose-finding.ts';
import type { CheckedText, Finding } from './rule.ts';

const marks: readonly { readonly pattern: RegExp; readonly plain: (match: RegExpExecArray) => string }[] = [
  { pattern: /\[([^[\]]+)\]\([^()\s]+\)/u, plain: ([, words = '']) => words },
  {
    pattern: /(?<![\p{L}\p{N}*\\])(\*{1,3})(?=[^\s*])([^*]*[^\s*])\1(?![\p{L}\p{N}*])/u,
    plain: ([, , words = '']) => words,
  },
  {
    pattern: /(?<![\p{L}\p{N}_\\])(_{1,3})(?=[^\s_])([^_]*[^\s_])\1(?![\p{L}\p{N}_])/u,
    plain: ([, , words = '']) => words,
  },
  {
    pattern: /<(b|i|em|strong|u|s|sup|sub|span|font|mark|a)(?:\s[^<>]*)?>([^<>]*)<\/\1>/iu,
    plain: ([, , words = '']) => words,
  },
  { pattern: /<br\s*\/?>/iu, plain: () => 'a space' },
  {
    pattern: /&(?:amp|nbsp|quot|lt|gt|[lr][sd]quo|[nm]dash|hellip|#\d{2,5}|#x[\da-f]{2,5});/iu,
    plain: () => 'the character itself',
  },
];

export function markedHeadlines(text: CheckedText): Finding[] {
  return text.prose.flatMap((line): Finding[] => {
    if (line.kind !== 'headline' && line.kind !== 'summary') return [];
    return marks.flatMap(({ pattern, plain }): Finding[] => {
      const match = pattern.exec(line.text);
      if (match === null) return [];
      return [
        {
          ...placeIn(text, line, match.index, match.index + match[0].length),
          message: `Readers would see ${match[0]} as it is typed: ${line.kind === 'headline' ? 'a headline' : 'this'} is plain text.`,
          hint: `Write ${plain(match)}`,
        },
      ];
    });
  });
}
