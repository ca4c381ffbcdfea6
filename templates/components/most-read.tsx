/** What was read most: numbered, without photos. */

import type { ArticleLink } from '../../src/site/site.ts';
import type { RenderContext } from '../page-kind.ts';

interface MostReadProps {
  readonly articles: readonly ArticleLink[];
  readonly context: RenderContext;
}

export function MostRead({ articles, context }: MostReadProps) {
  if (articles.length === 0) return null;
  const { edition, site } = context;
  return (
    <section class="most-read" aria-labelledby="most-read-title">
      <h2 class="section-title" id="most-read-title">
        {edition.messages.mostRead}
      </h2>
      <ol class="most-read-list">
        {articles.map((article) => (
          <li key={article.url}>
            <a href={site.href(article.url)}>{article.title}</a>
          </li>
        ))}
      </ol>
    </section>
  );
}
