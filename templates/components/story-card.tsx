/** One article in a list. The headline is the link; the photo repeats it for the mouse and says nothing itself. */

import type { ArticleCard } from '../../src/site/site.ts';
import type { RenderContext } from '../page-template.ts';
import { DateLine } from './dates.tsx';
import { Headline } from './headline.tsx';
import { Picture } from './picture.tsx';
import { PictureMark } from './picture-mark.tsx';
import { Said } from './said.tsx';

export interface StoryCardProps {
  readonly article: ArticleCard;
  readonly context: RenderContext;
  /** `lead` opens the home page; `wide`, `row` and `brief` have their photo beside the text; `plain` has none. */
  readonly variant: 'lead' | 'card' | 'wide' | 'row' | 'brief' | 'plain';
  /** Level of the headline in its page. */
  readonly level?: 2 | 3;
  readonly showTopic?: boolean;
  readonly showSummary?: boolean;
  readonly priority?: boolean;
}

const sizes = {
  lead: '(min-width: 62rem) 62vw, 100vw',
  card: '(min-width: 62rem) 30vw, (min-width: 36rem) 46vw, 100vw',
  wide: '(min-width: 62rem) 46vw, (min-width: 36rem) 46vw, 100vw',
  row: '(min-width: 60rem) 12rem, 30vw',
  brief: '9rem',
  plain: '1px',
} as const;

export function StoryCard(props: StoryCardProps) {
  const {
    article,
    context,
    variant,
    level = 3,
    showTopic = true,
    showSummary = false,
    priority = false,
  } = props;
  const { site, edition } = context;
  const Heading = level === 2 ? 'h2' : 'h3';
  const [topic] = article.topics;
  const image = variant === 'plain' ? undefined : article.image;
  // Where a photo would be, the summary fills its place.
  const hasSummary = showSummary || variant === 'wide' || (variant === 'card' && image === undefined);
  return (
    <article class={`story story-${variant}`}>
      {image !== undefined && (
        <div class="story-photo">
          <Picture
            picture={image}
            sizes={sizes[variant]}
            priority={priority}
            isDecoration
            context={context}
          />
          <PictureMark picture={image} context={context} />
          {article.photoCount > 4 && (
            <span class="story-count">
              <Said word="photoCount" edition={edition}>
                {edition.messages.photoCount(article.photoCount)}
              </Said>
            </span>
          )}
        </div>
      )}
      <div class="story-text">
        {showTopic && topic !== undefined && (
          <p class="story-topic">
            <a href={site.href(topic.url)}>{topic.name}</a>
          </p>
        )}
        <Heading class="story-title">
          <a href={site.href(article.url)}>
            <Headline text={article.title} lang={article.lang} />
          </a>
        </Heading>
        {hasSummary && <p class="story-summary">{article.summary}</p>}
        <p class="story-meta">
          {article.status !== 'published' && (
            <strong class="story-status">
              <Said word="statuses" edition={edition}>
                {edition.messages.statuses[article.status]}
              </Said>
            </strong>
          )}
          <DateLine date={article.date} locale={edition.locale} />
        </p>
      </div>
    </article>
  );
}
