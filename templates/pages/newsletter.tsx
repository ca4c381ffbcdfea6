/**
 * Where readers subscribe to the newsroom's letters: a form that goes to the service of the letters as it is, without a
 * script. This page alone may send a form there; nothing of the service is loaded.
 */

import type { NewsletterFormConfig } from '../../src/content/newsletter-schema.ts';
import { newsletterForm } from '../../src/site/newsletter.ts';
import { newsletterUrl } from '../../src/site/permalinks.ts';
import type { Edition, Page, Site, Translation } from '../../src/site/site.ts';
import { defined } from '../../src/text/defined.ts';
import { Said } from '../components/said.tsx';
import { SectionPage } from '../layout/section-page.tsx';
import { type PageTemplate, type RenderContext, route } from '../page-template.ts';
import { translationsOf } from './translations.ts';

export const newsletter: PageTemplate = {
  name: 'newsletter',
  routes: (site) => {
    const form = newsletterForm(site.config);
    if (form === undefined) return [];
    return site.editions.map((edition) => {
      const translations = translationsOf(site, edition, (other) => newsletterUrl(other.url));
      const props = { form, translations, ...saidIn(site, edition, form) };
      return route(newsletterUrl(edition.url), edition, props, NewsletterPage);
    });
  },
};

/** A link to what is said of personal data. */
interface PrivacyLink {
  readonly href: string;
  /** Of a page of the site; else the word for it. */
  readonly title?: string;
  /** Where the page speaks another language. */
  readonly lang?: string;
}

interface SaidOfLetters {
  readonly consent?: { readonly text: string; readonly lang: string };
  readonly privacy?: PrivacyLink;
}

/** In the language of the edition, else in the default one. */
function saidIn(
  { editions, config }: Site,
  { lang, pages }: Edition,
  form: NewsletterFormConfig,
): SaidOfLetters {
  const spoken = [lang, config.defaultLanguage].find((one) => form.consent[one] !== undefined);
  const text = spoken === undefined ? undefined : form.consent[spoken];
  const isPage = ({ slug }: Page) => slug === form.privacy;
  const page = pages.find(isPage) ?? editions.find(({ isDefault }) => isDefault)?.pages.find(isPage);
  return defined({
    consent: spoken === undefined || text === undefined ? undefined : { text, lang: spoken },
    privacy: privacyLink(form.privacy, page, lang),
  });
}

function privacyLink(
  named: string | undefined,
  page: Page | undefined,
  lang: string,
): PrivacyLink | undefined {
  if (page !== undefined)
    return { href: page.url, title: page.title, ...(page.lang === lang ? {} : { lang: page.lang }) };
  return named === undefined ? undefined : { href: named };
}

interface NewsletterPageProps extends SaidOfLetters {
  readonly form: NewsletterFormConfig;
  readonly translations: readonly Translation[];
  readonly context: RenderContext;
}

function NewsletterPage({ form, consent, privacy, translations, context }: NewsletterPageProps) {
  const { edition, site } = context;
  const { messages, lang } = edition;
  const say = (word: 'emailAddress' | 'yourName' | 'subscribe' | 'newsletterConfirms' | 'privacy') => (
    <Said word={word} edition={edition}>
      {messages[word]}
    </Said>
  );
  return (
    <SectionPage
      word="newsletter"
      url={newsletterUrl(edition.url)}
      parts={['newsletter']}
      formTargets={site.formTargets}
      summary={messages.newsletterText}
      translations={translations}
      context={context}
    >
      <form class="newsletter" method="post" action={form.action}>
        {Object.entries(form.hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p>
          <label for="newsletter-email">{say('emailAddress')}</label>
          <input
            id="newsletter-email"
            name={form.email}
            type="email"
            autocomplete="email"
            dir="ltr"
            required
            aria-describedby="newsletter-about"
          />
        </p>
        {form.name !== undefined && (
          <p>
            <label for="newsletter-name">{say('yourName')}</label>
            <input id="newsletter-name" name={form.name} type="text" autocomplete="name" dir="auto" />
          </p>
        )}
        {form.honeypot !== undefined && (
          // What no reader meets, a program fills in.
          <p class="visually-hidden" aria-hidden="true">
            <input name={form.honeypot} type="text" tabIndex={-1} autocomplete="off" />
          </p>
        )}
        {consent !== undefined && (
          <p
            class="newsletter-consent"
            {...(consent.lang === lang ? {} : { lang: consent.lang, dir: 'auto' })}
          >
            {form.consentField === undefined ? (
              consent.text
            ) : (
              <label>
                <input type="checkbox" name={form.consentField} value="Y" required /> {consent.text}
              </label>
            )}
          </p>
        )}
        <p>
          <button type="submit">{say('subscribe')}</button>
        </p>
        <p class="newsletter-about" id="newsletter-about">
          {form.confirms && <>{say('newsletterConfirms')} </>}
          <Said word="newsletterSentTo" edition={edition}>
            {messages.newsletterSentTo(new URL(form.action).hostname)}
          </Said>
          {privacy !== undefined && (
            <>
              {' '}
              <a
                href={privacy.href.startsWith('/') ? site.href(privacy.href) : privacy.href}
                lang={privacy.lang}
                hreflang={privacy.lang}
              >
                {privacy.title ?? say('privacy')}
              </a>
            </>
          )}
        </p>
      </form>
    </SectionPage>
  );
}
