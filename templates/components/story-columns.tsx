/** Stories in equal columns. One alone has its photo beside its text, so that it fills the line too. */

import type { ArticleCard } from '../../src/site/site.ts';
import type { RenderContext } from '../page-template.ts';
import { StoryCard } from './story-card.tsx';

interface StoryColumnsProps {
  readonly cards: readonly ArticleCard[];
  readonly context: RenderContext;
  /** `brief` is a headline with a small photo. */
  readonly variant?: 'card' | 'brief';
  readonly showTopic?: boolean;
}

export function StoryColumns({ cards, context, variant = 'card', showTopic = true }: StoryColumnsProps) {
  const isAlone = cards.length === 1 && variant === 'card';
  return (
    <div class={`columns columns-${cards.length} columns-of-${variant}`}>
      {cards.map((article) => (
        <StoryCard
          key={article.id}
          article={article}
          context={context}
          variant={isAlone ? 'wide' : variant}
          showTopic={showTopic}
        />
      ))}
    </div>
  );
}
