/** Below the body: what was corrected, where it comes from, whom to ask, and what came before and after. */

import type { ArticleNeighbours } from '../../src/site/neighbours.ts';
import type { Article } from '../../src/site/site.ts';
import type { RenderContext } from '../page-template.ts';
import { Contacts } from './contacts.tsx';
import { Corrections } from './corrections.tsx';
import { Neighbours } from './neighbours.tsx';
import { PressKit } from './press-kit.tsx';
import { Said } from './said.tsx';
import { Series, type SeriesPlace } from './series.tsx';
import { Share } from './share.tsx';

interface ArticleFootProps {
  readonly story: Article;
  readonly neighbours: ArticleNeighbours;
  readonly series?: SeriesPlace;
  readonly context: RenderContext;
}

export function ArticleFoot({ story, neighbours, series, context }: ArticleFootProps) {
  return (
    <footer class="article-foot">
      <Corrections
        corrections={story.corrections.filter(({ kind }) => kind !== 'retraction')}
        id="corrections-title"
        context={context}
      />
      <Source story={story} context={context} />
      <Contacts contacts={story.contacts} context={context} />
      <PressKit story={story} context={context} />
      <Share story={story} context={context} />
      {series !== undefined && <Series place={series} context={context} />}
      <Neighbours {...neighbours} context={context} />
    </footer>
  );
}

function Source({ story: { source }, context }: Pick<ArticleFootProps, 'story' | 'context'>) {
  if (source === undefined) return null;
  return (
    <p class="article-source">
      <strong>
        <Said word="source" edition={context.edition}>
          {context.edition.messages.source}
        </Said>
      </strong>{' '}
      {source.url === undefined ? source.name : <a href={source.url}>{source.name}</a>}
    </p>
  );
}
