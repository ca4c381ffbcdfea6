/**
 * What a published site tells its own editor: public facts alone, so that the list of stories opens at once. What is not
 * published yet the editor reads from the repository, with the token of its reader. Pure.
 */

import { z } from 'zod';
import type { Content } from '../content/load-content.ts';
import type { Assets } from '../site/assets.ts';
import type { Site } from '../site/site.ts';
import { defined } from '../text/defined.ts';
import { storyEntry } from './store-messages.ts';
import { storyList } from './story-list.ts';

const publishedPhoto = z.strictObject({
  widthPx: z.number(),
  heightPx: z.number(),
  /** Of a small rendition. */
  address: z.string(),
});

const schema = {
  stories: z.array(
    storyEntry.extend({
      /** Name that git has for its file. */
      blob: z.string().optional(),
    }),
  ),
  /** Names in credits. */
  people: z.array(z.string()),
  series: z.array(z.string()),
  /** Style sheets and scripts of pages. */
  assets: z.custom<Assets>((value) => typeof value === 'object'),
};

export const publishedSite = z.strictObject({
  ...schema,
  /** By file. */
  photos: z.record(z.string(), publishedPhoto).transform((photos) => new Map(Object.entries(photos))),
});

export type PublishedSite = Readonly<z.output<typeof publishedSite>>;

export interface PublishedParts {
  readonly content: Content;
  /** As readers see it. */
  readonly site: Site;
  readonly assets: Assets;
  /** Name that git has for a file of the content. */
  readonly blobOf: (file: string) => string | undefined;
}

/** As JSON that `publishedSite` reads. */
export function printPublishedSite({ content, site, assets, blobOf }: PublishedParts): string {
  const visible = new Set(site.editions.flatMap(({ articles }) => articles.map(({ file }) => file)));
  const articles = content.articles.filter(({ file }) => visible.has(file));
  const credits = articles.flatMap(({ frontMatter }) => Object.values(frontMatter.credits).flat());
  const series = articles.flatMap(({ frontMatter }) => frontMatter.series ?? []);
  const { pathPrefix } = site.config;
  const facts: z.input<typeof publishedSite> = {
    stories: storyList({ articles, files: new Set() }, site.nowMs).map((entry) => ({
      ...withoutMoments(entry),
      ...defined({ blob: blobOf(entry.file) }),
    })),
    people: sortedOnce(credits),
    series: sortedOnce(series),
    assets,
    photos: Object.fromEntries(
      site.photos.flatMap(({ file, widthPx, heightPx, renditions: [smallest] }) =>
        smallest === undefined
          ? []
          : [[file, { widthPx, heightPx, address: pathPrefix + smallest.path }] as const],
      ),
    ),
  };
  return JSON.stringify(facts);
}

/** What is published stays the same bytes until the content changes; when a story goes, its own text says. */
function withoutMoments<T extends { readonly until?: string | undefined }>({ until: _, ...entry }: T) {
  return entry;
}

function sortedOnce(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
