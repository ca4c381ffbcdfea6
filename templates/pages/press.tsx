/** For journalists: whom to ask about what, the latest releases, photos to print, and on which terms. */

import type { ComponentChildren } from 'preact';
import { pressUrl } from '../../src/site/permalinks.ts';
import type {
  ArticleCard,
  Edition,
  ExpertSubject,
  PressKitLink,
  Site,
  Translation,
} from '../../src/site/site.ts';
import { defined } from '../../src/text/defined.ts';
import { DateLine } from '../components/dates.tsx';
import { ExpertEntry, PhoneLink } from '../components/expert-entry.tsx';
import { PressKitFile } from '../components/press-kit.tsx';
import { SectionTitle } from '../components/section-title.tsx';
import { StoryList } from '../components/story-list.tsx';
import { SectionPage } from '../layout/section-page.tsx';
import { type PageTemplate, type RenderContext, route } from '../page-template.ts';
import { translationsOf } from './translations.ts';

/** The newest ones; those of older stories lie below the stories. */
const maximumKits = 12;

export const press: PageTemplate = {
  name: 'press',
  routes: (site) =>
    site.config.press === undefined
      ? []
      : site.editions.map((edition) => {
          const translations = translationsOf(site, edition, (other) => pressUrl(other.url));
          return route(
            pressUrl(edition.url),
            edition,
            { ...pressContent(site, edition), translations },
            PressPage,
          );
        }),
};

interface PressContent {
  readonly subjects: readonly ExpertSubject[];
  readonly releases: readonly ArticleCard[];
  readonly kits: readonly { readonly article: ArticleCard; readonly kit: PressKitLink }[];
  readonly phone?: string;
  /** On which photos may be printed. */
  readonly terms?: string;
}

function pressContent({ config }: Site, { lang, articles, experts }: Edition): PressContent {
  const { topics, releases = 0, phone } = config.press ?? {};
  const isRelease = (card: ArticleCard) =>
    topics === undefined || card.topics.some(({ slug }) => topics.includes(slug));
  const { enabled, terms } = config.pressKit;
  const cards = articles.map(({ card }) => card);
  const ofTopics = cards.filter(isRelease);
  return {
    subjects: experts,
    // A language may have stories of other topics alone: they are its news then.
    releases: (ofTopics.length > 0 ? ofTopics : cards).slice(0, releases),
    kits: articles
      .flatMap(({ card, pressKit }) => (pressKit === undefined ? [] : [{ article: card, kit: pressKit }]))
      .slice(0, maximumKits),
    ...defined({ phone, terms: enabled ? (terms[lang] ?? terms[config.defaultLanguage]) : undefined }),
  };
}

interface PressPageProps extends PressContent {
  readonly translations: readonly Translation[];
  readonly context: RenderContext;
}

function PressPage({ subjects, releases, kits, phone, terms, translations, context }: PressPageProps) {
  const { edition, site } = context;
  const { messages } = edition;
  return (
    <SectionPage
      word="press"
      url={pressUrl(edition.url)}
      summary={messages.pressText}
      translations={translations}
      parts={['press']}
      ways={
        <p class="press-contact">
          {site.email !== undefined && <a href={`mailto:${site.email}`}>{site.email}</a>}
          {phone !== undefined && <PhoneLink phone={phone} />}
        </p>
      }
      context={context}
    >
      {subjects.length > 0 && (
        <PressPart id="press-experts-title" word="experts" context={context}>
          <div class="press-subjects">
            {subjects.map(({ subject, experts }) => (
              <section key={subject} class="press-subject">
                <h3 class="press-subject-name">{subject}</h3>
                <ul>
                  {experts.map((expert) => (
                    <ExpertEntry key={expert.slug} expert={expert} context={context} />
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </PressPart>
      )}
      <PressPart id="press-releases-title" word="latestReleases" context={context}>
        <StoryList articles={releases} level={3} context={context} />
      </PressPart>
      {kits.length > 0 && (
        <PressPart id="press-kits-title" word="pressKits" context={context}>
          <ul class="press-kits">
            {kits.map(({ article, kit }) => (
              <li key={article.url}>
                <a class="press-kit-story" href={site.href(article.url)}>
                  {article.title}
                </a>{' '}
                <DateLine date={article.date} locale={edition.locale} />{' '}
                <PressKitFile kit={kit} storyUrl={article.url} context={context} />
              </li>
            ))}
          </ul>
        </PressPart>
      )}
      {terms !== undefined && (
        <PressPart id="press-terms" word="photoTerms" context={context}>
          <p class="press-terms">{terms}</p>
        </PressPart>
      )}
    </SectionPage>
  );
}

interface PressPartProps {
  readonly id: string;
  readonly word: 'experts' | 'latestReleases' | 'photoTerms' | 'pressKits';
  readonly context: RenderContext;
  readonly children: ComponentChildren;
}

function PressPart({ id, word, context: { edition }, children }: PressPartProps) {
  return (
    <section class="press-part" aria-labelledby={id}>
      <SectionTitle id={id} word={word} edition={edition}>
        {edition.messages[word]}
      </SectionTitle>
      {children}
    </section>
  );
}
