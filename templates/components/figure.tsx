/**
 * A photo with its caption and credit. All markup of figures is here. The photo is a link to its largest rendition,
 * so that it opens without a script; the viewer takes the link over.
 */

import type { ComponentChildren } from 'preact';
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
  /** What scripts sift photos by. */
  readonly data?: { readonly topic: string; readonly year: string; readonly person: string };
  /** Below the caption. */
  readonly children?: ComponentChildren;
}

export function Figure(props: FigureProps) {
  const { picture, context, sizes, priority = false, className = 'figure', data, children } = props;
  const { photo, number } = picture;
  const { messages } = context.edition;
  return (
    <figure
      class={className}
      id={`photo-${number}`}
      data-topic={data?.topic}
      data-year={data?.year}
      data-person={data?.person}
    >
      <a
        class="figure-link"
        href={context.site.href(`/${largest(photo).path}`)}
        data-viewer={number}
        aria-label={picture.alt === '' ? messages.openPhoto : `${messages.openPhoto}: ${picture.alt}`}
      >
        <Picture picture={picture} sizes={sizes} priority={priority} context={context} />
      </a>
      <Caption picture={picture} context={context}>
        {children}
      </Caption>
    </figure>
  );
}

function Caption({ picture, context, children }: Pick<FigureProps, 'picture' | 'context' | 'children'>) {
  const { caption, credit } = picture;
  if (caption === undefined && credit === undefined && children === undefined) return null;
  return (
    <figcaption class="caption">
      {caption !== undefined && <SafeHtml tag="span" className="caption-text" html={caption} />}
      {caption !== undefined && credit !== undefined && ' '}
      {credit !== undefined && (
        <span class="caption-credit">{context.edition.messages.photoCredit(credit)}</span>
      )}
      {children}
    </figcaption>
  );
}
