/** What one person wrote, revised, photographed. */

import type { Person, Translation } from '../../src/site/site.ts';
import { ArticleBody, holdsPhotos } from '../components/article-body.tsx';
import { PageHead } from '../components/page-head.tsx';
import { StoryList } from '../components/story-list.tsx';
import { Document } from '../layout/document.tsx';
import { type PageKind, type RenderContext, route } from '../page-kind.ts';

export const person: PageKind = {
  name: 'person',
  routes: (site) =>
    site.editions.flatMap((edition) =>
      edition.people.map((entry) => {
        const translations = site.editions.flatMap(({ lang, languageName, people }) => {
          const same = people.find(({ slug }) => slug === entry.slug);
          return lang === edition.lang || same === undefined ? [] : [{ lang, languageName, url: same.url }];
        });
        return route(entry.url, edition, { entry, translations }, PersonPage);
      }),
    ),
};

interface PersonPageProps {
  readonly entry: Person;
  readonly translations: readonly Translation[];
  readonly context: RenderContext;
}

function PersonPage({ entry, translations, context }: PersonPageProps) {
  const { edition } = context;
  return (
    <Document
      context={context}
      url={entry.url}
      title={entry.name}
      translations={translations}
      hasPhotos={holdsPhotos(entry.blocks)}
      className="page-list"
    >
      <PageHead title={entry.name} label={entry.role ?? edition.messages.people}>
        {entry.email !== undefined && (
          <p class="page-count">
            <a href={`mailto:${entry.email}`}>{entry.email}</a>
          </p>
        )}
      </PageHead>
      {entry.blocks.length > 0 && <ArticleBody blocks={entry.blocks} context={context} />}
      {entry.contributions.map(({ role, label, articles }) => (
        <section class="contributions" key={role} aria-labelledby={`role-${role}`}>
          <h2 class="section-title" id={`role-${role}`}>
            {label} <span class="section-count">{articles.length.toLocaleString(edition.locale)}</span>
          </h2>
          <StoryList articles={articles} context={context} level={3} />
        </section>
      ))}
    </Document>
  );
}
