/** Where to read on below an article. */

import type { ArticleCard } from '../../src/site/site.ts';
import type { RenderContext } from '../page-template.ts';
import { Said } from './said.tsx';
import { StoryCard } from './story-card.tsx';

interface RelatedStoriesProps {
  readonly articles: readonly ArticleCard[];
  readonly context: RenderContext;
}

export function RelatedStories({ articles, context }: RelatedStoriesProps) {
  if (articles.length === 0) return null;
  return (
    <section class="more-stories" aria-labelledby="related-title">
      <h2 class="section-title" id="related-title">
        <Said word="related" edition={context.edition}>
          {context.edition.messages.related}
        </Said>
      </h2>
      <div class="story-grid">
        {articles.map((article) => (
          <StoryCard key={article.id} article={article} context={context} variant="card" />
        ))}
      </div>
    </section>
  );
}
