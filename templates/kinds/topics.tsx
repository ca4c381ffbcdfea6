/** The list of all topics. */

import { PageHead } from '../components/page-head.tsx';
import { Document } from '../layout/document.tsx';
import type { PageKind, RenderContext } from '../page-kind.ts';

export const topics: PageKind = {
  name: 'topics',
  routes: (site) =>
    site.editions.map((edition) => ({
      url: `${edition.url}topics/`,
      edition,
      render: (context) => <TopicsPage context={context} />,
    })),
};

function TopicsPage({ context }: { readonly context: RenderContext }) {
  const { edition, site } = context;
  const { messages } = edition;
  return (
    <Document
      context={context}
      url={`${edition.url}topics/`}
      title={messages.topics}
      translations={site.editions
        .filter(({ lang }) => lang !== edition.lang)
        .map(({ lang, languageName, url }) => ({ lang, languageName, url: `${url}topics/` }))}
      className="page-list"
    >
      <PageHead title={messages.topics} />
      <ul class="topic-list">
        {edition.topics.map((topic) => (
          <li key={topic.slug}>
            <h2 class="topic-list-name">
              <a href={site.href(topic.url)}>{topic.name}</a>
            </h2>
            {topic.description !== undefined && <p>{topic.description}</p>}
            <p class="page-count">{messages.articleCount(topic.articles.length)}</p>
          </li>
        ))}
      </ul>
    </Document>
  );
}
