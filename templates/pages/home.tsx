/** The home page of each language: one lead, a few seconds, a story in pictures, a row for each topic. */

import { webSiteData } from '../../src/seo/publisher-data.ts';
import type { Home, Translation } from '../../src/site/site.ts';
import { MostRead } from '../components/most-read.tsx';
import { PhotoStory } from '../components/photo-story.tsx';
import { widest } from '../components/picture.tsx';
import { Said } from '../components/said.tsx';
import { StoryCard } from '../components/story-card.tsx';
import { StructuredData } from '../components/structured-data.tsx';
import { TopicRows } from '../components/topic-rows.tsx';
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

function HomePage({
  home: { lead, seconds, photoStory, latest, mostRead, topicRows },
  translations,
  context,
}: HomePageProps) {
  const { edition } = context;
  const image = lead?.image;
  return (
    <Document
      context={context}
      url={edition.url}
      translations={translations}
      className="page-home"
      head={<StructuredData data={webSiteData(context)} />}
      {...(image === undefined
        ? {}
        : { image: { rendition: widest(image.photo, 'jpeg', 1280), alt: image.alt } })}
    >
      <div class="home">
        {lead === undefined ? (
          <p class="empty">
            <Said word="noArticles" edition={edition}>
              {edition.messages.noArticles}
            </Said>
          </p>
        ) : (
          <div class="home-top">
            <StoryCard article={lead} context={context} variant="lead" level={2} showSummary priority />
            <div class="home-seconds">
              {seconds.map((article, index) => (
                <StoryCard
                  key={article.id}
                  article={article}
                  context={context}
                  variant={index === 0 ? 'card' : 'plain'}
                  level={2}
                  showSummary={index === 0}
                />
              ))}
            </div>
          </div>
        )}
        {latest.length > 0 && (
          <div class="home-middle">
            <section class="home-latest" aria-labelledby="latest-title">
              <h2 class="section-title" id="latest-title">
                <Said word="latest" edition={edition}>
                  {edition.messages.latest}
                </Said>
              </h2>
              <div class="story-grid">
                {latest.map((article) => (
                  <StoryCard key={article.id} article={article} context={context} variant="card" />
                ))}
              </div>
            </section>
            <MostRead lists={mostRead} context={context} />
          </div>
        )}
        {photoStory !== undefined && <PhotoStory {...photoStory} context={context} />}
        <TopicRows rows={topicRows} context={context} />
      </div>
    </Document>
  );
}
