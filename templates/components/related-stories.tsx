/** Where to read on below an article. */

import type { ArticleCard } from '../../src/site/site.ts';
import type { RenderContext } from '../page-template.ts';
import { SectionTitle } from './section-title.tsx';
import { StoryCard } from './story-card.tsx';

interface RelatedStoriesProps {
  readonly articles: readonly ArticleCard[];
  readonly context: RenderContext;
}

export function RelatedStories({ articles, context }: RelatedStoriesProps) {
  if (articles.length === 0) return null;
  return (
    <section class="more-stories" aria-labelledby="related-title">
      <SectionTitle id="related-title" word="related" edition={context.edition}>
        {context.edition.messages.related}
      </SectionTitle>
      <div class="story-grid">
        {articles.map((article) => (
          <StoryCard key={article.id} article={article} context={context} variant="card" />
        ))}
      </div>
    </section>
  );
}
