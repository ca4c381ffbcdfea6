/** What crawlers and hosts read: the sitemap, `robots.txt`, and redirects as Netlify and Cloudflare Pages read them. */

import { robots, sitemap } from '../../src/feeds/sitemap.ts';
import type { PageKind } from '../page-kind.ts';

export const crawlerFiles: PageKind = {
  name: 'crawlerFiles',
  routes: (site) =>
    site.editions
      .filter(({ isDefault }) => isDefault)
      .flatMap((edition) => [
        { url: '/sitemap.xml', edition, render: () => sitemap(site) },
        { url: '/robots.txt', edition, render: () => robots(site) },
        {
          url: '/_redirects',
          edition,
          render: () =>
            site.redirects.map(({ from, to }) => `${site.href(from)} ${site.href(to)} 301\n`).join(''),
        },
      ]),
};
