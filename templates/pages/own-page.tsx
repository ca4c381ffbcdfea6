/** Pages of the web team's own templates, with the site around them. */

import type { OwnPage } from '../../src/site/site.ts';
import { defined } from '../../src/text/defined.ts';
import { SafeHtml } from '../components/safe-html.tsx';
import { Document } from '../layout/document.tsx';
import { type PageTemplate, type RenderContext, route } from '../page-template.ts';

export const ownPage: PageTemplate = {
  name: 'ownPage',
  routes: (site) =>
    site.editions.flatMap((edition) =>
      (site.ownPages ?? [])
        .filter(({ lang }) => lang === edition.lang)
        .map((page) => route(page.url, edition, { page }, FramedPage)),
    ),
};

interface FramedPageProps {
  readonly page: OwnPage;
  readonly context: RenderContext;
}

function FramedPage({ page, context }: FramedPageProps) {
  return (
    <Document
      context={context}
      url={page.url}
      title={page.title}
      isHidden={page.isHidden}
      className="page-text"
      {...defined({ description: page.description })}
    >
      <div class="article">
        <SafeHtml tag="div" className="prose" html={page.html} />
      </div>
    </Document>
  );
}
