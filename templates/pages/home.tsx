/** The home page of each language: rows that differ by what they hold. */

import { webSiteData } from '../../src/seo/publisher-data.ts';
import type { Home, Translation } from '../../src/site/site.ts';
import { HomeRows } from '../components/home-rows.tsx';
import { widest } from '../components/picture.tsx';
import { Said } from '../components/said.tsx';
import { StructuredData } from '../components/structured-data.tsx';
import { Document } from '../layout/document.tsx';
import { type PageTemplate, type RenderContext, route } from '../page-template.ts';
import { translationsOf } from './translations.ts';

export const home: PageTemplate = {
  name: 'home',
  routes: (site) =>
    site.editions.map((edition) => {
      const translations = translationsOf(site, edition, ({ url }) => url);
      const props = {
        // Composed only when the page is made.
        get home() {
          return edition.home;
        },
        translations,
      };
      return route(edition.url, edition, props, HomePage);
    }),
};

interface HomePageProps {
  readonly home: Home;
  readonly translations: readonly Translation[];
  readonly context: RenderContext;
}

function HomePage({ home: { rows }, translations, context }: HomePageProps) {
  const { edition } = context;
  const image = rows.find((row) => row.kind === 'lead')?.story.image;
  return (
    <Document
      context={context}
      url={edition.url}
      translations={translations}
      className="page-home"
      hasRss
      head={<StructuredData data={webSiteData(context)} />}
      {...(image === undefined
        ? {}
        : { image: { rendition: widest(image.photo, 'jpeg', 1280), alt: image.alt } })}
    >
      <div class="home">
        {rows.length === 0 ? (
          <p class="empty">
            <Said word="noArticles" edition={edition}>
              {edition.messages.noArticles}
            </Said>
          </p>
        ) : (
          <HomeRows rows={rows} context={context} />
        )}
      </div>
    </Document>
  );
}
