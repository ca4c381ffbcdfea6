/** What crawlers and hosts read: the sitemap, `robots.txt`, and redirects as Netlify and Cloudflare Pages read them. */

import { robots, sitemap, sitemapEntries } from '../../src/feeds/sitemap.ts';
import type { Redirect } from '../../src/site/site.ts';
import { type PageKind, type RenderContext, route } from '../page-kind.ts';

export const crawlerFiles: PageKind = {
  name: 'crawlerFiles',
  routes: (site) =>
    site.editions
      .filter(({ isDefault }) => isDefault)
      .flatMap((edition) => [
        route('/sitemap.xml', edition, { entries: sitemapEntries(site) }, sitemap),
        route('/robots.txt', edition, {}, robots),
        route('/_redirects', edition, { redirects: site.redirects }, redirectRules),
      ]),
};

interface RedirectRulesProps {
  readonly redirects: readonly Redirect[];
  readonly context: RenderContext;
}

function redirectRules({ redirects, context: { site } }: RedirectRulesProps): string {
  return redirects.map(({ from, to }) => `${site.href(from)} ${site.href(to)} 301\n`).join('');
}
