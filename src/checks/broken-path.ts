/** Finds links by path, such as `/2024/01/fair/`, to a page that this site does not have. */

import { readingCodes } from '../diagnostics/codes.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { explainShorterLife, explainUnseen } from '../site/lifetime.ts';
import { feedUrlOf } from '../site/permalinks.ts';
import type { Site } from '../site/site.ts';
import { decodePath } from '../text/decode-address.ts';
import type { Finding, SiteRule } from './rule.ts';

/** What the site makes besides articles, pages, topics and people: its addresses are not judged here. */
const ownRooms = /^\/(?:(?:assets|photos|search|series|corrections|admin|404)\/|[^/]*$)/u;

export const brokenPath: SiteRule = {
  code: 'broken-link',
  level: 'error',
  explanation: readingCodes['broken-link'],
  check: (documents, { everything, site: { nowMs }, content }) => {
    const links = documents.flatMap((document) =>
      document.body.links.flatMap(({ target, place }) =>
        target.kind === 'path'
          ? [{ path: target.path, place, file: document.displayPath, timing: document.article?.timing }]
          : [],
      ),
    );
    if (links.length === 0) return [];
    const site = everything();
    const known = urlsOf(site);
    const timings = new Map(content.articles.map(({ file, timing }) => [file, timing]));
    const timingAt = new Map(
      site.editions.flatMap(({ articles }) =>
        articles.map((article) => [article.url, timings.get(article.file)] as const),
      ),
    );
    const languages = Object.keys(content.config.languages);
    return links.flatMap(({ path, place, file, timing }): Finding[] => {
      const bare = decodePath(path.replace(/[?#].*$/su, ''));
      const url = bare.endsWith('/') ? bare : `${bare}/`;
      const [, first = '', ...rest] = url.split('/');
      const inEdition = languages.includes(first) ? `/${rest.join('/')}` : url;
      const isFile = /\.[a-z0-9]+\/$/iu.test(url);
      const story = timingAt.get(url);
      const shorter = story && explainShorterLife(timing, story, nowMs);
      if (shorter !== undefined) return [{ file, ...place, ...explainUnseen(bare, shorter) }];
      if (known.has(url) || known.has(bare) || ownRooms.test(inEdition) || isFile) return [];
      const { pathPrefix } = content.config;
      // As the address bar of a browser shows it.
      const inside =
        pathPrefix !== '/' && url.startsWith(pathPrefix) ? url.slice(pathPrefix.length - 1) : url;
      const guess = known.has(inside) ? inside : didYouMean(url, [...known]);
      return [
        {
          file,
          ...place,
          message: `This site has no page at ${bare}.`,
          hint:
            guess === undefined
              ? 'Link to the story by its file: ../../2024/its-folder/index.md'
              : `Did you mean ${guess}?`,
        },
      ];
    });
  },
};

function urlsOf({ editions, redirects, attachments }: Site): ReadonlySet<string> {
  return new Set([
    ...editions.flatMap(({ url, articles, topics, people, archive, pages }) => [
      url,
      ...articles.map((article) => article.url),
      ...[...topics, ...people].flatMap((list) => [list.url, feedUrlOf(list.url)]),
      `${url}archive/`,
      `${url}topics/`,
      `${url}people/`,
      ...archive.flatMap((year) => [year.url, ...year.months.map((month) => month.url)]),
      ...pages.map((page) => page.url),
    ]),
    ...redirects.map(({ from }) => from),
    ...attachments.map(({ url }) => url),
  ]);
}
