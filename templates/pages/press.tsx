/** For journalists: whom to ask about what, the latest releases, photos to print, and on which terms. */

import { pressUrl } from '../../src/site/permalinks.ts';
import type {
  ArticleCard,
  Edition,
  Expert,
  ExpertSubject,
  PressKitLink,
  Site,
  Translation,
} from '../../src/site/site.ts';
import { defined } from '../../src/text/defined.ts';
import { DateLine } from '../components/dates.tsx';
import { PageHead } from '../components/page-head.tsx';
import { PressKitFile } from '../components/press-kit.tsx';
import { languageOf } from '../components/said.tsx';
import { SectionTitle } from '../components/section-title.tsx';
import { StoryList } from '../components/story-list.tsx';
import { Document } from '../layout/document.tsx';
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
    <Document
      context={context}
      url={pressUrl(edition.url)}
      title={messages.press}
      description={messages.pressText}
      translations={translations}
      className="page-list"
      parts={['press']}
    >
      <PageHead
        title={messages.press}
        titleLanguage={languageOf('press', edition)}
        summary={messages.pressText}
      >
        <p class="press-contact">
          {site.email !== undefined && <a href={`mailto:${site.email}`}>{site.email}</a>}
          {phone !== undefined && <PhoneLink phone={phone} />}
        </p>
      </PageHead>
      {subjects.length > 0 && (
        <section class="press-part" aria-labelledby="press-experts-title">
          <SectionTitle id="press-experts-title" word="experts" edition={edition}>
            {messages.experts}
          </SectionTitle>
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
        </section>
      )}
      <section class="press-part" aria-labelledby="press-releases-title">
        <SectionTitle id="press-releases-title" word="latestReleases" edition={edition}>
          {messages.latestReleases}
        </SectionTitle>
        <StoryList articles={releases} level={3} context={context} />
      </section>
      {kits.length > 0 && (
        <section class="press-part" aria-labelledby="press-kits-title">
          <SectionTitle id="press-kits-title" word="pressKits" edition={edition}>
            {messages.pressKits}
          </SectionTitle>
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
        </section>
      )}
      {terms !== undefined && (
        <section class="press-part" aria-labelledby="press-terms">
          <SectionTitle id="press-terms" word="photoTerms" edition={edition}>
            {messages.photoTerms}
          </SectionTitle>
          <p class="press-terms">{terms}</p>
        </section>
      )}
    </Document>
  );
}

interface ExpertEntryProps {
  readonly expert: Expert;
  readonly context: RenderContext;
}

/** Who has no address of their own is reached through the newsroom. */
function ExpertEntry({ expert: { name, role, url, ...own }, context: { site } }: ExpertEntryProps) {
  const email = own.email ?? (own.phone === undefined ? site.email : undefined);
  return (
    <li class="expert">
      <strong>{url === undefined ? name : <a href={site.href(url)}>{name}</a>}</strong>
      {role !== undefined && <span class="expert-role">{role}</span>}
      {email !== undefined && <a href={`mailto:${email}`}>{email}</a>}
      {own.phone !== undefined && <PhoneLink phone={own.phone} />}
    </li>
  );
}

function PhoneLink({ phone }: { readonly phone: string }) {
  return (
    <a href={`tel:${phone.replace(/[^\d+]/gu, '')}`}>
      {/* A number is read in one line. */}
      <bdi>{phone.replaceAll(' ', '\u00a0').replaceAll('-', '\u2011')}</bdi>
    </a>
  );
}
