/** The body of an article or page: one component for each kind of block. */

import type { FigureSize } from '../../src/markdown/figure-size.ts';
import type { BodyBlock, Picture } from '../../src/site/site.ts';
import { defined } from '../../src/text/defined.ts';
import { directionWithin } from '../../src/text/text-direction.ts';
import type { RenderContext } from '../page-template.ts';
import { type BodyPart, layOutBody, sizeOf } from './body-layout.ts';
import { Chart } from './chart.tsx';
import { Figure, type FigureProps } from './figure.tsx';
import { Film } from './film.tsx';
import { Gallery, ratioClass } from './gallery.tsx';
import { Media } from './media.tsx';
import { SafeHtml } from './safe-html.tsx';

interface BlocksProps {
  readonly blocks: readonly BodyBlock[];
  readonly context: RenderContext;
}

interface ArticleBodyProps extends BlocksProps {
  /** A photo above the text, which has no place in it. */
  readonly lead?: Picture;
}

/** Whether there is something for the viewer to show. */
export function holdsPhotos(blocks: readonly BodyBlock[]): boolean {
  return blocks.some(
    (block) =>
      block.kind === 'figure' ||
      block.kind === 'gallery' ||
      ((block.kind === 'note' || block.kind === 'facts') && holdsPhotos(block.blocks)),
  );
}

/** The sheets that only some bodies need. */
export function bodyParts(blocks: readonly BodyBlock[]): readonly 'chart'[] {
  return holdsCharts(blocks) ? ['chart'] : [];
}

function holdsCharts(blocks: readonly BodyBlock[]): boolean {
  return blocks.some(
    (block) =>
      block.kind === 'chart' ||
      ((block.kind === 'note' || block.kind === 'facts') && holdsCharts(block.blocks)),
  );
}

/** The widths of `assets/styles/components/figure.css`, as the `sizes` attribute says them. */
const sizesOf: Readonly<Record<FigureSize, string>> = {
  half: '(min-width: 36rem) 26rem, 100vw',
  text: '(min-width: 100rem) 42rem, (min-width: 42rem) 38rem, 100vw',
  wide: '(min-width: 100rem) 70rem, (min-width: 60rem) 54rem, 100vw',
  full: '100vw',
};
/** With text running around it. */
const besideSizes = '(min-width: 62rem) 20rem, (min-width: 36rem) 50vw, 100vw';

export function ArticleBody({ blocks, lead, context }: ArticleBodyProps) {
  return (
    <div class="body">
      {lead !== undefined && <LoneFigure picture={lead} priority context={context} />}
      {layOutBody(blocks).map((part, index) => (
        <Part key={index} part={part} isFirst={index === 0} context={context} />
      ))}
    </div>
  );
}

interface PartProps extends Pick<BlockProps, 'isFirst' | 'context'> {
  readonly part: BodyPart;
}

function Part({ part, ...props }: PartProps) {
  if (part.kind === 'block') return <Block block={part.block} {...props} />;
  return (
    <div class={`beside beside-${part.floating.kind}`}>
      {part.floating.kind === 'figure' ? (
        <LoneFigure
          picture={part.floating.picture}
          priority={props.isFirst}
          sizes={besideSizes}
          context={props.context}
        />
      ) : (
        <Block block={part.floating} {...props} />
      )}
      <Block block={part.prose} {...props} isFirst={false} />
    </div>
  );
}

function LoneFigure(
  props: Pick<FigureProps, 'picture' | 'priority' | 'context'> & Partial<Pick<FigureProps, 'sizes'>>,
) {
  const size = sizeOf(props.picture);
  return (
    <Figure
      sizes={sizesOf[size]}
      isCropped={size === 'full'}
      {...props}
      className={`figure figure-${size} ${ratioClass(props.picture)}`}
    />
  );
}

function Blocks({ blocks, context }: BlocksProps) {
  return blocks.map((block, index) => (
    <Block key={index} block={block} isFirst={index === 0} context={context} />
  ));
}

interface BlockProps {
  readonly block: BodyBlock;
  readonly isFirst: boolean;
  readonly context: RenderContext;
}

function Block({ block, isFirst, context }: BlockProps) {
  const { messages } = context.edition;
  switch (block.kind) {
    case 'prose':
      return <SafeHtml tag="div" className="prose" html={block.html} />;
    case 'figure':
      return <LoneFigure picture={block.picture} priority={isFirst} context={context} />;
    case 'chart':
      return <Chart block={block} context={context} />;
    case 'film':
      return <Film block={block} context={context} />;
    case 'media':
      return <Media block={block} context={context} />;
    case 'gallery':
      return <Gallery {...defined({ title: block.title })} pictures={block.pictures} context={context} />;
    case 'quote':
      return (
        <figure class="quote">
          <SafeHtml tag="blockquote" className="quote-text" html={block.html} />
          {block.attribution !== undefined && (
            <figcaption
              class="quote-source"
              {...directionWithin(block.attribution, context.edition.direction)}
            >
              {block.attribution}
            </figcaption>
          )}
        </figure>
      );
    case 'note':
    case 'facts':
      return (
        <aside class={block.kind} {...(block.title === undefined ? {} : { 'aria-label': block.title })}>
          {block.title !== undefined && <p class={`${block.kind}-title`}>{block.title}</p>}
          <Blocks blocks={block.blocks} context={context} />
        </aside>
      );
    case 'footnotes':
      return (
        <section class="footnotes" aria-labelledby="footnotes-title">
          <h2 id="footnotes-title">{messages.footnotes}</h2>
          <SafeHtml tag="div" className="footnotes-list" html={block.html} />
        </section>
      );
  }
}
