/** The rows of a home page, one component for each kind. */

import { planColumns } from '../../src/site/plan-columns.ts';
import type { ArticleCard, HomeRow, Quotation } from '../../src/site/site.ts';
import type { RenderContext } from '../page-template.ts';
import { DateLine } from './dates.tsx';
import { Headline } from './headline.tsx';
import { MostRead } from './most-read.tsx';
import { PhotoStory } from './photo-story.tsx';
import { Picture } from './picture.tsx';
import { PictureMark } from './picture-mark.tsx';
import { SectionTitle } from './section-title.tsx';
import { StoryCard } from './story-card.tsx';
import { StoryColumns } from './story-columns.tsx';
import { TopicColumns } from './topic-columns.tsx';

interface HomeRowsProps {
  readonly rows: readonly HomeRow[];
  readonly context: RenderContext;
}

export function HomeRows({ rows, context }: HomeRowsProps) {
  return rows.map((row, index) => <Row key={index} row={row} number={index + 1} context={context} />);
}

interface RowProps<Kind extends HomeRow['kind'] = HomeRow['kind']> {
  readonly row: Extract<HomeRow, { readonly kind: Kind }>;
  /** Tells rows of one kind apart. */
  readonly number: number;
  readonly context: RenderContext;
}

function Row({ row, number, context }: RowProps) {
  switch (row.kind) {
    case 'lead':
      return <LeadRow row={row} number={number} context={context} />;
    case 'latest':
      return <LatestRow row={row} number={number} context={context} />;
    case 'photos':
      return <PhotoStory row={row} number={number} context={context} />;
    case 'portrait':
      return <PortraitRow row={row} number={number} context={context} />;
    case 'wide':
      return <WideRow row={row} number={number} context={context} />;
    case 'topics':
      return <TopicColumns lines={row.lines} context={context} />;
    case 'most-read':
      return <MostRead lists={row.lists} context={context} />;
  }
}

function LeadRow({ row: { story, beside }, number, context }: RowProps<'lead'>) {
  const isFirst = number === 1;
  return (
    <div class={beside.length === 0 ? 'lead-row lead-alone' : 'lead-row'}>
      <StoryCard article={story} context={context} variant="lead" level={2} showSummary priority={isFirst} />
      {beside.length > 0 && (
        <div class="lead-list">
          {beside.map((article, index) => (
            <StoryCard
              key={article.id}
              article={article}
              context={context}
              variant={index === 0 ? 'card' : 'plain'}
              level={2}
              showSummary={index === 0}
            />
          ))}
        </div>
      )}
    </div>
  );
}

/** Small stories stand in at most so many columns. */
const briefColumns = 3;

function LatestRow({ row: { cards, briefs }, number, context }: RowProps<'latest'>) {
  const { edition } = context;
  const id = `latest-${number}`;
  let from = 0;
  const lines = planColumns(briefs.length, briefColumns).map((count) => {
    from += count;
    return briefs.slice(from - count, from);
  });
  return (
    <section class="latest-row" aria-labelledby={id}>
      <SectionTitle id={id} word="latest" edition={edition}>
        {edition.messages.latest}
      </SectionTitle>
      <StoryColumns cards={cards} context={context} />
      {lines.map((line) => (
        <StoryColumns key={line[0]?.id} cards={line} variant="brief" context={context} />
      ))}
    </section>
  );
}

function PortraitRow({ row: { story, picture, quote }, context }: RowProps<'portrait'>) {
  return (
    <article class="portrait-row">
      <div class="portrait-photo">
        <Picture picture={picture} sizes="(min-width: 48rem) 33vw, 60vw" isDecoration context={context} />
        <PictureMark picture={picture} context={context} />
      </div>
      <div class="portrait-text">
        <Quote quote={quote} lang={story.lang} />
        <div class="portrait-story">
          <RowStory story={story} titleClass="portrait-title" context={context} />
        </div>
      </div>
    </article>
  );
}

interface RowStoryProps {
  readonly story: ArticleCard;
  readonly titleClass: string;
  readonly context: RenderContext;
}

/** The words of a story that has a row of its own. */
function RowStory({ story, titleClass, context: { site, edition } }: RowStoryProps) {
  const [topic] = story.topics;
  return (
    <>
      {topic !== undefined && (
        <p class="story-topic">
          <a href={site.href(topic.url)}>{topic.name}</a>
        </p>
      )}
      <h2 class={titleClass}>
        <a href={site.href(story.url)}>
          <Headline text={story.title} lang={story.lang} />
        </a>
      </h2>
      <p class="story-summary">{story.summary}</p>
      <p class="story-meta">
        <DateLine date={story.date} locale={edition.locale} />
      </p>
    </>
  );
}

function Quote({ quote, lang }: { readonly quote: Quotation; readonly lang: string }) {
  return (
    <figure class="portrait-quote">
      <blockquote>
        <p>
          <Headline text={quote.text} lang={lang} />
        </p>
      </blockquote>
      <figcaption class="quote-source">{quote.attribution}</figcaption>
    </figure>
  );
}

function WideRow({ row: { story, picture }, context }: RowProps<'wide'>) {
  return (
    <article class="wide-row">
      <div class="wide-photo">
        <Picture
          picture={picture}
          sizes="(min-width: 120rem) 112rem, 100vw"
          isDecoration
          maximumPx={1920}
          context={context}
        />
        <PictureMark picture={picture} context={context} />
      </div>
      <div class="wide-text">
        <RowStory story={story} titleClass="wide-title" context={context} />
      </div>
    </article>
  );
}
