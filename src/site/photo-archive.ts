/** Every photo that an edition has published, with its article, and what readers look for photos by. Pure. */

import { machineShare } from '../photos/provenance/source-type.ts';
import type { Article, ArticleLink, Edition, PersonLink, Picture, TopicLink } from './site.ts';

export interface ArchivedPhoto {
  readonly picture: Picture;
  readonly article: ArticleLink & { readonly lang: string };
  readonly year: number;
  readonly topics: readonly TopicLink[];
  /** Who took it, as far as they are credited people of the site. */
  readonly people: readonly PersonLink[];
}

/** The credit role of those who take photos. */
const photographerRole = 'photos';

/** Newest article first, in its order; what is not published has no photo here, in the preview either. */
export function collectPhotos({
  articles,
  people,
}: Pick<Edition, 'articles' | 'people'>): readonly ArchivedPhoto[] {
  const byName = new Map(people.map(({ slug, name, url }) => [name, { slug, name, url }]));
  return articles
    .filter(({ status }) => status === 'published')
    .flatMap((article) => {
      const photographers = article.credits.find(({ role }) => role === photographerRole)?.people ?? [];
      return picturesOf(article).map((picture): ArchivedPhoto => {
        const { title, url, lang, date, topics } = article;
        const named = picture.credit === undefined ? undefined : byName.get(picture.credit);
        // The photo's own credit names another photographer.
        const own = picture.credit === undefined ? photographers : named === undefined ? [] : [named];
        return {
          picture,
          article: { title, url, lang },
          year: Number(date.day.slice(0, 4)),
          topics,
          people: own,
        };
      });
    });
}

/** With the lead photo, where the body does not show it. */
function picturesOf({ image, pictures }: Article): readonly Picture[] {
  return image === undefined || image.number > 0 ? pictures : [image, ...pictures];
}

/** A way to look for photos. */
export type PhotoFilterName = 'topic' | 'year' | 'person';

/** Some of the photos, by one thing that they have in common. */
export interface PhotoGroup {
  readonly filter: PhotoFilterName;
  /** Slug or year. */
  readonly value: string;
  readonly label: string;
  readonly url: string;
  readonly photos: readonly ArchivedPhoto[];
}

/** All groups that hold a photo: topics in the order of site.yaml, newest year first, people by family name. */
export function groupPhotos(photos: readonly ArchivedPhoto[], edition: Edition): readonly PhotoGroup[] {
  const root = photosUrl(edition);
  const byTopic = new Map<string, ArchivedPhoto[]>();
  const byYear = new Map<string, ArchivedPhoto[]>();
  const byPerson = new Map<string, ArchivedPhoto[]>();
  for (const photo of photos) {
    for (const { slug } of photo.topics) push(byTopic, slug, photo);
    push(byYear, String(photo.year), photo);
    for (const { slug } of photo.people) push(byPerson, slug, photo);
  }
  const groups = (
    filter: PhotoFilterName,
    folder: string,
    found: ReadonlyMap<string, readonly ArchivedPhoto[]>,
    options: readonly { readonly value: string; readonly label: string }[],
  ) =>
    options.flatMap(({ value, label }): PhotoGroup[] => {
      const group = found.get(value);
      return group === undefined
        ? []
        : [{ filter, value, label, url: `${root}${folder}${value}/`, photos: group }];
    });
  const named = ({ slug, name }: { readonly slug: string; readonly name: string }) => ({
    value: slug,
    label: name,
  });
  return [
    ...groups('topic', 'topics/', byTopic, edition.topics.map(named)),
    ...groups(
      'year',
      'years/',
      byYear,
      [...byYear.keys()].map((year) => ({ value: year, label: year })),
    ),
    ...groups('person', 'people/', byPerson, edition.people.map(named)),
  ];
}

/** Those that a machine made or changed. */
export function markedPhotos(photos: readonly ArchivedPhoto[]): readonly ArchivedPhoto[] {
  return photos.filter(({ picture }) => machineShare(picture.sourceType) !== 'none');
}

/** Of the list of pictures that a machine made or changed, which is there where one is published. */
export function markedPhotosUrl(edition: Pick<Edition, 'url'>): string {
  return `${photosUrl(edition)}machine/`;
}

export function photosUrl({ url }: Pick<Edition, 'url'>): string {
  return `${url}photos/`;
}

function push(groups: Map<string, ArchivedPhoto[]>, key: string, photo: ArchivedPhoto): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [photo]);
  else group.push(photo);
}
