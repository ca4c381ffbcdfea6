/** The list of all topics. */

import type { TopicLink, Translation } from '../../src/site/site.ts';
import { defined } from '../../src/text/defined.ts';
import { Said } from '../components/said.tsx';
import { SectionPage } from '../layout/section-page.tsx';
import { type PageTemplate, type RenderContext, route } from '../page-template.ts';
import { translationsOf } from './translations.ts';

export const topics: PageTemplate = {
  name: 'topics',
  routes: (site) =>
    site.editions.map((edition) => {
      const topics = edition.topics.map(
        ({ slug, name, url, description, articles }): ListedTopic => ({
          slug,
          name,
          url,
          ...defined({ description }),
          count: articles.length,
        }),
      );
      const translations = translationsOf(site, edition, (other) => `${other.url}topics/`);
      return route(`${edition.url}topics/`, edition, { topics, translations }, TopicsPage);
    }),
};

interface ListedTopic extends TopicLink {
  readonly description?: string;
  readonly count: number;
}

interface TopicsPageProps {
  readonly topics: readonly ListedTopic[];
  readonly translations: readonly Translation[];
  readonly context: RenderContext;
}

function TopicsPage({ topics: listed, translations, context }: TopicsPageProps) {
  const { edition, site } = context;
  const { messages } = edition;
  return (
    <SectionPage word="topics" url={`${edition.url}topics/`} translations={translations} context={context}>
      <ul class="topic-list">
        {listed.map((topic) => (
          <li key={topic.slug}>
            <h2 class="topic-list-name">
              <a href={site.href(topic.url)}>{topic.name}</a>
            </h2>
            {topic.description !== undefined && <p>{topic.description}</p>}
            <p class="page-count">
              <Said word="articleCount" edition={edition}>
                {messages.articleCount(topic.count)}
              </Said>
            </p>
          </li>
        ))}
      </ul>
    </SectionPage>
  );
}
