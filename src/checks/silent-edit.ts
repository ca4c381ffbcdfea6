/**
 * Finds published stories that were changed without saying so: headline, day, quotations and captions. Readers who have
 * cited or translated them must be able to see that they changed.
 */

import type { ArticleFile } from '../content/article.ts';
import { captionsOf, quotesOf, recordStory, type StoryRecord } from '../content/story-record.ts';
import { listSome } from '../text/list-some.ts';
import type { CheckContext, DocumentRule, Finding } from './rule.ts';

declare module '../diagnostics/codes.ts' {
  interface RuleCodes {
    readonly 'silent-edit': true;
  }
}

export const silentEdit: DocumentRule = {
  code: 'silent-edit',
  level: 'warning',
  explanation: 'A published story was changed, and does not tell its readers.',
  check: ({ article, displayPath }, context) => {
    const before = article && context.ledger.stories.get(article.file);
    if (article === undefined || article.isPartial === true || before === undefined) return [];
    const now = recordStory(article);
    // The story tells of its last change itself.
    if (now.updated !== before.updated || now.corrections !== before.corrections) return [];
    return changesOf(article, before, now, displayPath).map((finding) => ({
      ...finding,
      hint: `If readers should know, add  updated: ${today(context)}  or  corrections: [{date: ${today(context)}, text: What was wrong and what is right.}]`,
    }));
  },
};

function changesOf(article: ArticleFile, before: StoryRecord, now: StoryRecord, file: string): Finding[] {
  const { placeOf, body } = article;
  const findings: Finding[] = [];
  if (now.title !== before.title) {
    findings.push({ ...placeOf(['title']), message: 'The headline is not the one that was published.' });
  }
  if (now.date !== before.date) {
    findings.push({ ...placeOf(['date']), message: `The story was published as of ${before.date}.` });
  }
  const quotes = quotesOf(article);
  const lost = before.quotes.filter((quote) => !quotes.has(quote));
  if (lost.length > 0) {
    const many = lost.length === 1 ? 'A quote that was' : `${lost.length} quotes that were`;
    findings.push({
      ...placeOf(['title']),
      message: `${many} published cannot be found in the story any more.`,
    });
  }
  // A photo that was taken away takes its caption with it.
  const changed = [...captionsOf(article).keys()].filter((photo) => {
    const published = before.captions[photo];
    return published !== undefined && published !== now.captions[photo];
  });
  const [first] = changed;
  if (first !== undefined) {
    const place = body.figures.find((figure) => figure.file === `${article.folder}/${first}`)?.place;
    findings.push({
      ...(place === undefined ? placeOf(['photos', first]) : { file, ...place }),
      message: `What was published as the caption of ${listSome(changed)} is another one now.`,
    });
  }
  return findings;
}

function today({ site }: CheckContext): string {
  return new Date(site.nowMs).toISOString().slice(0, 10);
}
