/**
 * The one gate of publication: only what passes here is on pages, in feeds, sitemaps, the search and lists. Drafts, embargoed,
 * scheduled and expired articles, and those that could be read in part, pass in the preview alone. Pure.
 */

import type { ArticleFile } from '../content/article.ts';
import type { Content } from '../content/load-content.ts';
import type { AssembleOptions } from './assemble-options.ts';
import type { ArticleStatus } from './site.ts';
import { visibilityOf } from './status.ts';

export interface VisibleArticle {
  readonly file: ArticleFile;
  readonly status: ArticleStatus;
}

export function visibleArticles({ articles }: Content, options: AssembleOptions): VisibleArticle[] {
  return articles
    .map((file) => ({ file, status: visibilityOf(file.timing, options.nowMs).status }))
    .filter(
      ({ file, status }) => (status === 'published' && file.isPartial !== true) || options.includeHidden,
    );
}
