/** The body of an article or page: one component for each kind of block. */

import type { BodyBlock, Picture } from '../../src/site/site.ts';
import { defined } from '../../src/text/defined.ts';
import type { RenderContext } from '../page-template.ts';
import { Figure, type FigureProps } from './figure.tsx';
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

const figureSizes = '(min-width: 60rem) 54rem, 100vw';

export function ArticleBody({ blocks, lead, context }: ArticleBodyProps) {
  return (
    <div class="body">
      {lead !== undefined && <LoneFigure picture={lead} priority context={context} />}
      <Blocks blocks={blocks} context={context} />
    </div>
  );
}

function LoneFigure(props: Pick<FigureProps, 'picture' | 'priority' | 'context'>) {
  return <Figure {...props} sizes={figureSizes} className={`figure ${ratioClass(props.picture)}`} />;
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
    case 'media':
      return <Media block={block} context={context} />;
    case 'gallery':
      return <Gallery {...defined({ title: block.title })} pictures={block.pictures} context={context} />;
    case 'quote':
      return (
        <figure class="quote">
          <SafeHtml tag="blockquote" className="quote-text" html={block.html} />
          {block.attribution !== undefined && (
            <figcaption class="quote-source">{block.attribution}</figcaption>
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
