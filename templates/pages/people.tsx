/** Everybody who is credited, by family name. */

import type { Picture as SitePicture, Translation } from '../../src/site/site.ts';
import { defined } from '../../src/text/defined.ts';
import { Picture } from '../components/picture.tsx';
import { SectionPage } from '../layout/section-page.tsx';
import { type PageTemplate, type RenderContext, route } from '../page-template.ts';
import { translationsOf } from './translations.ts';

export const people: PageTemplate = {
  name: 'people',
  routes: (site) =>
    site.editions.map((edition) => {
      const people = edition.people.map(
        ({ slug, name, url, role, portrait, contributions }): ListedPerson => ({
          slug,
          name,
          url,
          ...defined({ role, portrait }),
          work: contributions.map(({ role: done, label, articles }) => ({
            role: done,
            label,
            count: articles.length,
          })),
        }),
      );
      const translations = translationsOf(site, edition, (other) => `${other.url}people/`);
      return route(`${edition.url}people/`, edition, { people, translations }, PeoplePage);
    }),
};

interface ListedPerson {
  readonly slug: string;
  readonly name: string;
  readonly url: string;
  readonly role?: string;
  readonly portrait?: SitePicture;
  readonly work: readonly { readonly role: string; readonly label: string; readonly count: number }[];
}

interface PeoplePageProps {
  readonly people: readonly ListedPerson[];
  readonly translations: readonly Translation[];
  readonly context: RenderContext;
}

function PeoplePage({ people: listed, translations, context }: PeoplePageProps) {
  const { edition, site } = context;
  const { messages } = edition;
  return (
    <SectionPage word="people" url={`${edition.url}people/`} translations={translations} context={context}>
      <ul class="people-list">
        {listed.map((person) => (
          <li key={person.slug}>
            {person.portrait !== undefined && (
              <div class="people-photo">
                <Picture picture={person.portrait} sizes="4rem" isDecoration context={context} />
              </div>
            )}
            <a class="people-name" href={site.href(person.url)}>
              {person.name}
            </a>
            {person.role !== undefined && <span class="people-role">{person.role}</span>}
            <span class="people-work">
              {person.work
                .map(
                  ({ role, label, count }) =>
                    `${messages.work[role] ?? label} ${count.toLocaleString(edition.locale)}`,
                )
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </SectionPage>
  );
}
