/** Where to read on below an article: the newest others of its first topic. */

import type { ArticleCard } from '../../src/site/site.ts';
import type { RenderContext } from '../page-kind.ts';
import { StoryCard } from './story-card.tsx';

export interface MoreInTopic {
  readonly name: string;
  readonly url: string;
  readonly articles: readonly ArticleCard[];
}

interface MoreStoriesProps {
  readonly more: MoreInTopic;
  readonly context: RenderContext;
}

export function MoreStories({ more: { name, url, articles }, context }: MoreStoriesProps) {
  const { edition, site } = context;
  return (
    <section class="more-stories" aria-labelledby="more-stories-title">
      <h2 class="section-title" id="more-stories-title">
        <a href={site.href(url)}>{edition.messages.moreIn(name)}</a>
      </h2>
      <div class="story-grid">
        {articles.map((article) => (
          <StoryCard key={article.id} article={article} context={context} variant="card" showTopic={false} />
        ))}
      </div>
    </section>
  );
}
