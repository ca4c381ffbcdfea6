/** One story as lists, the home page and other sites show it: for the editor, beside the text. In the preview alone. */

import type { Article, Edition } from '../../src/site/site.ts';
import { StoryCard, type StoryCardProps } from '../components/story-card.tsx';
import { Document } from '../layout/document.tsx';
import { type RenderContext, type Route, route } from '../page-template.ts';

/** The route of a page that is at no address of the site. */
export function storyCardsRoute(article: Article, edition: Edition): Route {
  const { card, socialImage } = article;
  return route(article.url, edition, { card, social: socialImage.path, url: article.url }, StoryCardsPage);
}

interface StoryCardsProps {
  readonly card: Article['card'];
  /** The picture beside links to the story, relative to the site. */
  readonly social: string;
  readonly url: string;
  readonly context: RenderContext;
}

const places: readonly (readonly [string, StoryCardProps['variant']])[] = [
  ['Lead of the home page and of a topic', 'lead'],
  ['In a topic on the home page', 'card'],
  ['In lists', 'row'],
  ['Among the latest', 'brief'],
];

function StoryCardsPage({ card, social, url, context }: StoryCardsProps) {
  return (
    <Document context={context} url={url} title={card.title} className="page-components" isHidden>
      <div class="specimens">
        {places.map(([place, variant]) => (
          <section key={variant}>
            <p class="story-topic">{place}</p>
            <StoryCard
              article={card}
              context={context}
              variant={variant}
              level={2}
              showSummary={variant !== 'brief'}
            />
          </section>
        ))}
        <section>
          <p class="story-topic">Where its link is shared</p>
          <img src={context.site.href(`/${social}`)} alt="" width="600" />
        </section>
      </div>
    </Document>
  );
}
