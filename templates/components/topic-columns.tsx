/** The newest of some topics beside each other: of each a story with its photo, and headlines below it. */

import type { HomeRow, TopicColumn } from '../../src/site/site.ts';
import type { RenderContext } from '../page-template.ts';
import { StoryCard } from './story-card.tsx';
import { StoryColumns } from './story-columns.tsx';

type Lines = Extract<HomeRow, { readonly kind: 'topics' }>['lines'];

interface TopicColumnsProps {
  readonly lines: Lines;
  readonly context: RenderContext;
}

export function TopicColumns({ lines, context }: TopicColumnsProps) {
  return lines.map((columns) => (
    <div key={columns[0]?.topic.slug} class={`columns columns-${columns.length}`}>
      {columns.map((column) => (
        <section key={column.topic.slug} class="topic-column" aria-labelledby={`topic-${column.topic.slug}`}>
          <h2 class="section-title" id={`topic-${column.topic.slug}`}>
            <a href={context.site.href(column.topic.url)}>{column.topic.name}</a>
          </h2>
          {columns.length === 1 ? (
            <StoryColumns cards={column.articles} context={context} showTopic={false} />
          ) : (
            <Stories column={column} context={context} />
          )}
        </section>
      ))}
    </div>
  ));
}

function Stories({ column, context }: { readonly column: TopicColumn; readonly context: RenderContext }) {
  return column.articles.map((article, index) => (
    <StoryCard
      key={article.id}
      article={article}
      context={context}
      variant={index === 0 ? 'card' : 'plain'}
      showTopic={false}
    />
  ));
}
