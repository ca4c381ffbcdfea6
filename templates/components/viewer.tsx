/**
 * The dialog that shows the photos of a page one at a time, closed until `assets/scripts/viewer.ts` opens it. The page's
 * script fetches that one and its style sheet, which has the icons, when the page has come to rest.
 */

import type { Article, PressKitLink } from '../../src/site/site.ts';
import type { RenderContext } from '../page-template.ts';
import { PressKitFile } from './press-kit.tsx';
import { Said } from './said.tsx';

interface ViewerProps {
  /** Of the page: its last part names downloads. */
  readonly url: string;
  readonly press?: PressPhotos;
  readonly context: RenderContext;
}

/** The originals of the page's photos, each of which the viewer offers alone. */
export interface PressPhotos {
  readonly kit: PressKitLink;
  /** How many photos stand in the kit before the page's first. */
  readonly before: number;
}

/** In a kit the photo that stands for the story is first, where the text does not show it. */
export function pressPhotosOf({ pressKit: kit, image }: Article): PressPhotos | undefined {
  return kit === undefined ? undefined : { kit, before: image?.number === 0 ? 1 : 0 };
}

export function Viewer({ url, press, context }: ViewerProps) {
  const { assets, edition, site } = context;
  const { messages } = edition;
  const script = assets.scriptUrls.viewer;
  if (script === undefined) throw new Error('The viewer is not in assets/scripts.');
  const name = url.split('/').findLast((part) => part !== '') ?? 'photo';
  const dialog = (
    <dialog
      class="viewer"
      aria-label={messages.photoViewer}
      data-script={site.href(script)}
      data-sheet={site.href(assets.viewerSheetUrl)}
      data-counter={messages.photoNumber('{number}', '{count}')}
      data-name={name}
    >
      <div class="viewer-bar">
        <p class="viewer-counter" aria-hidden="true" />
        <p class="viewer-spoken visually-hidden" aria-live="polite" />
        {press !== undefined && (
          <button
            type="button"
            class="viewer-press"
            data-script={site.href(assets.scriptUrls['viewer-press'] ?? '')}
            data-kit={site.href(`/${press.kit.path}`)}
            data-before={press.before}
          >
            <Said word="pressKit" edition={edition}>
              {messages.pressKit}
            </Said>
          </button>
        )}
        {press === undefined && edition.photoTermsUrl !== undefined && (
          <a class="viewer-terms" href={site.href(edition.photoTermsUrl)}>
            <Said word="photoTerms" edition={edition}>
              {messages.photoTerms}
            </Said>
          </a>
        )}
        <button type="button" class="viewer-zoom" aria-label={messages.zoomPhoto} aria-pressed="false" />
        <a class="viewer-download" href={site.href(url)} download="">
          <span class="visually-hidden">
            <Said word="downloadPhoto" edition={edition}>
              {messages.downloadPhoto}
            </Said>
          </span>
        </a>
        <button type="button" class="viewer-close" aria-label={messages.closePhotos} />
      </div>
      <div class="viewer-stage">
        <div class="viewer-track" />
        <button type="button" class="viewer-previous" aria-label={messages.previousPhoto} />
        <button type="button" class="viewer-next" aria-label={messages.nextPhoto} />
      </div>
    </dialog>
  );
  if (press === undefined) return dialog;
  return (
    <>
      {dialog}
      <PressPanel kit={press.kit} url={url} context={context} />
    </>
  );
}

interface PressPanelProps {
  readonly kit: PressKitLink;
  readonly url: string;
  readonly context: RenderContext;
}

/** What the viewer offers to the press of one photo; `assets/scripts/viewer-press.ts` fills it. */
function PressPanel({ kit, url, context }: PressPanelProps) {
  const { edition } = context;
  const { messages } = edition;
  return (
    <dialog class="press-panel" aria-label={messages.pressKit}>
      <button type="button" class="press-close" aria-label={messages.closePhotos} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard. */}
      <pre class="press-text" tabIndex={0} />
      <p class="press-acts">
        <button type="button" class="press-original" hidden>
          <Said word="originalPhoto" edition={edition}>
            {messages.originalPhoto}
          </Said>{' '}
          (<span class="press-size" />)
        </button>{' '}
        <button type="button" class="press-copy" hidden>
          <Said word="copyPhotoText" edition={edition}>
            {messages.copyPhotoText}
          </Said>
        </button>{' '}
        <span class="press-status" role="status" data-copied={messages.copied} />
      </p>
      <p>
        <PressKitFile kit={kit} storyUrl={url} context={context} />
      </p>
    </dialog>
  );
}
