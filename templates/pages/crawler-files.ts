/**
 * What crawlers, hosts, timers and home screens read: sitemaps, `due.json`, `robots.txt`, the web manifest, and redirects
 * and headers as Netlify, Cloudflare Pages and nginx read them.
 */

import { dueFile, dueMoments } from '../../src/feeds/due.ts';
import { nginxServer, playerMarkName } from '../../src/output/nginx-server.ts';
import { outputFileOf } from '../../src/output/output-file.ts';
import { type HeaderRule, headerRules, printHeaderRules } from '../../src/output/security-headers.ts';
import { newsArticles, newsSitemap } from '../../src/seo/news-sitemap.ts';
import { robots, sitemap, sitemapEntries, sitemapIndex, splitSitemap } from '../../src/seo/sitemap.ts';
import { webManifest } from '../../src/seo/web-manifest.ts';
import type { Assets } from '../../src/site/assets.ts';
import { allowedPlayers, type PlayerPage, playerPages } from '../../src/site/players.ts';
import type { Edition, Redirect, Site, SiteFrame } from '../../src/site/site.ts';
import { defined } from '../../src/text/defined.ts';
import { type PageTemplate, type RenderContext, type Route, route } from '../page-template.ts';

export const crawlerFiles: PageTemplate = {
  name: 'crawlerFiles',
  routes: (site) =>
    site.editions.flatMap((edition) => [
      route(`${edition.url}site.webmanifest`, edition, {}, webManifest),
      ...(edition.isDefault
        ? [
            ...sitemapRoutes(site, edition),
            route('/news-sitemap.xml', edition, { articles: newsArticles(site) }, newsSitemap),
            route('/due.json', edition, { moments: dueMoments(site) }, dueFile),
            route('/robots.txt', edition, {}, robots),
            route('/_redirects', edition, moves(site), redirectRules),
            route(
              '/_nginx.conf',
              edition,
              { ...moves(site), players: allowedPlayers(site.config.films.peertube) },
              nginxRules,
            ),
            route('/_headers', edition, { playerPages: playerPages(site) }, headers),
            ...playerMarks(site, edition),
          ]
        : []),
    ]),
};

function sitemapRoutes(site: Site, edition: Edition): readonly Route[] {
  const parts = splitSitemap(sitemapEntries(site));
  if (parts.length === 1) return [route('/sitemap.xml', edition, { entries: parts[0] ?? [] }, sitemap)];
  const numbered = parts.map((entries, index) => ({ url: `/sitemap-${index + 1}.xml`, entries }));
  return [
    route('/sitemap.xml', edition, { urls: numbered.map(({ url }) => url) }, sitemapIndex),
    ...numbered.map(({ url, entries }) => route(url, edition, { entries }, sitemap)),
  ];
}

function moves({ redirects, gone }: Site) {
  return { redirects, gone: gone.map(({ url }) => url) };
}

interface RedirectRulesProps {
  readonly redirects: readonly Redirect[];
  /** Urls. */
  readonly gone: readonly string[];
  readonly context: RenderContext;
}

function redirectRules({ redirects, gone, context: { site } }: RedirectRulesProps): string {
  const { pathPrefix } = site;
  return [
    ...(pathPrefix === '/' ? [] : [`${pathPrefix.slice(0, -1)} ${pathPrefix} 301\n`]),
    ...redirects.map(({ from, to }) => `${site.href(from)} ${site.href(to)} 301\n`),
    // The page lies there already: the rule gives it its status, on hosts that know this one.
    ...gone.map((url) => `${site.href(url)} ${site.href(`/${outputFileOf(url)}`)} 410!\n`),
  ].join('');
}

interface NginxProps extends RedirectRulesProps {
  /** Origins. */
  readonly players: readonly string[];
}

/** All this for a server block of nginx. An address with characters that nginx reads as its own is left out. */
function nginxRules({ redirects, gone, players, context: { assets, site } }: NginxProps): string {
  const at = (url: string, rule: string): string => {
    const path = site.pathPrefix + url.slice(1);
    return /^[\p{L}\p{N}/._~-]+$/u.test(path) ? `location = ${path} { ${rule} }\n` : '';
  };
  return [
    nginxServer(siteHeaders(site, assets), site.pathPrefix, players),
    ...redirects.map(({ from, to }) => at(from, `return 301 ${site.href(to)};`)),
    ...gone.map((url) => at(url, `error_page 410 ${site.href(`/${outputFileOf(url)}`)}; return 410;`)),
  ].join('');
}

interface HeadersProps extends Pick<RedirectRulesProps, 'context'> {
  readonly playerPages: readonly PlayerPage[];
}

function headers({ playerPages: pages, context: { assets, site } }: HeadersProps): string {
  return printHeaderRules(siteHeaders(site, assets, pages));
}

/** A file beside each page with films: a server that knows the page by nothing else asks whether it is there. */
function playerMarks(site: Site, edition: Edition): readonly Route[] {
  return playerPages(site).flatMap(({ url, origins }) =>
    origins.map((origin) => route(`${url}${playerMarkName(origin)}`, edition, { origin }, playerMark)),
  );
}

function playerMark({ origin }: { readonly origin: string }): string {
  return `${origin}\n`;
}

/** The headers of the whole site, for hosts of every kind. */
export function siteHeaders(
  site: SiteFrame,
  assets: Assets,
  pages: readonly PlayerPage[] = [],
): readonly HeaderRule[] {
  return headerRules({
    pathPrefix: site.pathPrefix,
    isHttps: site.baseUrl.startsWith('https:'),
    ...defined({ editorHost: site.editorHost }),
    formTargets: site.formTargets,
    scripts: Object.values(assets.inlineScripts).map(({ hash }) => hash),
    playerPages: pages.map(({ url, origins }) => ({ path: site.href(url), origins })),
  });
}
