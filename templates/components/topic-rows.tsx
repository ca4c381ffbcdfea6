/** The newest of each topic. Topics with few stories stand in pairs, so that no row is mostly empty. */

import type { Home } from '../../src/site/site.ts';
import type { RenderContext } from '../page-template.ts';
import { StoryCard } from './story-card.tsx';

type Row = Home['topicRows'][number];

interface PlacedRow extends Row {
  readonly width: 'full' | 'half';
}

/** From so many stories on a topic fills a row alone. */
const fullRowStories = 3;

/** Keeps the order but for topics with few stories, each of which waits for the next of its kind. */
function placeRows(rows: readonly Row[]): readonly PlacedRow[] {
  const placed: PlacedRow[] = [];
  let waiting: Row | undefined;
  for (const row of rows) {
    if (row.articles.length >= fullRowStories) {
      placed.push({ ...row, width: 'full' });
    } else if (waiting === undefined) {
      waiting = row;
    } else {
      placed.push({ ...waiting, width: 'half' }, { ...row, width: 'half' });
      waiting = undefined;
    }
  }
  if (waiting !== undefined) placed.push({ ...waiting, width: 'full' });
  return placed;
}

/** Where there are fewer stories than columns, the first ones take two. */
function isWide(index: number, count: number, width: PlacedRow['width']): boolean {
  return count === 1 || (count === 2 && width === 'full') || (count === 3 && index === 0);
}

interface TopicRowsProps {
  readonly rows: readonly Row[];
  readonly context: RenderContext;
}

export function TopicRows({ rows, context }: TopicRowsProps) {
  if (rows.length === 0) return null;
  return (
    <div class="topic-rows">
      {placeRows(rows).map(({ topic, articles, width }) => (
        <section
          class={`topic-row topic-row-${width}`}
          key={topic.slug}
          aria-labelledby={`topic-${topic.slug}`}
        >
          <h2 class="section-title" id={`topic-${topic.slug}`}>
            <a href={context.site.href(topic.url)}>{topic.name}</a>
          </h2>
          <div class="story-grid">
            {articles.map((article, index) => (
              <StoryCard
                key={article.id}
                article={article}
                context={context}
                variant={isWide(index, articles.length, width) ? 'wide' : 'card'}
                showTopic={false}
              />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
