/** The photo above the headline of a story that opens with it: as wide as the page, or as the window. */

import type { ArticleLayout } from '../../src/content/article.ts';
import type { Article, BodyBlock, Picture } from '../../src/site/site.ts';
import { defined } from '../../src/text/defined.ts';
import type { RenderContext } from '../page-template.ts';
import { Figure } from './figure.tsx';
import { ratioClass } from './gallery.tsx';

interface Opening {
  readonly layout: ArticleLayout;
  /** Above the headline. */
  readonly opening?: Picture;
  /** Above the text, a photo that has no place in it. */
  readonly lead?: Picture;
  /** Of the body, without the photo that opens the story. */
  readonly blocks: readonly BodyBlock[];
}

/**
 * Takes the photo that opens a story out of its body: the lead photo, else the first figure. Where the editor says
 * nothing, a story whose text begins with a photo opens with it.
 */
export function openingOf({ layout: wanted, image, body: { blocks } }: Article): Opening {
  const layout = wanted ?? (blocks[0]?.kind === 'figure' ? 'photo-first' : 'standard');
  const lead = image?.number === 0 ? image : undefined;
  if (layout === 'standard') return { layout, ...defined({ lead }), blocks };
  if (lead !== undefined) return { layout, opening: lead, blocks };
  const first = blocks.findIndex((block) => block.kind === 'figure');
  const figure = blocks[first];
  if (figure?.kind !== 'figure') return { layout: 'standard', blocks };
  return { layout, opening: figure.picture, blocks: blocks.filter((_, index) => index !== first) };
}

interface ArticleOpeningProps {
  readonly picture: Picture;
  readonly layout: ArticleLayout;
  readonly context: RenderContext;
}

export function ArticleOpening({ picture, layout, context }: ArticleOpeningProps) {
  return (
    <Figure
      picture={picture}
      priority
      sizes={layout === 'full-bleed' ? '100vw' : '(min-width: 80rem) 78rem, 100vw'}
      className={`figure opening opening-${layout} ${ratioClass(picture)}`}
      context={context}
    />
  );
}
