/** Above the body: topic, headline, standfirst, and who, when, how often read. */

import type { Article } from '../../src/site/site.ts';
import type { RenderContext } from '../page-template.ts';
import { Corrections } from './corrections.tsx';
import { CreditGroups } from './credit-groups.tsx';
import { DateLine } from './dates.tsx';
import { Headline } from './headline.tsx';

interface ArticleHeadProps {
  readonly story: Article;
  readonly context: RenderContext;
}

export function ArticleHead({ story, context }: ArticleHeadProps) {
  const { edition, site } = context;
  const { messages } = edition;
  return (
    <header class="article-head">
      {story.status !== 'published' && <p class="status-banner">{messages.statuses[story.status]}</p>}
      {story.topics.length > 0 && (
        <p class="article-topics">
          {story.topics.map((topic) => (
            <a key={topic.slug} href={site.href(topic.url)}>
              {topic.name}
            </a>
          ))}
        </p>
      )}
      <h1 class="article-title">
        <Headline text={story.title} lang={story.lang} />
      </h1>
      {story.hasOwnSummary && <p class="article-summary">{story.summary}</p>}
      <Corrections
        corrections={story.corrections.filter(({ kind }) => kind === 'retraction')}
        id="retraction-title"
        context={context}
      />
      <div class="article-facts">
        <Facts story={story} context={context} />
      </div>
      <p class="article-extra">
        <span>{messages.readingTime(story.readingMinutes)}</span>
        {story.pictures.length > 1 && <span>{messages.photoCount(story.pictures.length)}</span>}
        {story.translations.map(({ lang, languageName, url }) => (
          <a key={lang} href={site.href(url)} hreflang={lang} rel="alternate">
            {messages.readIn(languageName)}
          </a>
        ))}
      </p>
    </header>
  );
}

function Facts({ story, context }: ArticleHeadProps) {
  const { messages, locale } = context.edition;
  return (
    <dl class="facts-line">
      <CreditGroups credits={story.credits} context={context} />
      <div>
        <dt>{messages.date}</dt>{' '}
        <dd>
          <DateLine date={story.date} locale={locale} />
        </dd>
      </div>
      {story.updated !== undefined && (
        <div>
          <dt>{messages.updated}</dt>{' '}
          <dd>
            <DateLine date={story.updated} locale={locale} />
          </dd>
        </div>
      )}
      {story.views !== undefined && (
        <div>
          <dt>{messages.views}</dt> <dd>{story.views.total.toLocaleString(locale)}</dd>
        </div>
      )}
    </dl>
  );
}
