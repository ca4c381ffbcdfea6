/**
 * What crawlers, hosts and home screens read: sitemaps, `robots.txt`, the web manifest, and redirects and headers as
 * Netlify and Cloudflare Pages read them.
 */

import { robots, sitemap, sitemapEntries } from '../../src/feeds/sitemap.ts';
import { webManifest } from '../../src/feeds/web-manifest.ts';
import { headerRules, printHeaderRules } from '../../src/output/security-headers.ts';
import type { Redirect } from '../../src/site/site.ts';
import { type PageKind, type RenderContext, route } from '../page-kind.ts';

export const crawlerFiles: PageKind = {
  name: 'crawlerFiles',
  routes: (site) =>
    site.editions.flatMap((edition) => [
      route(`${edition.url}site.webmanifest`, edition, {}, webManifest),
      ...(edition.isDefault
        ? [
            route('/sitemap.xml', edition, { entries: sitemapEntries(site) }, sitemap),
            route('/robots.txt', edition, {}, robots),
            route('/_redirects', edition, { redirects: site.redirects }, redirectRules),
            route('/_headers', edition, {}, headers),
          ]
        : []),
    ]),
};

interface RedirectRulesProps {
  readonly redirects: readonly Redirect[];
  readonly context: RenderContext;
}

function redirectRules({ redirects, context: { site } }: RedirectRulesProps): string {
  return redirects.map(({ from, to }) => `${site.href(from)} ${site.href(to)} 301\n`).join('');
}

function headers({ context: { assets, site } }: Pick<RedirectRulesProps, 'context'>): string {
  const hashes = (texts: RenderContext['assets']['sheets']) => [...texts.values()].map(({ hash }) => hash);
  const rules = headerRules({
    pathPrefix: site.pathPrefix,
    isHttps: site.baseUrl.startsWith('https:'),
    styles: hashes(assets.sheets),
    scripts: hashes(assets.inlineScripts),
  });
  return printHeaderRules(rules);
}
