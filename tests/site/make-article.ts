/** An article of the model with as much as a test says, and plain values for all else. */

import { countTerms, textTermsOf } from '../../src/content/text-terms.ts';
import type { Photo } from '../../src/photos/photo.ts';
import type { Article, ArticleCard, Picture } from '../../src/site/site.ts';
import { defined } from '../../src/text/defined.ts';

export interface ArticleParts {
  /** The last part of its address; the folder is `2024/NAME`. */
  readonly name: string;
  /** A civil date; the articles of one day keep their order by name. */
  readonly day?: string;
  readonly title?: string;
  readonly summary?: string;
  readonly text?: string;
  readonly topics?: readonly string[];
  readonly lang?: string;
  readonly pictureCount?: number;
  readonly views?: { readonly total: number; readonly lastSevenDays: number };
  readonly pinnedUntilMs?: number;
  readonly series?: string;
}

const photo: Photo = {
  file: 'articles/2024/any/1.jpg',
  hash: '0'.repeat(64),
  widthPx: 1200,
  heightPx: 800,
  metadata: {},
  renditions: [],
};

export function makeArticle(parts: ArticleParts): Article {
  const { name, day = '2024-05-06', lang = 'en', topics = ['research'], pictureCount = 0 } = parts;
  const pictures = Array.from(
    { length: pictureCount },
    (_, index): Picture => ({ photo, number: index + 1, alt: 'A' }),
  );
  const [image] = pictures;
  const card: ArticleCard = {
    id: `2024/${name}`,
    lang,
    url: `/2024/05/${name}/`,
    title: parts.title ?? `Title of ${name}`,
    summary: parts.summary ?? '',
    date: { day, iso: day, timeMs: Date.parse(day), hasTime: false },
    status: 'published',
    topics: topics.map((slug) => ({ slug, name: slug, url: `/topics/${slug}/` })),
    ...defined({ image }),
    photoCount: pictureCount,
  };
  const moment = { iso: `${day}T00:00:00+00:00`, timeMs: Date.parse(day) };
  return {
    ...card,
    card,
    file: `articles/2024/${name}/index.md`,
    socialImage: { widthPx: 1200, heightPx: 630, path: `photos/${name}-card.jpg` },
    hasOwnSummary: true,
    credits: [],
    body: {
      blocks: [],
      players: [],
      charts: [],
      terms: textTermsOf(countTerms(parts.text ?? '', lang)),
      digest: name,
    },
    pictures,
    headings: [],
    firstUrl: card.url,
    published: moment,
    modified: moment,
    wordCount: 0,
    readingMinutes: 1,
    ...defined({ views: parts.views }),
    translations: [],
    ...defined({ series: parts.series }),
    corrections: [],
    contacts: [],
    ...defined({ pinnedUntilMs: parts.pinnedUntilMs }),
  };
}
