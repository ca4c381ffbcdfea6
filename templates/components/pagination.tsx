/** Steps through the pages of a long list. */

import type { RenderContext } from '../page-kind.ts';

interface PaginationProps {
  /** Urls of all pages of the list, first page first. */
  readonly urls: readonly string[];
  /** From 0. */
  readonly current: number;
  readonly context: RenderContext;
}

export function Pagination({ urls, current, context }: PaginationProps) {
  if (urls.length < 2) return null;
  const { messages } = context.edition;
  const { href } = context.site;
  const newer = urls[current - 1];
  const older = urls[current + 1];
  return (
    <nav class="pagination" aria-label={messages.pagination}>
      {newer !== undefined && (
        <a rel="prev" href={href(newer)}>
          {messages.newer}
        </a>
      )}
      <span>{messages.pageOf(current + 1, urls.length)}</span>
      {older !== undefined && (
        <a rel="next" href={href(older)}>
          {messages.older}
        </a>
      )}
    </nav>
  );
}
