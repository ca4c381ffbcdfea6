/** The photo above the headline of a story that opens with it: as wide as the page, or as the window. */

import type { ArticleLayout } from '../../src/content/article.ts';
import type { Picture } from '../../src/site/site.ts';
import type { RenderContext } from '../page-template.ts';
import { Figure } from './figure.tsx';
import { ratioClass } from './gallery.tsx';

/** The widths of `assets/styles/components/article-opening.css`, as the `sizes` attribute says them. */
const sizesOf: Readonly<Record<ArticleLayout | 'upright', string>> = {
  standard: '100vw',
  'photo-first': '(min-width: 100rem) 96rem, (min-width: 80rem) 78rem, 100vw',
  'full-bleed': '100vw',
  cover: '100vw',
  upright: '(min-width: 48rem) 40vw, 100vw',
};

/** On a narrow window and on paper a cover is a photo from edge to edge. */
const classOf: typeof sizesOf = {
  standard: '',
  'photo-first': 'opening-photo-first',
  'full-bleed': 'opening-full-bleed',
  cover: 'opening-full-bleed opening-cover',
  upright: 'opening-upright',
};

/** Across a page it would lose its head or its feet: it stands beside the headline. */
function isUpright({ photo: { widthPx, heightPx } }: Picture): boolean {
  return widthPx < heightPx;
}

interface ArticleOpeningProps {
  readonly picture: Picture;
  readonly layout: ArticleLayout;
  readonly context: RenderContext;
}

export function ArticleOpening({ picture, layout, context }: ArticleOpeningProps) {
  const shape = isUpright(picture) ? 'upright' : layout;
  return (
    <Figure
      picture={picture}
      priority
      isCropped
      sizes={sizesOf[shape]}
      className={`figure opening ${classOf[shape]} ${ratioClass(picture)}`}
      context={context}
    />
  );
}
