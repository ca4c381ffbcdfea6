/** Articles under each other, newest first, as on pages of topics, people and months. */

import type { ArticleCard } from '../../src/site/site.ts';
import type { RenderContext } from '../page-template.ts';
import { Said } from './said.tsx';
import { StoryCard } from './story-card.tsx';

interface StoryListProps {
  readonly articles: readonly ArticleCard[];
  readonly context: RenderContext;
  readonly level?: 2 | 3;
  readonly showTopic?: boolean;
}

export function StoryList({ articles, context, level = 2, showTopic = true }: StoryListProps) {
  if (articles.length === 0)
    return (
      <p class="empty">
        <Said word="noArticles" edition={context.edition}>
          {context.edition.messages.noArticles}
        </Said>
      </p>
    );
  return (
    <ol class="story-list">
      {articles.map((article) => (
        <li key={article.id}>
          <StoryCard
            article={article}
            context={context}
            variant="row"
            level={level}
            showTopic={showTopic}
            showSummary
          />
        </li>
      ))}
    </ol>
  );
}
