/** What was put right, in all articles of one language: a paper that hides its errors is not believed. */

import type { PublishedCorrection, Translation } from '../../src/site/site.ts';
import { DateLine } from '../components/dates.tsx';
import { Said } from '../components/said.tsx';
import { SectionPage } from '../layout/section-page.tsx';
import { type PageTemplate, type RenderContext, route } from '../page-template.ts';
import { translationsOf } from './translations.ts';

export const corrections: PageTemplate = {
  name: 'corrections',
  routes: (site) =>
    site.editions.map((edition) => {
      const url = correctionsUrl(edition.url);
      const translations = translationsOf(site, edition, (other) => correctionsUrl(other.url));
      return route(url, edition, { corrections: edition.corrections, translations }, CorrectionsPage);
    }),
};

/** @param root the edition's url */
function correctionsUrl(root: string): string {
  return `${root}corrections/`;
}

interface CorrectionsPageProps {
  readonly corrections: readonly PublishedCorrection[];
  readonly translations: readonly Translation[];
  readonly context: RenderContext;
}

function CorrectionsPage({ corrections: all, translations, context }: CorrectionsPageProps) {
  const { edition, site } = context;
  const { messages, locale } = edition;
  return (
    <SectionPage
      word="corrections"
      url={correctionsUrl(edition.url)}
      summary={messages.correctionsText}
      translations={translations}
      context={context}
    >
      {all.length === 0 ? (
        <p class="empty">
          <Said word="noCorrections" edition={edition}>
            {messages.noCorrections}
          </Said>
        </p>
      ) : (
        <ol class="correction-list">
          {all.map(({ date, kind, text, article }) => (
            <li key={article.url + date.iso + text}>
              <p class="correction-kind">
                <Said word="correctionKinds" edition={edition}>
                  {messages.correctionKinds[kind]}
                </Said>{' '}
                · <DateLine date={date} locale={locale} />
              </p>
              <h2 class="correction-title">
                <a href={site.href(article.url)}>{article.title}</a>
              </h2>
              <p>{text}</p>
            </li>
          ))}
        </ol>
      )}
    </SectionPage>
  );
}
