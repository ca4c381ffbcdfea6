/** The files that the search of each language fetches. */

import { BlockIndex, type EarlierShards, searchShard } from '../../src/search/block-index.ts';
import { variantsFile } from '../../src/search/chinese-variants.ts';
import { skippedWords } from '../../src/search/function-words.ts';
import { type SearchBlock, searchBlocks, searchFacets, searchPart } from '../../src/search/search-block.ts';
import { resultsPerPart, type SearchPages, type SearchRoot } from '../../src/search/search-format.ts';
import { searchPages } from '../../src/search/search-pages.ts';
import type { Edition } from '../../src/site/site.ts';
import { type PageTemplate, type Route, route } from '../page-template.ts';

export const searchIndex: PageTemplate = {
  name: 'searchIndex',
  routes: (site, earlier) =>
    site.editions.flatMap((edition) => {
      const blocks = searchBlocks(edition);
      return [
        route(
          `${edition.url}search/index.json`,
          edition,
          { root: rootOf(edition, site.frame.hasNewsletterForm, blocks) },
          printRoot,
        ),
        route(`${edition.url}search/pages.json`, edition, { pages: searchPages(edition) }, printPages),
        ...(edition.lang.startsWith('zh')
          ? [route(`${edition.url}search/variants.json`, edition, {}, variantsFile)]
          : []),
        ...blocks.flatMap((block) => blockRoutes(edition, block, earlier)),
      ];
    }),
};

function printPages({ pages }: { readonly pages: SearchPages }): string {
  return `${JSON.stringify(pages)}\n`;
}

function rootOf(
  { lang, url, frame, topics, people, archive, series, pages }: Edition,
  hasNewsletter: boolean,
  blocks: readonly SearchBlock[],
): SearchRoot {
  const { messages } = frame;
  return {
    articles: blocks.reduce((sum, { articles }) => sum + articles.length, 0),
    skipped: skippedWords(lang),
    blocks: blocks.map(({ name, version, articles, shards }) => ({
      name,
      version,
      count: articles.length,
      shards,
    })),
    topics: topicsWith(topics, true).map(({ slug, name }) => [slug, name]),
    years: archive.map(({ year }) => year),
    people: people.map(({ slug, name, role }) => (role === undefined ? [slug, name] : [slug, name, role])),
    series: series.map(({ slug, name }) => [slug, name]),
    pages: [
      ...pages.map((page): SearchRoot['pages'][number] => [page.url.slice(url.length), page.title]),
      ...topicsWith(topics, false).map(({ slug, name }) => [`topics/${slug}/`, name] as const),
      ...(frame.hasPress ? [['press/', messages.press] as const] : []),
      ...(hasNewsletter ? [['newsletter/', messages.newsletter] as const] : []),
      ...(frame.hasEvents ? [['events/', messages.events] as const] : []),
      ...(frame.hasSeries ? [['series/', messages.series] as const] : []),
      ['archive/', messages.archive],
      ['photos/', messages.photos],
      ['people/', messages.people],
      ['topics/', messages.topics],
      ['corrections/', messages.corrections],
    ],
  };
}

function topicsWith(topics: Edition['topics'], hasArticles: boolean): Edition['topics'] {
  return topics.filter(({ articles }) => articles.length > 0 === hasArticles);
}

function printRoot({ root }: { readonly root: SearchRoot }): string {
  return `${JSON.stringify(root)}\n`;
}

function blockRoutes(edition: Edition, block: SearchBlock, earlier?: EarlierShards): readonly Route[] {
  const index = new BlockIndex(block, earlier);
  const folder = `${edition.url}search/${block.name}/`;
  const parts = Math.ceil(block.articles.length / resultsPerPart);
  return [
    ...Array.from({ length: block.shards }, (_, shard) => ({
      ...route(`${folder}terms-${shard}.json`, edition, { index, shard }, searchShard),
      key: () => index.keyOf(shard),
    })),
    ...Array.from({ length: parts }, (_, part) => {
      const articles = block.articles.slice(part * resultsPerPart, (part + 1) * resultsPerPart);
      const cards = articles.map(({ card }) => card);
      return route(`${folder}articles-${part}.json`, edition, { cards }, searchPart);
    }),
    route(`${folder}facets.json`, edition, { block }, searchFacets),
  ];
}
