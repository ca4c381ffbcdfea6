/** Pages that are not news: about, contact, privacy. */

import { playersIn } from '../../src/site/players.ts';
import type { Page } from '../../src/site/site.ts';
import { defined } from '../../src/text/defined.ts';
import { AiNote } from '../components/ai-note.tsx';
import { ArticleBody, bodyParts, holdsPhotos } from '../components/article-body.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Document } from '../layout/document.tsx';
import { type PageTemplate, type RenderContext, route } from '../page-template.ts';

export const textPage: PageTemplate = {
  name: 'textPage',
  routes: (site) =>
    site.editions.flatMap((edition) =>
      edition.pages.map((page) => route(page.url, edition, { page }, TextPage)),
    ),
};

interface TextPageProps {
  readonly page: Page;
  readonly context: RenderContext;
}

function TextPage({ page, context }: TextPageProps) {
  return (
    <Document
      context={context}
      url={page.url}
      title={page.title}
      translations={page.translations}
      hasPhotos={holdsPhotos(page.blocks)}
      parts={bodyParts(page.blocks)}
      players={playersIn(page.blocks)}
      className="page-text"
      {...defined({ description: page.summary })}
    >
      <div class="article">
        <PageHead title={page.title} summary={page.summary} />
        <AiNote ai={page.ai} context={context} />
        <ArticleBody blocks={page.blocks} context={context} />
      </div>
    </Document>
  );
}
