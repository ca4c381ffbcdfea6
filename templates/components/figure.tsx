/**
 * A photo with its caption and credit. All markup of figures is here. The photo is a link to its largest rendition,
 * so that it opens without a script; the viewer takes the link over.
 */

import type { Picture as SitePicture } from '../../src/site/site.ts';
import type { RenderContext } from '../page-kind.ts';
import { largest, Picture } from './picture.tsx';
import { SafeHtml } from './safe-html.tsx';

export interface FigureProps {
  readonly picture: SitePicture;
  readonly context: RenderContext;
  readonly sizes: string;
  readonly priority?: boolean;
  readonly className?: string;
}

export function Figure({ picture, context, sizes, priority = false, className = 'figure' }: FigureProps) {
  const { photo, number } = picture;
  const { messages } = context.edition;
  return (
    <figure class={className} id={`photo-${number}`}>
      <a
        class="figure-link"
        href={context.site.href(`/${largest(photo).path}`)}
        data-viewer={number}
        aria-label={picture.alt === '' ? messages.openPhoto : `${messages.openPhoto}: ${picture.alt}`}
      >
        <Picture picture={picture} sizes={sizes} priority={priority} context={context} />
      </a>
      <Caption picture={picture} context={context} />
    </figure>
  );
}

function Caption({ picture, context }: Pick<FigureProps, 'picture' | 'context'>) {
  const { caption, credit } = picture;
  if (caption === undefined && credit === undefined) return null;
  return (
    <figcaption class="caption">
      {caption !== undefined && <SafeHtml tag="span" className="caption-text" html={caption} />}
      {caption !== undefined && credit !== undefined && ' '}
      {credit !== undefined && (
        <span class="caption-credit">{context.edition.messages.photoCredit(credit)}</span>
      )}
    </figcaption>
  );
}
