/** Characters that turn the direction of text around: with them a headline can read otherwise than it is typed. */

import type { CheckedDocument, Finding, TextRule } from './rule.ts';

const turning = /[\u202a-\u202e\u2066-\u2069]/u;
/** As front matter may also write them: "\u202e". */
const escaped = /\\u(?:202[a-e]|206[6-9])/iu;

export const textDirection: TextRule = {
  code: 'text-direction',
  canSkip: ({ title, article, body, figures }: CheckedDocument) =>
    ![
      title,
      article?.frontMatter.summary ?? '',
      body.text,
      ...body.headings.map((heading) => heading.text),
      ...figures.map(({ alt, captionText }) => alt + (captionText ?? '')),
      ...Object.values(article?.frontMatter.photos ?? {}).map(({ caption, alt }) => `${caption}${alt}`),
      ...Object.values(article?.frontMatter.credits ?? {}).flat(),
    ].some((text) => turning.test(text)),
  check: ({ text, shownFile }) => {
    if (!turning.test(text) && !escaped.test(text)) return [];
    let isFrontMatter = false;
    return text.split('\n').flatMap((line, index): Finding[] => {
      if (/^---[ \t]*$/u.test(line)) isFrontMatter = index === 0;
      const match = turning.exec(line) ?? (isFrontMatter ? escaped.exec(line) : null);
      if (match === null) return [];
      return [
        {
          file: shownFile,
          line: index + 1,
          column: match.index + 1,
          endColumn: match.index + match[0].length + 1,
          message:
            'A hidden character turns the direction of this line around: readers would see other words than yours.',
          hint: 'Delete the line and type it anew instead of pasting it.',
        },
      ];
    });
  },
};
