/** `404.html`: what the web server sends for addresses that lead nowhere. In the default language. */

import type { ArticleCard } from '../../src/site/site.ts';
import { PageHead } from '../components/page-head.tsx';
import { languageOf } from '../components/said.tsx';
import { SearchBox } from '../components/search-box.tsx';
import { StoryList } from '../components/story-list.tsx';
import { Document } from '../layout/document.tsx';
import { type PageTemplate, type RenderContext, route } from '../page-template.ts';

const url = '/404.html';
/** Enough to read on, few enough to see that this is not the page that was wanted. */
const offeredArticles = 5;

export const notFound: PageTemplate = {
  name: 'notFound',
  routes: (site) =>
    site.editions
      .filter(({ isDefault }) => isDefault)
      .map((edition) => {
        const articles = edition.articles.slice(0, offeredArticles).map(({ card }) => card);
        return route(url, edition, { articles }, NotFoundPage);
      }),
};

interface NotFoundPageProps {
  readonly articles: readonly ArticleCard[];
  readonly context: RenderContext;
}

function NotFoundPage({ articles, context }: NotFoundPageProps) {
  const { edition, site } = context;
  const { messages } = edition;
  return (
    <Document context={context} url={url} title={messages.notFoundTitle} isHidden className="page-list">
      <PageHead
        title={messages.notFoundTitle}
        titleLanguage={languageOf('notFoundTitle', edition)}
        label="404"
        summary={messages.notFoundText}
      >
        <SearchBox context={context} />
        <p class="page-count">
          <a href={site.href(edition.url)}>{messages.backHome}</a>
        </p>
      </PageHead>
      <StoryList articles={articles} context={context} />
    </Document>
  );
}
