/** Finds stories without a word: a headline that leads to nothing. A draft may be begun so. */

import { splitFrontMatter } from '../content/front-matter.ts';
import { withoutComments } from '../text/comments.ts';
import { isVisible } from '../text/hidden-characters.ts';
import type { DocumentRule } from './rule.ts';

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'empty-story': true;
  }
}

export const emptyStory: DocumentRule = {
  code: 'empty-story',
  level: 'error',
  explanation: 'A story has a headline and no text.',
  check: (document) => {
    const { article, body, figures, displayPath } = document;
    if (article === undefined || article.frontMatter.draft) return [];
    // Nearly every story has words in its excerpt, which is at hand: the body would have to be read from the cache.
    const hasWords =
      isVisible(article.excerpt.opening) ||
      figures.some(({ captionText, file }) => {
        const details = article.frontMatter.photos[file.slice(file.lastIndexOf('/') + 1)];
        return isVisible(captionText ?? details?.caption ?? '');
      }) ||
      isVisible(body.text);
    // What stands there and is not read has a finding of its own.
    if (hasWords || isVisible(withoutComments(bodyOf(document.text)))) return [];
    return [
      {
        ...article.placeOf(['title']),
        file: displayPath,
        message: 'This story has no text.',
        hint: 'Write it below the second line of ---, or add a line  draft: true  until it is written.',
      },
    ];
  },
};

function bodyOf(text: string): string {
  const split = splitFrontMatter(text, '');
  return split.ok ? split.file.body : '';
}
