/** What stands above every page: the name of the paper, its line, its topics, its languages. */

import type { LogoPicture } from '../../src/site/assets.ts';
import type { Translation } from '../../src/site/site.ts';
import type { RenderContext } from '../page-template.ts';
import { Headline } from './headline.tsx';
import { Said } from './said.tsx';
import { SiteLinks } from './site-links.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

interface MastheadProps {
  readonly context: RenderContext;
  readonly isHome: boolean;
  /** The page's url, to mark where the reader is. */
  readonly url: string;
  /** Of the topic that the reader is in, or an address below it. */
  readonly topicUrl: string;
  readonly translations: readonly Translation[];
}

export function Masthead({ context, isHome, url, topicUrl, translations }: MastheadProps) {
  const { edition, site } = context;
  const { messages } = edition;
  return (
    <header class={isHome ? 'masthead masthead-home' : 'masthead'}>
      <div class="masthead-strip">
        {edition.organisation !== undefined && (
          <p class="masthead-organisation">
            {site.organisationUrl === undefined ? (
              edition.organisation
            ) : (
              <a href={site.organisationUrl}>{edition.organisation}</a>
            )}
          </p>
        )}
        <Languages context={context} translations={translations} />
        <a
          class="masthead-search"
          href={site.href(`${edition.url}search/`)}
          {...current(`${edition.url}search/`, url)}
        >
          <Said word="search" edition={edition}>
            {messages.search}
          </Said>
        </a>
        <ThemeSwitch messages={messages} />
        <details class="menu">
          <summary>
            <Said word="menu" edition={edition}>
              {messages.menu}
            </Said>
          </summary>
          <ul>
            <SiteLinks context={context} />
          </ul>
        </details>
      </div>
      <div class="masthead-name">
        <SiteName context={context} isHome={isHome} />
        <p class="masthead-tagline">{edition.tagline}</p>
      </div>
      <nav class="masthead-topics" aria-label={messages.topics}>
        <ul>
          {edition.topicLinks.map((topic) => (
            <li key={topic.slug}>
              <a href={site.href(topic.url)} {...current(topic.url, url, topicUrl)}>
                {topic.name}
              </a>
            </li>
          ))}
          {edition.hasMoreTopics && (
            <li>
              <a href={site.href(`${edition.url}topics/`)} {...current(`${edition.url}topics/`, url)}>
                <Said word="allTopics" edition={edition}>
                  {messages.allTopics}
                </Said>
              </a>
            </li>
          )}
        </ul>
      </nav>
    </header>
  );
}

/** On the home page the name is the page's headline. */
function SiteName({ context, isHome }: Pick<MastheadProps, 'context' | 'isHome'>) {
  const { edition, site } = context;
  const name = <Nameplate context={context} />;
  if (isHome)
    return <h1 class={`masthead-title${hasLongWord(edition.siteName) ? ' masthead-long' : ''}`}>{name}</h1>;
  return (
    <p class="masthead-title">
      <a href={site.href(edition.url)} rel="home">
        {name}
      </a>
    </p>
  );
}

/** Whether a word of the name would be broken on a phone, large as it is there. */
function hasLongWord(name: string): boolean {
  return name.split(/\s+/u).some((word) => /^[^\p{Script=Han}]{14,}$/u.test(word));
}

/** The newsroom's logo, which is called as the site is; without one the name itself. */
function Nameplate({ context: { assets, edition, site } }: Pick<MastheadProps, 'context'>) {
  const { logo } = assets;
  if (logo === undefined) return <Headline text={edition.siteName} lang={edition.lang} />;
  const { light, dark } = logo;
  const picture = ({ url, widthPx, heightPx }: LogoPicture, look: string) => (
    <img
      class={`logo ${look}`}
      src={site.href(url)}
      alt={edition.siteName}
      width={Math.round(widthPx)}
      height={Math.round(heightPx)}
    />
  );
  if (dark === undefined) return picture(light, 'logo-always');
  return (
    <>
      {picture(light, 'logo-light')}
      {picture(dark, 'logo-dark')}
    </>
  );
}

/** Leads to the same page in another language where there is one; else to that language's home page, and says so. */
function Languages({ context, translations }: Pick<MastheadProps, 'context' | 'translations'>) {
  const { edition, site } = context;
  if (site.languages.length < 2) return null;
  return (
    <nav class="languages" aria-label={edition.messages.languages}>
      <ul>
        {site.languages.map((other) => {
          if (other.lang === edition.lang) {
            return (
              <li key={other.lang}>
                <span aria-current="true">{other.languageName}</span>
              </li>
            );
          }
          const translation = translations.find(({ lang }) => lang === other.lang);
          return (
            <li key={other.lang}>
              <a
                href={site.href(translation?.url ?? other.url)}
                lang={other.lang}
                hreflang={other.lang}
                {...(translation === undefined ? {} : { rel: 'alternate' })}
              >
                {other.languageName}
              </a>
              {translation === undefined && (
                <span class="languages-note">
                  {' '}
                  (
                  <Said word="homePageOnly" edition={edition}>
                    {edition.messages.homePageOnly}
                  </Said>
                  )
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** @param within an address that tells what the reader is in */
function current(target: string, url: string, within = url): { readonly 'aria-current'?: 'page' | 'true' } {
  if (target === url) return { 'aria-current': 'page' };
  return within.startsWith(target) ? { 'aria-current': 'true' } : {};
}
