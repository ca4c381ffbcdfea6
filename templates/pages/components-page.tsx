/**
 * `templates/`: every component in every state, in each language and, at `templates/rtl/`, from right to left.
 * For those who design; it is in the preview alone.
 */

import type { ComponentChildren } from 'preact';
import { neighboursOf } from '../../src/site/neighbours.ts';
import type { ArticleCard, Edition, HomeRow, Site } from '../../src/site/site.ts';
import { defined } from '../../src/text/defined.ts';
import { ArticleBody } from '../components/article-body.tsx';
import { ArticleFoot } from '../components/article-foot.tsx';
import { ArticleHead } from '../components/article-head.tsx';
import { Figure } from '../components/figure.tsx';
import { Gallery } from '../components/gallery.tsx';
import { HomeRows } from '../components/home-rows.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Pagination } from '../components/pagination.tsx';
import { RelatedStories } from '../components/related-stories.tsx';
import { StoryCard } from '../components/story-card.tsx';
import { StoryList } from '../components/story-list.tsx';
import { Document } from '../layout/document.tsx';
import { type PageTemplate, type RenderContext, type Route, route } from '../page-template.ts';
import { proseSpecimens, type Specimens, specimensOf } from '../specimens.ts';

export const componentsPage: PageTemplate = {
  name: 'componentsPage',
  routes: (site) => (site.isPreview ? site.editions.flatMap((edition) => routesOf(edition, site)) : []),
};

function routesOf(edition: Edition, { editions }: Site): readonly Route[] {
  const prose = edition.lang.startsWith('zh') ? proseSpecimens.zh : proseSpecimens.en;
  const specimens = specimensOf(edition, prose);
  if (specimens === undefined) return [];
  const url = `${edition.url}templates/`;
  const page = route(url, edition, { specimens, url }, ComponentsPage);
  if (edition !== editions[0]) return [page];
  const mirrored = { frame: { ...edition.frame, direction: 'rtl' as const } };
  const arabic = specimensOf(edition, proseSpecimens.ar) ?? specimens;
  return [page, route(`${url}rtl/`, mirrored, { specimens: arabic, url: `${url}rtl/` }, ComponentsPage)];
}

interface ComponentsPageProps {
  readonly specimens: Specimens;
  readonly url: string;
  readonly context: RenderContext;
}

const colours = ['paper', 'paper-raised', 'ink', 'ink-soft', 'rule', 'accent', 'link', 'focus', 'band'];
const sizes = ['4xl', '3xl', '2xl', 'xl', 'l', 'm', 's', 'xs'];
const cardVariants = ['lead', 'card', 'wide', 'row', 'brief', 'plain'] as const;
const listSteps = [
  { page: 1, pages: 3, older: '/' },
  { page: 2, pages: 3, newer: '/', older: '/' },
  { page: 3, pages: 3, newer: '/' },
];
const gallerySizes = [1, 2, 3, 4, 7, 12];

function ComponentsPage({ specimens, url, context }: ComponentsPageProps) {
  const { story, pictures } = specimens;
  const [previous, next] = specimens.cards.map((card) => ({ title: card.title, url: card.url }));
  const series = {
    name: 'Three Seasons',
    url: '/',
    part: 2,
    parts: 3,
    ...defined({ previous, next }),
  };
  return (
    <Document context={context} url={url} title="Templates" isHidden hasPhotos className="page-components">
      <div class="specimens" id="specimen">
        <PageHead title="Templates" label="Design system" summary="Every component in every state.">
          <p class="page-count">{context.edition.messages.articleCount(1)}</p>
        </PageHead>
        <Specimen name="Titles of sections: with a link, with a count">
          <h2 class="section-title">
            <a href="#specimen">{context.edition.messages.topics}</a>
          </h2>
          <h2 class="section-title">
            {context.edition.messages.archive} <span class="section-count">12</span>
          </h2>
        </Specimen>
        <Specimen name="Colours">
          <div class="swatches">
            {colours.map((name) => (
              <p key={name} class={`swatch swatch-${name}`}>
                <span>{name}</span>
              </p>
            ))}
          </div>
        </Specimen>
        <Specimen name="Sizes of text">
          {sizes.map((size) => (
            <p key={size} class={`type-${size}`}>
              {size} {story.title}
            </p>
          ))}
        </Specimen>
        <Specimen name="A long headline">
          <p class="article-title article-title-long">{`${story.title}: ${story.title}`}</p>
        </Specimen>
        <Lists specimens={specimens} context={context} />
      </div>
      <article class="article" lang={context.edition.lang}>
        <ArticleHead
          story={{ ...story, ai: { text: { kind: 'term', term: 'assisted' } } }}
          context={context}
        />
        <ArticleBody blocks={story.body.blocks} context={context} />
        <div class="body">
          <Figures specimens={specimens} context={context} />
        </div>
        <ArticleFoot
          story={{
            ...story,
            pressKit: { path: 'photos/', photoCount: pictures.length, sizeBytes: 12_300_000 },
          }}
          neighbours={neighboursOf(specimens.cards, 1)}
          series={series}
          context={context}
        />
      </article>
      <RelatedStories articles={specimens.cards.slice(0, 4)} context={context} />
    </Document>
  );
}

function Specimen({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <section class="specimen" aria-label={name}>
      <h2 class="specimen-name">{name}</h2>
      {children}
    </section>
  );
}

function Lists({ specimens, context }: Pick<ComponentsPageProps, 'specimens' | 'context'>) {
  const { withPhoto, withoutPhoto, cards } = specimens;
  return (
    <>
      {cardVariants.map((variant) => (
        <Specimen key={variant} name={`Story card: ${variant}`}>
          <div class={variant === 'lead' || variant === 'row' ? 'specimen-column' : 'story-grid'}>
            <StoryCard article={withPhoto} context={context} variant={variant} showSummary />
            <StoryCard article={withMark(withPhoto)} context={context} variant={variant} />
            <StoryCard article={withoutPhoto} context={context} variant={variant} showTopic={false} />
          </div>
        </Specimen>
      ))}
      <Specimen name="Story list, and an empty one">
        <StoryList articles={cards.slice(0, 3)} context={context} />
        <StoryList articles={[]} context={context} />
      </Specimen>
      <Specimen name="Rows of the home page">
        <div class="home">
          <HomeRows rows={homeRows(specimens)} context={context} />
        </div>
      </Specimen>
      <Specimen name="Pages of a list: first, middle, last">
        {listSteps.map((steps) => (
          <Pagination key={steps.page} steps={steps} context={context} />
        ))}
      </Specimen>
    </>
  );
}

const signed = {
  state: 'intact',
  signer: 'Picture Machine Inc.',
  tool: 'Picture Machine 2',
  isOriginalPublic: true,
} as const;

/** With a photo that AI changed. */
function withMark(card: ArticleCard): ArticleCard {
  return card.image === undefined
    ? card
    : { ...card, image: { ...card.image, sourceType: 'compositeWithTrainedAlgorithmicMedia' } };
}

/** One of each kind, and of topics one to four beside each other. */
function homeRows({ withPhoto, withoutPhoto, cards, topics, pictures }: Specimens): readonly HomeRow[] {
  const [picture] = pictures;
  const columns = topics.slice(0, 4).map((topic, index) => ({ topic, articles: cards.slice(0, index + 1) }));
  const lists = { week: cards.slice(0, 4), ever: cards };
  return [
    { kind: 'lead', story: withPhoto, beside: cards.slice(0, 4) },
    { kind: 'lead', story: withPhoto, beside: [] },
    { kind: 'lead', story: withoutPhoto, beside: [] },
    { kind: 'latest', cards: cards.slice(0, 3), briefs: cards.slice(3, 7) },
    { kind: 'latest', cards: [withPhoto], briefs: [withoutPhoto] },
    { kind: 'photos', story: withPhoto, pictures: pictures.slice(0, 5), morePictures: 7 },
    ...(picture === undefined
      ? []
      : [
          {
            kind: 'portrait',
            story: withPhoto,
            picture,
            quote: { text: withPhoto.summary, attribution: 'LI Hua' },
          } as const,
          { kind: 'wide', story: withPhoto, picture } as const,
        ]),
    { kind: 'topics', lines: [columns.slice(0, 1), columns.slice(0, 2), columns.slice(0, 3), columns] },
    { kind: 'most-read', lists },
  ];
}

/** Each picture stands once, because each has a number. */
function Figures({ specimens: { pictures }, context }: Pick<ComponentsPageProps, 'specimens' | 'context'>) {
  const upright = pictures.find(({ photo }) => photo.heightPx > photo.widthPx);
  const [bare, changed, ...others] = pictures.filter((picture) => picture !== upright);
  const starts = gallerySizes.map((_size, index) => gallerySizes.slice(0, index).reduce((a, b) => a + b, 0));
  return (
    <>
      {upright !== undefined && (
        <Figure
          picture={{
            ...upright,
            photo: { ...upright.photo, credentials: signed },
            sourceType: 'trainedAlgorithmicMedia',
          }}
          isNumbered
          context={context}
          sizes="100vw"
        />
      )}
      {bare !== undefined && <Figure picture={withoutWords(bare)} context={context} sizes="100vw" />}
      {changed !== undefined && (
        <Figure
          picture={{ ...changed, sourceType: 'compositeWithTrainedAlgorithmicMedia' }}
          context={context}
          sizes="100vw"
        />
      )}
      {gallerySizes.map((size, index) => {
        const start = starts[index] ?? 0;
        const shown = others.slice(start, start + size);
        return shown.length < size ? null : (
          <Gallery key={size} title={`${size}`} pictures={shown} context={context} />
        );
      })}
    </>
  );
}

function withoutWords<T extends { caption?: string; captionText?: string; credit?: string }>(picture: T) {
  const { caption: _caption, captionText: _text, credit: _credit, ...rest } = picture;
  return rest;
}
