/** A page at an old address that leads to the new one: works on every host, with or without its redirect rules. */

import type { Redirect, Site } from '../../src/site/site.ts';
import { Said } from '../components/said.tsx';
import { type PageTemplate, type RenderContext, route } from '../page-template.ts';

export const redirect: PageTemplate = {
  name: 'redirect',
  routes: (site) =>
    site.redirects.map((entry) => route(entry.from, editionOf(entry, site), { entry }, RedirectPage)),
};

interface RedirectPageProps {
  readonly entry: Redirect;
  readonly context: RenderContext;
}

function RedirectPage({ entry, context }: RedirectPageProps) {
  const { edition, site } = context;
  const target = site.href(entry.to);
  return (
    <html lang={edition.lang} dir={edition.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="refresh" content={`0; url=${target}`} />
        <meta name="robots" content="noindex" />
        <title>{edition.messages.redirectTitle}</title>
        <link rel="canonical" href={site.absolute(entry.to)} />
      </head>
      <body>
        <main>
          <h1>
            <Said word="redirectTitle" edition={edition}>
              {edition.messages.redirectTitle}
            </Said>
          </h1>
          <p>
            <Said word="redirectText" edition={edition}>
              {edition.messages.redirectText}
            </Said>{' '}
            <a href={target}>{site.absolute(entry.to)}</a>
          </p>
        </main>
      </body>
    </html>
  );
}

function editionOf({ to, lang }: Redirect, site: Site) {
  const edition = site.editions.find((candidate) => candidate.lang === lang);
  if (edition === undefined)
    throw new Error(`The redirect leads to ${to}, which is in no language of the site.`);
  return edition;
}
