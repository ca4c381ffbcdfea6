/** Where to read on below an article: the newest others of its first topic. */

import type { Article } from '../../src/site/site.ts';
import type { RenderContext } from '../page-kind.ts';
import { StoryCard } from './story-card.tsx';

interface MoreStoriesProps {
  readonly story: Article;
  readonly context: RenderContext;
}

/** One row on a wide screen. */
const offered = 4;

export function MoreStories({ story, context }: MoreStoriesProps) {
  const { edition, site } = context;
  const topic = edition.topics.find(({ slug }) => slug === story.topics[0]?.slug);
  const others = topic?.articles.slice(0, offered + 1).filter((article) => article !== story) ?? [];
  if (topic === undefined || others.length === 0) return null;
  return (
    <section class="more-stories" aria-labelledby="more-stories-title">
      <h2 class="section-title" id="more-stories-title">
        <a href={site.href(topic.url)}>{edition.messages.moreIn(topic.name)}</a>
      </h2>
      <div class="story-grid">
        {others.slice(0, offered).map((article) => (
          <StoryCard key={article.id} article={article} context={context} variant="card" showTopic={false} />
        ))}
      </div>
    </section>
  );
}
