/** The search page: a form, and room for what it finds. Without its script it leads to the lists of everything. */

import { stemmerName } from '../../src/content/stemmers.ts';
import type { Translation } from '../../src/site/site.ts';
import { PageHead } from '../components/page-head.tsx';
import { languageOf, Said } from '../components/said.tsx';
import { Document } from '../layout/document.tsx';
import { type PageTemplate, type RenderContext, route } from '../page-template.ts';
import { translationsOf } from './translations.ts';

export const search: PageTemplate = {
  name: 'search',
  routes: (site) =>
    site.editions.map((edition) => {
      const translations = translationsOf(site, edition, (other) => searchUrl(other.url));
      return route(searchUrl(edition.url), edition, { translations }, SearchPage);
    }),
};

/** @param root the edition's url */
function searchUrl(root: string): string {
  return `${root}search/`;
}

interface SearchPageProps {
  readonly translations: readonly Translation[];
  readonly context: RenderContext;
}

function SearchPage({ translations, context }: SearchPageProps) {
  const { edition, site, assets } = context;
  const { messages } = edition;
  const script = assets.scriptUrls.search;
  return (
    <Document
      context={context}
      url={searchUrl(edition.url)}
      title={messages.search}
      translations={translations}
      className="page-search"
      head={
        // A page that is opened with a query needs it before its script could ask for it.
        <link
          rel="preload"
          as="fetch"
          href={site.href(`${searchUrl(edition.url)}index.json`)}
          crossorigin="anonymous"
        />
      }
    >
      <PageHead title={messages.search} titleLanguage={languageOf('search', edition)} />
      <noscript>
        <WithoutScript context={context} />
      </noscript>
      <div class="search">
        <SearchForm context={context} />
        <p class="search-status" role="status" />
        <ol class="story-list search-results" />
        <p hidden>
          <button class="search-more" type="button">
            <Said word="searchMore" edition={edition}>
              {messages.searchMore}
            </Said>
          </button>
        </p>
      </div>
      {script !== undefined && <script type="module" src={site.href(script)} />}
    </Document>
  );
}

/** What the script needs to know stands in `data-` attributes: the page's words, and where each language's index is. */
function SearchForm({ context: { assets, edition, site } }: Pick<SearchPageProps, 'context'>) {
  const { messages } = edition;
  const stemmerHref = (lang: string) => {
    const url = assets.scriptUrls[`stemmer-${stemmerName(lang)}`];
    return url === undefined ? undefined : site.href(url);
  };
  return (
    <search>
      <form
        class="search-form"
        action={site.href(searchUrl(edition.url))}
        data-locale={edition.locale}
        data-aids={site.href(assets.scriptUrls['search-aids'] ?? '')}
        data-dates={site.href(assets.scriptUrls['search-dates'] ?? '')}
        data-further={site.href(assets.scriptUrls['search-further'] ?? '')}
        data-stemmer={stemmerHref(edition.lang)}
        data-forms={JSON.stringify(messages.searchForms)}
        data-none={messages.searchFoundNone}
        data-some={messages.searchFoundSome}
        data-also={messages.searchAlso}
        data-corrected={messages.searchCorrected}
        data-elsewhere={messages.searchElsewhere}
        data-latest={messages.searchLatest}
        data-person={messages.person}
        data-topic={messages.topic}
        data-series={messages.series}
        data-failed={messages.searchFailed}
        hidden
      >
        <label class="search-label" for="search-words">
          <Said word="searchLabel" edition={edition}>
            {messages.searchLabel}
          </Said>
        </label>
        <div class="search-line">
          <input
            class="search-words"
            id="search-words"
            name="q"
            type="search"
            autocomplete="off"
            enterkeyhint="search"
            aria-describedby="search-hint"
          />
          <button class="search-submit" type="submit">
            <Said word="search" edition={edition}>
              {messages.search}
            </Said>
          </button>
        </div>
        <p class="search-hint" id="search-hint">
          <Said word="searchHint" edition={edition}>
            {messages.searchHint}
          </Said>
        </p>
        <div class="search-filters">
          <Filter name="topic" label={messages.topic} all={messages.allTopics} />
          <Filter name="year" label={messages.year} all={messages.allYears} />
          <Filter name="person" label={messages.person} all={messages.allPeople} />
          {site.languages.length > 1 && (
            <label class="search-filter">
              <span>
                <Said word="language" edition={edition}>
                  {messages.language}
                </Said>
              </span>
              <select name="lang">
                {site.languages.map(({ lang, languageName, url }) => (
                  <option
                    key={lang}
                    value={lang}
                    lang={lang}
                    selected={lang === edition.lang}
                    data-index={site.href(searchUrl(url))}
                    data-stemmer={stemmerHref(lang)}
                  >
                    {languageName}
                  </option>
                ))}
                <option value="all">{messages.allLanguages}</option>
              </select>
            </label>
          )}
        </div>
      </form>
    </search>
  );
}

interface FilterProps {
  readonly name: string;
  readonly label: string;
  readonly all: string;
}

/** Its choices come with the index. */
function Filter({ name, label, all }: FilterProps) {
  return (
    <label class="search-filter">
      <span>{label}</span>
      <select name={name}>
        <option value="">{all}</option>
      </select>
    </label>
  );
}

function WithoutScript({ context: { edition, site } }: Pick<SearchPageProps, 'context'>) {
  const { messages } = edition;
  const lists = [
    ['topics/', messages.topics],
    ['people/', messages.people],
    ['archive/', messages.archive],
  ] as const;
  return (
    <>
      <p>
        <Said word="searchNeedsScript" edition={edition}>
          {messages.searchNeedsScript}
        </Said>
      </p>
      <ul>
        {lists.map(([path, name]) => (
          <li key={path}>
            <a href={site.href(edition.url + path)}>{name}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
