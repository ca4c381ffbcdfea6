/**
 * A photo with its caption and credit. All markup of figures is here. The photo is a link to its largest rendition,
 * so that it opens without a script; the viewer takes the link over.
 */

import type { ComponentChildren } from 'preact';
import { machineMark, markWord } from '../../src/site/machine-mark.ts';
import type { Picture as SitePicture } from '../../src/site/site.ts';
import type { RenderContext } from '../page-template.ts';
import { CaptionParts } from './caption-parts.tsx';
import { Credentials } from './credentials.tsx';
import { Location } from './location.tsx';
import { largest, Picture } from './picture.tsx';

export interface FigureProps {
  readonly picture: SitePicture;
  readonly context: RenderContext;
  readonly sizes: string;
  readonly priority?: boolean;
  readonly isCropped?: boolean;
  readonly className?: string;
  /** Whether the caption begins with the photo's number; by default as site.yaml says. */
  readonly isNumbered?: boolean;
  /** What scripts sift photos by. */
  readonly data?: { readonly topic: string; readonly year: string; readonly person: string };
  /** Below the caption. */
  readonly children?: ComponentChildren;
}

export function Figure(props: FigureProps) {
  const { picture, context, sizes, priority = false, isCropped = false } = props;
  const { className = 'figure', data, children } = props;
  const { photo, number } = picture;
  const { messages, locale } = context.edition;
  const isNumbered = (props.isNumbered ?? context.site.numbersPhotos) && number > 0;
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
        <Picture
          picture={picture}
          sizes={sizes}
          priority={priority}
          isCropped={isCropped}
          context={context}
        />
      </a>
      <Caption
        {...(isNumbered ? { label: messages.photoLabel(number.toLocaleString(locale)) } : {})}
        picture={picture}
        context={context}
      >
        {children}
      </Caption>
    </figure>
  );
}

interface CaptionProps extends Pick<FigureProps, 'picture' | 'context' | 'children'> {
  readonly label?: string;
}

function Caption({ label, picture, context, children }: CaptionProps) {
  const { caption, credit } = picture;
  const mark = machineMark(picture.sourceType, context.edition.messages);
  const word = markWord(picture.sourceType) ?? '';
  const { credentials } = picture.photo;
  if (
    [label, caption, credit, mark, credentials, picture.location, children].every(
      (part) => part === undefined,
    )
  )
    return null;
  return (
    <figcaption class="caption">
      {label !== undefined && <span class="caption-label">{label} </span>}
      <CaptionParts
        caption={caption}
        credit={credit}
        mark={mark === undefined ? undefined : { word, text: mark }}
        context={context}
      />
      {picture.location !== undefined && <Location location={picture.location} context={context} />}
      {credentials !== undefined && <Credentials credentials={credentials} context={context} />}
      {children}
    </figcaption>
  );
}
