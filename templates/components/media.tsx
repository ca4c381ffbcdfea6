/** A video or sound file of a body, with the browser's own controls; nothing is loaded before it is asked for. */

import type { ComponentChildren } from 'preact';
import { mediaMark } from '../../src/site/machine-mark.ts';
import type { SiteFilm, SiteMedia, SiteTranscript } from '../../src/site/site.ts';
import type { RenderContext } from '../page-template.ts';
import { CaptionParts } from './caption-parts.tsx';
import { SafeHtml } from './safe-html.tsx';
import { Said } from './said.tsx';

interface MediaProps {
  readonly block: SiteMedia;
  readonly context: RenderContext;
}

export function Media({ block, context }: MediaProps) {
  const { media: Tag, url, alt, transcript } = block;
  const { lang } = context.edition;
  const languageName =
    context.site.languages.find((language) => language.lang === lang)?.languageName ?? lang;
  return (
    <figure class={Tag === 'video' ? 'figure figure-wide' : 'figure'}>
      <Tag src={url} controls preload="metadata" aria-label={alt}>
        {Tag === 'video' && transcript?.isTimed === true && (
          <track kind="captions" src={transcript.url} srclang={lang} label={languageName} />
        )}
      </Tag>
      <MediaCaption block={block} context={context}>
        {transcript !== undefined && <Transcript transcript={transcript} context={context} />}
      </MediaCaption>
    </figure>
  );
}

interface MediaCaptionProps {
  readonly block: SiteMedia | SiteFilm;
  readonly context: RenderContext;
  /** Below what is said of it. */
  readonly children?: ComponentChildren;
}

/** What is said of a film or a sound, and whose it is. */
export function MediaCaption({
  block: { caption, credit, sourceType },
  context,
  children,
}: MediaCaptionProps) {
  const mark = mediaMark(sourceType, context.edition.messages);
  const hasNoWords = caption === undefined && credit === undefined && mark === undefined;
  if (hasNoWords && !children) return null;
  return (
    <figcaption class="caption">
      <CaptionParts {...{ caption, credit, mark, context }} />
      {children}
    </figcaption>
  );
}

interface TranscriptProps {
  readonly transcript: SiteTranscript;
  readonly context: RenderContext;
}

/** What is said, for those who cannot hear it, and for the search. */
function Transcript({ transcript: { html }, context: { edition } }: TranscriptProps) {
  return (
    <details class="transcript">
      <summary>
        <Said word="transcript" edition={edition}>
          {edition.messages.transcript}
        </Said>
      </summary>
      <SafeHtml tag="div" className="prose" html={html} />
    </details>
  );
}
