/** A video or sound file of a body, with the browser's own controls; nothing is loaded before it is asked for. */

import { mediaMark } from '../../src/site/machine-mark.ts';
import type { BodyBlock, SiteFilm } from '../../src/site/site.ts';
import type { RenderContext } from '../page-template.ts';
import { SafeHtml } from './safe-html.tsx';
import { Said } from './said.tsx';

interface MediaProps {
  readonly block: Extract<BodyBlock, { readonly kind: 'media' }>;
  readonly context: RenderContext;
}

export function Media({ block, context }: MediaProps) {
  const { media: Tag, url, alt } = block;
  return (
    <figure class={Tag === 'video' ? 'figure figure-wide' : 'figure'}>
      <Tag src={url} controls preload="metadata" aria-label={alt} />
      <MediaCaption block={block} context={context} />
    </figure>
  );
}

interface MediaCaptionProps {
  readonly block: MediaProps['block'] | SiteFilm;
  readonly context: RenderContext;
}

/** What is said of a film or a sound, and whose it is. */
export function MediaCaption({ block: { caption, credit, sourceType }, context }: MediaCaptionProps) {
  const mark = mediaMark(sourceType, context.edition.messages);
  if (caption === undefined && credit === undefined && mark === undefined) return null;
  return (
    <figcaption class="caption">
      {caption !== undefined && <SafeHtml tag="span" className="caption-text" html={caption} />}{' '}
      {credit !== undefined && (
        <span class="caption-credit">
          <Said word="photoCredit" edition={context.edition}>
            {context.edition.messages.photoCredit(credit)}
          </Said>
        </span>
      )}
      {mark !== undefined && (
        <>
          {' '}
          <span class="caption-source">
            <Said word={mark.word} edition={context.edition}>
              {mark.text}
            </Said>
          </span>
        </>
      )}
    </figcaption>
  );
}
