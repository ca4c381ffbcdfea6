/** The articles that appeared before and after this one. */

import type { ArticleNeighbours } from '../../src/site/neighbours.ts';
import type { RenderContext } from '../page-template.ts';
import { Said } from './said.tsx';

interface NeighboursProps extends ArticleNeighbours {
  readonly context: RenderContext;
}

export function Neighbours({ newer, older, context }: NeighboursProps) {
  const { edition, site } = context;
  const { messages } = edition;
  if (newer === undefined && older === undefined) return null;
  return (
    <nav class="neighbours" aria-label={`${messages.olderArticle}, ${messages.newerArticle}`}>
      {older !== undefined && (
        <a class="neighbour neighbour-older" rel="prev" href={site.href(older.url)}>
          <span class="neighbour-label">
            <Said word="olderArticle" edition={edition}>
              {messages.olderArticle}
            </Said>
          </span>{' '}
          {older.title}
        </a>
      )}
      {newer !== undefined && (
        <a class="neighbour neighbour-newer" rel="next" href={site.href(newer.url)}>
          <span class="neighbour-label">
            <Said word="newerArticle" edition={edition}>
              {messages.newerArticle}
            </Said>
          </span>{' '}
          {newer.title}
        </a>
      )}
    </nav>
  );
}
