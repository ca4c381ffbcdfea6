/** What one person wrote, revised, photographed. */

import { profileData } from '../../src/seo/profile-data.ts';
import { feedUrlOf } from '../../src/site/permalinks.ts';
import { playersIn } from '../../src/site/players.ts';
import type { ArticleCard, Edition, Person, Picture, Site, Translation } from '../../src/site/site.ts';
import { ArticleBody, bodyParts, holdsPhotos } from '../components/article-body.tsx';
import { FeedLink } from '../components/feed-link.tsx';
import { Figure } from '../components/figure.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Pagination } from '../components/pagination.tsx';
import { StoryList } from '../components/story-list.tsx';
import { StructuredData } from '../components/structured-data.tsx';
import { Document } from '../layout/document.tsx';
import { type PageTemplate, type RenderContext, type Route, route } from '../page-template.ts';
import { cutIntoPages, type ListSteps } from './list-pages.ts';
import { translationsOf } from './translations.ts';

export const person: PageTemplate = {
  name: 'person',
  routes: (site) =>
    site.editions.flatMap((edition) =>
      edition.people.flatMap((entry) => {
        const translations = translationsOf(site, edition, (other) => sameIn(other, entry)?.url);
        const names = site.editions.flatMap((other) => sameIn(other, entry)?.name ?? []);
        const otherNames = [...new Set(names)].filter((name) => name !== entry.name);
        const contributions = entry.contributions.map(
          ({ articles, ...work }): ShownContribution => ({
            ...work,
            count: articles.length,
            articles: articles.slice(0, visiblePerRole),
            ...(articles.length > visiblePerRole ? { allUrl: `${entry.url}${work.role}/` } : {}),
          }),
        );
        return [
          route(
            entry.url,
            edition,
            { entry: { ...entry, contributions }, otherNames, translations },
            PersonPage,
          ),
          ...entry.contributions.flatMap((contribution) => workRoutes(site, edition, entry, contribution)),
        ];
      }),
    ),
};

/** As many as one page of a list holds: of a long life's work the newest stand on the person's page. */
const visiblePerRole = 24;

function sameIn(edition: Edition, { slug }: Person): Person | undefined {
  return edition.people.find((candidate) => candidate.slug === slug);
}

/** The pages of all that a person did in one role, where it is too much for the person's own page. */
function workRoutes(
  site: Site,
  edition: Edition,
  { name, url: personUrl, ...person }: Person,
  { role, label, articles }: Person['contributions'][number],
): readonly Route[] {
  if (articles.length <= visiblePerRole) return [];
  const url = `${personUrl}${role}/`;
  const translations = translationsOf(site, edition, (other) => {
    const same = other.people.find(({ slug }) => slug === person.slug);
    const work = same?.contributions.find((candidate) => candidate.role === role);
    return same !== undefined && (work?.articles.length ?? 0) > visiblePerRole
      ? `${same.url}${role}/`
      : undefined;
  });
  return cutIntoPages(articles, url).map((page) =>
    route(
      page.url,
      edition,
      {
        url: page.url,
        person: { name, url: personUrl },
        role,
        label,
        articles: page.items,
        steps: page.steps,
        translations: page.steps.page === 1 ? translations : [],
      },
      WorkPage,
    ),
  );
}

interface ShownContribution {
  readonly role: string;
  readonly label: string;
  /** Of all. */
  readonly count: number;
  readonly articles: readonly ArticleCard[];
  /** Where the others are. */
  readonly allUrl?: string;
}

interface PersonPageProps {
  readonly entry: Omit<Person, 'contributions'> & { readonly contributions: readonly ShownContribution[] };
  /** In other languages. */
  readonly otherNames: readonly string[];
  readonly translations: readonly Translation[];
  readonly context: RenderContext;
}

function PersonPage({ entry, otherNames, translations, context }: PersonPageProps) {
  const { edition, site } = context;
  const { messages } = edition;
  return (
    <Document
      context={context}
      url={entry.url}
      title={entry.name}
      translations={translations}
      feedUrl={feedUrlOf(entry.url)}
      hasPhotos={entry.portrait !== undefined || holdsPhotos(entry.blocks)}
      head={<StructuredData data={profileData({ ...entry, otherNames }, context)} />}
      players={playersIn(entry.blocks)}
      className="page-list"
      parts={[
        ...(entry.blocks.some(({ kind }) => kind !== 'prose') ? ['body' as const] : []),
        ...bodyParts(entry.blocks),
      ]}
    >
      <div class="person-head">
        <PageHead title={entry.name} label={entry.role ?? messages.people} />
        {entry.portrait !== undefined && <Portrait picture={entry.portrait} context={context} />}
      </div>
      {entry.blocks.length > 0 && <ArticleBody blocks={entry.blocks} context={context} />}
      <p class="page-count">
        {entry.email !== undefined && (
          <>
            <a href={`mailto:${entry.email}`}>{entry.email}</a> ·{' '}
          </>
        )}
        <FeedLink url={feedUrlOf(entry.url)} context={context} />
      </p>
      {entry.contributions.map(({ role, label, count, articles, allUrl }) => (
        <section class="contributions" key={role} aria-labelledby={`role-${role}`}>
          <h2 class="section-title" id={`role-${role}`}>
            {messages.work[role] ?? label}{' '}
            <span class="section-count">{count.toLocaleString(edition.locale)}</span>
          </h2>
          <StoryList articles={articles} context={context} level={3} />
          {allUrl !== undefined && (
            <p class="contributions-all">
              <a href={site.href(allUrl)}>{messages.articleCount(count)}</a>
            </p>
          )}
        </section>
      ))}
    </Document>
  );
}

/** The name beside it says whose face it is, where the photo itself does not. */
function Portrait({ picture, context }: { readonly picture: Picture; readonly context: RenderContext }) {
  return (
    <Figure
      picture={picture}
      priority
      sizes="(min-width: 36rem) 16rem, 60vw"
      className="figure person-photo"
      context={context}
    />
  );
}

interface WorkPageProps {
  readonly url: string;
  readonly person: Pick<Person, 'name' | 'url'>;
  readonly role: string;
  readonly label: string;
  readonly articles: readonly ArticleCard[];
  readonly steps: ListSteps;
  readonly translations: readonly Translation[];
  readonly context: RenderContext;
}

function WorkPage({
  url,
  person: { name, url: personUrl },
  role,
  label,
  articles,
  steps,
  ...props
}: WorkPageProps) {
  const { context, translations } = props;
  const { messages } = context.edition;
  const work = messages.work[role] ?? label;
  const pageTitle = `${name}: ${work}`;
  const title = steps.page === 1 ? pageTitle : `${pageTitle}, ${messages.pageOf(steps.page, steps.pages)}`;
  return (
    <Document context={context} url={url} title={title} translations={translations} className="page-list">
      <PageHead title={name} label={work}>
        <p class="page-count">
          <a href={context.site.href(personUrl)}>{name}</a>
        </p>
      </PageHead>
      <StoryList articles={articles} context={context} />
      <Pagination steps={steps} context={context} />
    </Document>
  );
}
