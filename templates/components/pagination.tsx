/** Steps through the pages of a long list. */

import type { RenderContext } from '../page-template.ts';
import type { ListSteps } from '../pages/list-pages.ts';
import { Said } from './said.tsx';

interface PaginationProps {
  readonly steps: ListSteps;
  readonly context: RenderContext;
}

export function Pagination({ steps: { page, pages, newer, older }, context }: PaginationProps) {
  if (pages < 2) return null;
  const { messages } = context.edition;
  const { href } = context.site;
  return (
    <nav class="pagination" aria-label={messages.pagination}>
      {newer !== undefined && (
        <a rel="prev" href={href(newer)}>
          <Said word="newer" edition={context.edition}>
            {messages.newer}
          </Said>
        </a>
      )}
      <span>
        <Said word="pageOf" edition={context.edition}>
          {messages.pageOf(page, pages)}
        </Said>
      </span>
      {older !== undefined && (
        <a rel="next" href={href(older)}>
          <Said word="older" edition={context.edition}>
            {messages.older}
          </Said>
        </a>
      )}
    </nav>
  );
}
