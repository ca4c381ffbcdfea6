/** The series that an article belongs to: where the reader is in it, and the parts before and after. */

import type { ArticleLink } from '../../src/site/site.ts';
import type { RenderContext } from '../page-template.ts';
import { Said } from './said.tsx';

export interface SeriesPlace {
  readonly name: string;
  readonly url: string;
  /** From 1. */
  readonly part: number;
  readonly parts: number;
  readonly previous?: ArticleLink;
  readonly next?: ArticleLink;
}

interface SeriesProps {
  readonly place: SeriesPlace;
  readonly context: RenderContext;
}

export function Series({ place: { name, url, part, parts, previous, next }, context }: SeriesProps) {
  const { edition, site } = context;
  const { messages } = edition;
  return (
    <nav class="series" aria-labelledby="series-title">
      <h2 class="series-title" id="series-title">
        <span class="series-label">
          <Said word="series" edition={edition}>
            {messages.series}
          </Said>{' '}
          ·{' '}
          <Said word="partOf" edition={edition}>
            {messages.partOf(part, parts)}
          </Said>
        </span>{' '}
        <a href={site.href(url)}>{name}</a>
      </h2>
      <ul class="series-steps">
        {previous !== undefined && (
          <li>
            <a href={site.href(previous.url)} rel="prev">
              <span class="neighbour-label">
                <Said word="previousPart" edition={edition}>
                  {messages.previousPart}
                </Said>
              </span>{' '}
              {previous.title}
            </a>
          </li>
        )}
        {next !== undefined && (
          <li>
            <a href={site.href(next.url)} rel="next">
              <span class="neighbour-label">
                <Said word="nextPart" edition={edition}>
                  {messages.nextPart}
                </Said>
              </span>{' '}
              {next.title}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
