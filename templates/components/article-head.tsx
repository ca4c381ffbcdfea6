/** Above the body: topic, headline, standfirst, and who, when, how often read. */

import type { Article } from '../../src/site/site.ts';
import { letterWidths } from '../../src/text/letter-widths.ts';
import type { RenderContext } from '../page-template.ts';
import { AiNote } from './ai-note.tsx';
import { Corrections } from './corrections.tsx';
import { CreditGroups } from './credit-groups.tsx';
import { DateLine } from './dates.tsx';
import { Headline } from './headline.tsx';
import { Said } from './said.tsx';

interface ArticleHeadProps {
  readonly story: Article;
  /** Whether its words stand on the photo that opens the story. */
  readonly isCover?: boolean;
  readonly context: RenderContext;
}

export function ArticleHead({ story, isCover = false, context }: ArticleHeadProps) {
  const { site } = context;
  const { messages } = context.edition;
  return (
    <header class="article-head">
      {story.status !== 'published' && (
        <p class="status-banner">
          <Said word="statuses" edition={context.edition}>
            {messages.statuses[story.status]}
          </Said>
        </p>
      )}
      {isCover ? (
        <div class="cover-words">
          <Words story={story} context={context} />
        </div>
      ) : (
        <Words story={story} context={context} />
      )}
      <Corrections
        corrections={story.corrections.filter(({ kind }) => kind === 'retraction')}
        id="retraction-title"
        context={context}
      />
      <div class="article-facts">
        <Facts story={story} context={context} />
      </div>
      <AiNote ai={story.ai} context={context} />
      <p class="article-extra">
        <span>
          <Said word="readingTime" edition={context.edition}>
            {messages.readingTime(story.readingMinutes)}
          </Said>
        </span>
        {story.pictures.length > 1 && (
          <span>
            <Said word="photoCount" edition={context.edition}>
              {messages.photoCount(story.pictures.length)}
            </Said>
          </span>
        )}
        {story.translations.map(({ lang, languageName, url }) => (
          <a key={lang} href={site.href(url)} hreflang={lang} rel="alternate">
            <Said word="readIn" edition={context.edition}>
              {messages.readIn(languageName)}
            </Said>
          </a>
        ))}
      </p>
    </header>
  );
}

/** In widths of Latin letters: what would fill four lines. */
const longTitle = 100;

function Words({ story, context: { site } }: Omit<ArticleHeadProps, 'isCover'>) {
  return (
    <>
      {story.topics.length > 0 && (
        <p class="article-topics">
          {story.topics.map((topic) => (
            <a key={topic.slug} href={site.href(topic.url)}>
              {topic.name}
            </a>
          ))}
        </p>
      )}
      <h1
        class={letterWidths(story.title) > longTitle ? 'article-title article-title-long' : 'article-title'}
      >
        <Headline text={story.title} lang={story.lang} />
      </h1>
      {story.hasOwnSummary && <p class="article-summary">{story.summary}</p>}
    </>
  );
}

function Facts({ story, context }: Omit<ArticleHeadProps, 'isCover'>) {
  const { messages, locale } = context.edition;
  return (
    <dl class="facts-line">
      <CreditGroups credits={story.credits} context={context} />
      <div>
        <dt>
          <Said word="date" edition={context.edition}>
            {messages.date}
          </Said>
        </dt>{' '}
        <dd>
          <DateLine date={story.date} locale={locale} />
        </dd>
      </div>
      {story.updated !== undefined && (
        <div>
          <dt>
            <Said word="updated" edition={context.edition}>
              {messages.updated}
            </Said>
          </dt>{' '}
          <dd>
            <DateLine date={story.updated} locale={locale} />
          </dd>
        </div>
      )}
      {story.views !== undefined && (
        <div>
          <dt>
            <Said word="views" edition={context.edition}>
              {messages.views}
            </Said>
          </dt>{' '}
          <dd>{story.views.total.toLocaleString(locale)}</dd>
        </div>
      )}
    </dl>
  );
}
