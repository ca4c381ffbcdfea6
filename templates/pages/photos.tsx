/**
 * Every photo published: the newest of all, and all of each topic, year and photographer, in pages. The pages are also
 * the index that `assets/scripts/photo-filter.ts` reads when a reader asks for two of these at once.
 */

import {
  type ArchivedPhoto,
  collectPhotos,
  groupPhotos,
  markedPhotos,
  markedPhotosUrl,
  type PhotoFilterName,
  photosUrl,
} from '../../src/site/photo-archive.ts';
import type { Edition, Site, Translation } from '../../src/site/site.ts';
import { defined } from '../../src/text/defined.ts';
import { PageHead } from '../components/page-head.tsx';
import { Pagination } from '../components/pagination.tsx';
import { type PhotoFilterLink, PhotoFilters } from '../components/photo-filters.tsx';
import { type ListedPhoto, PhotoGrid } from '../components/photo-grid.tsx';
import { languageOf, Said } from '../components/said.tsx';
import { Document } from '../layout/document.tsx';
import { type PageTemplate, type RenderContext, type Route, route } from '../page-template.ts';
import { cutIntoPages, type ListSteps } from './list-pages.ts';

/** At most half as many more stand on the first page: what that says must come in the network’s first round trip. */
const photosPerPage = 30;
/** Beside each other on the page, at most. */
const widestPx = 640;

export const photos: PageTemplate = {
  name: 'photos',
  routes: (site) =>
    site.editions.flatMap((edition) => {
      const all = collectPhotos(edition);
      const groups = groupPhotos(all, edition);
      const filters = groups.map(({ filter, value, label, url }) => ({ filter, value, label, url }));
      const marked = markedPhotos(all);
      const markedUrl = marked.length === 0 ? undefined : markedPhotosUrl(edition);
      const lists = [{ url: photosUrl(edition), photos: all }, ...groups];
      const pages = lists.flatMap((list) =>
        cutIntoPages(list.photos, list.url, photosPerPage).map(({ url, items, steps }) => {
          const shown: PhotosPageData = {
            url,
            steps,
            photos: items.map(listed),
            filters,
            ...defined({ markedUrl }),
            ...('filter' in list
              ? { chosen: { filter: list.filter, value: list.value, label: list.label } }
              : {}),
            ...(steps.page === 1
              ? { count: list.photos.length, translations: translationsOf(site, list) }
              : { translations: [] }),
          };
          return route(url, edition, shown, PhotosPage);
        }),
      );
      return markedUrl === undefined ? pages : [...pages, ...markedRoutes(site, edition, marked)];
    }),
};

/** Pictures that a machine made or changed, in pages. */
function markedRoutes(site: Site, edition: Edition, marked: readonly ArchivedPhoto[]): readonly Route[] {
  const others = site.editions.filter(
    (other) => other.lang !== edition.lang && markedPhotos(collectPhotos(other)).length > 0,
  );
  const translations = others.map(
    (other): Translation => ({
      lang: other.lang,
      languageName: other.languageName,
      url: markedPhotosUrl(other),
    }),
  );
  return cutIntoPages(marked, markedPhotosUrl(edition), photosPerPage).map(({ url, items, steps }) => {
    const first = steps.page === 1 ? { count: marked.length, translations } : { translations: [] };
    const props = { url, steps, photos: items.map(listed), all: photosUrl(edition), ...first };
    return route(url, edition, props, MarkedPhotosPage);
  });
}

/** As the page shows it: numbered by its place there, in the sizes that it has there and the largest. */
function listed({ picture, article, year, topics, people }: ArchivedPhoto, index: number): ListedPhoto {
  const { photo } = picture;
  const formats = [...new Set(photo.renditions.map(({ format }) => format))];
  const plain = formats.at(-1);
  const widths = photo.renditions.map(({ widthPx }) => widthPx);
  const [narrowest, largest] = [Math.min(...widths), Math.max(...widths)];
  const renditions = photo.renditions.filter(
    ({ format, widthPx }) =>
      widthPx <= Math.max(narrowest, widestPx) || (format === plain && widthPx === largest),
  );
  return {
    picture: { ...picture, number: index + 1, photo: { ...photo, renditions } },
    article,
    articleUrl: picture.number === 0 ? article.url : `${article.url}#photo-${picture.number}`,
    year,
    topics: topics.map(({ slug }) => slug),
    people: people.map(({ slug }) => slug),
  };
}

/** All photos in the other languages; a group may have none there. */
function translationsOf({ editions }: Site, { url }: { readonly url: string }): readonly Translation[] {
  const own = editions.find((edition) => photosUrl(edition) === url);
  return own === undefined
    ? []
    : editions
        .filter(({ lang }) => lang !== own.lang)
        .map((other) => ({ lang: other.lang, languageName: other.languageName, url: photosUrl(other) }));
}

interface PhotosPageData {
  readonly url: string;
  readonly steps: ListSteps;
  /** Of the whole list; the first page says it. */
  readonly count?: number;
  readonly photos: readonly ListedPhoto[];
  readonly filters: readonly PhotoFilterLink[];
  /** Of the pictures that a machine made or changed, where there are any. */
  readonly markedUrl?: string;
  readonly chosen?: { readonly filter: PhotoFilterName; readonly value: string; readonly label: string };
  readonly translations: readonly Translation[];
}

function PhotosPage(props: PhotosPageData & { readonly context: RenderContext }) {
  const { url, steps, count, photos: shown, filters, chosen, markedUrl, translations, context } = props;
  const { edition, site, assets } = context;
  const { messages } = edition;
  const script = assets.scriptUrls['photo-filter'];
  const name = chosen === undefined ? messages.photos : `${messages.photos}: ${chosen.label}`;
  const title = steps.page === 1 ? name : `${name}, ${messages.pageOf(steps.page, steps.pages)}`;
  return (
    <Document
      context={context}
      url={url}
      title={title}
      translations={translations}
      hasPhotos
      className="page-photos"
    >
      <PageHead title={name}>
        <p
          class="page-count photo-count"
          aria-live="polite"
          data-forms={JSON.stringify(messages.photoForms)}
          data-none={messages.noPhotos}
        >
          {count === 0 ? messages.noPhotos : count !== undefined && messages.photoCount(count)}
        </p>
      </PageHead>
      <PhotoFilters filters={filters} all={photosUrl(edition)} {...defined({ chosen })} context={context} />
      {markedUrl !== undefined && chosen === undefined && (
        <p class="photo-marked">
          <a href={site.href(markedUrl)}>
            <Said word="aiPictures" edition={edition}>
              {messages.aiPictures}
            </Said>
          </a>
        </p>
      )}
      <PhotoGrid photos={shown} pages={steps.pages} context={context} />
      <Pagination steps={steps} context={context} />
      {script !== undefined && <script type="module" src={site.href(script)} />}
    </Document>
  );
}

type MarkedPhotosPageProps = Pick<PhotosPageData, 'url' | 'steps' | 'photos' | 'count' | 'translations'> & {
  /** Url of all photos. */
  readonly all: string;
  readonly context: RenderContext;
};

function MarkedPhotosPage(props: MarkedPhotosPageProps) {
  const { url, steps, count, photos: shown, all, translations, context } = props;
  const { edition, site } = context;
  const { messages } = edition;
  const name = messages.aiPictures;
  return (
    <Document
      context={context}
      url={url}
      title={steps.page === 1 ? name : `${name}, ${messages.pageOf(steps.page, steps.pages)}`}
      translations={translations}
      hasPhotos
      className="page-photos"
    >
      <PageHead title={name} titleLanguage={languageOf('aiPictures', edition)}>
        {count !== undefined && <p class="page-count">{messages.photoCount(count)}</p>}
      </PageHead>
      <p class="photo-marked">
        <a href={site.href(all)}>{messages.photos}</a>
      </p>
      <PhotoGrid photos={shown} pages={steps.pages} context={context} />
      <Pagination steps={steps} context={context} />
    </Document>
  );
}
