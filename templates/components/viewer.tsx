/**
 * The dialog that shows the photos of a page one at a time, closed until `assets/scripts/viewer.ts` opens it. The page's
 * script fetches that one and its style sheet, which has the icons, when the page has come to rest.
 */

import type { RenderContext } from '../page-template.ts';
import { Said } from './said.tsx';

interface ViewerProps {
  /** Of the page: its last part names downloads. */
  readonly url: string;
  readonly context: RenderContext;
}

export function Viewer({ url, context }: ViewerProps) {
  const { assets, edition, site } = context;
  const { messages } = edition;
  const script = assets.scriptUrls.viewer;
  if (script === undefined) throw new Error('The viewer is not in assets/scripts.');
  return (
    <dialog
      class="viewer"
      aria-label={messages.photoViewer}
      data-script={site.href(script)}
      data-sheet={site.href(assets.viewerSheetUrl)}
      data-counter={messages.photoNumber('{number}', '{count}')}
      data-name={url.split('/').findLast((part) => part !== '') ?? 'photo'}
    >
      <div class="viewer-bar">
        <p class="viewer-counter" aria-hidden="true" />
        <p class="viewer-spoken visually-hidden" aria-live="polite" />
        {edition.photoTermsUrl !== undefined && (
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
}
