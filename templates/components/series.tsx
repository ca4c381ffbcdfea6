/** All parts of the series that an article belongs to, first part first. */

import type { Article } from '../../src/site/site.ts';
import type { RenderContext } from '../page-kind.ts';

interface SeriesProps {
  readonly story: Article;
  readonly context: RenderContext;
}

export function Series({ story, context }: SeriesProps) {
  const { edition, site } = context;
  if (story.series === undefined) return null;
  const parts = edition.articles.filter(({ series }) => series === story.series).toReversed();
  if (parts.length < 2) return null;
  return (
    <nav class="series" aria-labelledby="series-title">
      <h2 class="series-title" id="series-title">
        <span class="series-label">{edition.messages.series}</span> {story.series}
      </h2>
      <ol class="series-parts">
        {parts.map((part) => (
          <li key={part.id}>
            {part === story ? (
              <span aria-current="true">{part.title}</span>
            ) : (
              <a href={site.href(part.url)}>{part.title}</a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
