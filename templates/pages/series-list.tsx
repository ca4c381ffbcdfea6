/** The list of all series of an edition that has some: the one with the newest part first. */

import type { ArticleCard, Series, Picture as SitePicture, Translation } from '../../src/site/site.ts';
import { defined } from '../../src/text/defined.ts';
import { DateLine } from '../components/dates.tsx';
import { Picture } from '../components/picture.tsx';
import { PictureMark } from '../components/picture-mark.tsx';
import { Said } from '../components/said.tsx';
import { SectionPage } from '../layout/section-page.tsx';
import { type PageTemplate, type RenderContext, route } from '../page-template.ts';
import { translationsOf } from './translations.ts';

export const seriesList: PageTemplate = {
  name: 'seriesList',
  routes: (site) =>
    site.editions
      .filter(({ frame }) => frame.hasSeries)
      .map((edition) => {
        const translations = translationsOf(site, edition, (other) =>
          other.frame.hasSeries ? `${other.url}series/` : undefined,
        );
        const listed = edition.series.flatMap(listedSeries);
        const shown = listed.sort((a, b) => b.last.date.timeMs - a.last.date.timeMs);
        return route(`${edition.url}series/`, edition, { listed: shown, translations }, SeriesListPage);
      }),
};

interface ListedSeries {
  readonly name: string;
  readonly url: string;
  readonly count: number;
  readonly first: ArticleCard;
  readonly last: ArticleCard;
  /** Of the first part that has one. */
  readonly image?: SitePicture;
}

function listedSeries({ name, url, parts }: Series): readonly ListedSeries[] {
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined) return [];
  const image = parts.find((part) => part.image !== undefined)?.image;
  return [{ name, url, count: parts.length, first, last, ...defined({ image }) }];
}

interface SeriesListPageProps {
  readonly listed: readonly ListedSeries[];
  readonly translations: readonly Translation[];
  readonly context: RenderContext;
}

function SeriesListPage({ listed, translations, context }: SeriesListPageProps) {
  const { edition, site } = context;
  const { messages } = edition;
  return (
    <SectionPage word="series" url={`${edition.url}series/`} translations={translations} context={context}>
      <ul class="topic-list">
        {listed.map(({ name, url, count, first, last, image }) => (
          <li key={url} class="story">
            {image !== undefined && (
              <div class="story-photo">
                <Picture
                  picture={image}
                  sizes="(min-width: 62rem) 24rem, 100vw"
                  isDecoration
                  context={context}
                />
                <PictureMark picture={image} context={context} />
              </div>
            )}
            <h2 class="topic-list-name">
              <a href={site.href(url)}>{name}</a>
            </h2>
            <p>{first.summary}</p>
            <p class="page-count">
              <Said word="articleCount" edition={edition}>
                {messages.articleCount(count)}
              </Said>{' '}
              · <DateLine date={last.date} locale={edition.locale} />
            </p>
          </li>
        ))}
      </ul>
    </SectionPage>
  );
}
