/** What is wrong with a published site at a moment, told from its manifest: stories that are late, or seen too long. Pure. */

import type { ArticleFile } from '../content/article.ts';
import type { SiteConfig } from '../content/site-config.ts';
import { outputFileOf } from '../output/output-file.ts';
import { defined } from '../text/defined.ts';
import { urlOfArticle } from './permalinks.ts';
import { appearanceOf, visibilityOf } from './status.ts';

export interface LateStory {
  /** `missing`: it should be there. `exposed`: it may not be seen yet. `outlived`: its time is over. */
  readonly kind: 'missing' | 'exposed' | 'outlived';
  readonly file: string;
  readonly title: string;
  readonly url: string;
  /** When that should have changed, or will; undefined for drafts. */
  readonly moment?: string;
}

export interface LiveSite {
  /** Paths of the files that the published site has. */
  readonly files: { has(file: string): boolean };
  readonly nowMs: number;
  /** How long after its moment a change may take to be published. */
  readonly graceMs: number;
}

export function findLateStories(
  articles: readonly ArticleFile[],
  config: SiteConfig,
  { files, nowMs, graceMs }: LiveSite,
): LateStory[] {
  return articles.flatMap((article): LateStory[] => {
    const { file, frontMatter, timing } = article;
    const url = urlOfArticle(article, config);
    const isThere = files.has(outputFileOf(url));
    const found = (kind: LateStory['kind'], moment: string | undefined): LateStory[] => [
      { kind, file, title: frontMatter.title, url, ...defined({ moment }) },
    ];
    const { status, until } = visibilityOf(timing, nowMs);
    const isOverdue = (ms: number | undefined) => ms !== undefined && ms <= nowMs - graceMs;
    switch (status) {
      case 'published': {
        const appears = appearanceOf(timing);
        return !isThere && isOverdue(appears?.timeMs) ? found('missing', appears?.iso) : [];
      }
      case 'expired': {
        const { expiresAt } = timing;
        return isThere && isOverdue(expiresAt?.timeMs) ? found('outlived', expiresAt?.iso) : [];
      }
      default:
        return isThere ? found('exposed', until) : [];
    }
  });
}
