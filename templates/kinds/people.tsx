/** Everybody who is credited, by family name. */

import { PageHead } from '../components/page-head.tsx';
import { Document } from '../layout/document.tsx';
import type { PageKind, RenderContext } from '../page-kind.ts';

export const people: PageKind = {
  name: 'people',
  routes: (site) =>
    site.editions.map((edition) => ({
      url: `${edition.url}people/`,
      edition,
      render: (context) => <PeoplePage context={context} />,
    })),
};

function PeoplePage({ context }: { readonly context: RenderContext }) {
  const { edition, site } = context;
  const { messages } = edition;
  return (
    <Document
      context={context}
      url={`${edition.url}people/`}
      title={messages.people}
      translations={site.editions
        .filter(({ lang }) => lang !== edition.lang)
        .map(({ lang, languageName, url }) => ({ lang, languageName, url: `${url}people/` }))}
      className="page-list"
    >
      <PageHead title={messages.people} />
      <ul class="people-list">
        {edition.people.map((person) => (
          <li key={person.slug}>
            <a class="people-name" href={site.href(person.url)}>
              {person.name}
            </a>
            {person.role !== undefined && <span class="people-role">{person.role}</span>}
            <span class="people-work">
              {person.contributions
                .map(({ label, articles }) => `${label} ${articles.length.toLocaleString(edition.locale)}`)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Document>
  );
}
