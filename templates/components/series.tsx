/** All parts of the series that an article belongs to, first part first. */

import type { ArticleLink } from '../../src/site/site.ts';
import type { RenderContext } from '../page-kind.ts';

export interface SeriesParts {
  readonly name: string;
  readonly parts: readonly ArticleLink[];
}

interface SeriesProps {
  readonly series: SeriesParts;
  /** The url of the part that the reader is on. */
  readonly current: string;
  readonly context: RenderContext;
}

export function Series({ series: { name, parts }, current, context }: SeriesProps) {
  const { edition, site } = context;
  return (
    <nav class="series" aria-labelledby="series-title">
      <h2 class="series-title" id="series-title">
        <span class="series-label">{edition.messages.series}</span> {name}
      </h2>
      <ol class="series-parts">
        {parts.map((part) => (
          <li key={part.url}>
            {part.url === current ? (
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
