/** Photos of many articles in justified rows, each with the article that it comes from. */

import type { ArticleLink, Picture } from '../../src/site/site.ts';
import type { RenderContext } from '../page-template.ts';
import { Figure } from './figure.tsx';
import { ratioClass } from './gallery.tsx';

export interface ListedPhoto {
  readonly picture: Picture;
  readonly article: ArticleLink & { readonly lang: string };
  /** Where the article shows it. */
  readonly articleUrl: string;
  readonly year: number;
  /** Slugs. */
  readonly topics: readonly string[];
  readonly people: readonly string[];
}

/** On a phone a second one, cut off by the edge of its screen, would take the first one’s share of the network. */
const seenFirst = 1;

interface PhotoGridProps {
  readonly photos: readonly ListedPhoto[];
  /** Of the list that these photos are of. */
  readonly pages: number;
  readonly context: RenderContext;
}

export function PhotoGrid({ photos, pages, context }: PhotoGridProps) {
  const { edition, site } = context;
  return (
    <section
      class="gallery photo-grid"
      aria-label={edition.messages.photos}
      data-pages={pages}
      data-more={edition.messages.morePhotos}
    >
      <div class="gallery-rows">
        {photos.map(({ picture, article, articleUrl, year, topics, people }, index) => (
          <Figure
            key={picture.number}
            picture={picture}
            context={context}
            isNumbered={false}
            isCropped
            className={`figure gallery-photo ${ratioClass(picture)}`}
            sizes="(min-width: 60rem) 22rem, (min-width: 36rem) 50vw, 70vw"
            priority={index < seenFirst}
            data={{ topic: topics.join(' '), year: String(year), person: people.join(' ') }}
          >
            <a class="caption-article" href={site.href(articleUrl)} lang={article.lang}>
              {article.title}
            </a>
          </Figure>
        ))}
      </div>
    </section>
  );
}
