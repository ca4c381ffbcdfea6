/** Leads to the Atom feed of what a page lists. */

import type { RenderContext } from '../page-template.ts';
import { Said } from './said.tsx';

interface FeedLinkProps {
  readonly url: string;
  readonly context: RenderContext;
}

export function FeedLink({ url, context: { edition, site } }: FeedLinkProps) {
  return (
    <a href={site.href(url)} type="application/atom+xml">
      <Said word="feed" edition={edition}>
        {edition.messages.feed}
      </Said>
    </a>
  );
}
