/** What was read most, in the last week and ever: numbered, without photos. */

import type { ArticleLink, MostRead as MostReadLists } from '../../src/site/site.ts';
import type { RenderContext } from '../page-template.ts';

interface MostReadProps {
  readonly lists: MostReadLists;
  readonly context: RenderContext;
}

export function MostRead({ lists: { week, ever }, context }: MostReadProps) {
  const { messages } = context.edition;
  if (week.length + ever.length === 0) return null;
  return (
    <div class="most-read">
      <RankedList title={messages.mostReadThisWeek} id="read-this-week" articles={week} context={context} />
      <RankedList title={messages.mostReadEver} id="read-ever" articles={ever} context={context} />
    </div>
  );
}

interface RankedListProps {
  readonly title: string;
  readonly id: string;
  readonly articles: readonly ArticleLink[];
  readonly context: RenderContext;
}

function RankedList({ title, id, articles, context }: RankedListProps) {
  if (articles.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 class="section-title" id={id}>
        {title}
      </h2>
      <ol class="most-read-list">
        {articles.map((article, index) => (
          <li key={article.url} {...ownFigures(index + 1, context.edition.locale)}>
            <a href={context.site.href(article.url)}>{article.title}</a>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The style sheet counts in the figures of Europe. */
function ownFigures(rank: number, locale: string): { readonly 'data-rank'?: string } {
  const figures = rank.toLocaleString(locale);
  return figures === String(rank) ? {} : { 'data-rank': figures };
}
