/**
 * The dialog that shows the photos of a page one at a time, closed until `assets/scripts/viewer.ts` opens it, and the
 * script that fetches that one when the page has come to rest.
 */

import type { ComponentChildren } from 'preact';
import type { RenderContext } from '../page-kind.ts';

interface ViewerProps {
  /** Of the page: its last part names downloads. */
  readonly url: string;
  readonly context: RenderContext;
}

export function Viewer({ url, context }: ViewerProps) {
  const { assets, edition, site } = context;
  const { messages } = edition;
  const [loader, script] = ['viewer-loader', 'viewer'].map((name) => assets.scriptUrls[name]);
  if (loader === undefined || script === undefined) throw new Error('The viewer is not in assets/scripts.');
  return (
    <>
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
          <button type="button" class="viewer-zoom" aria-label={messages.zoomPhoto} aria-pressed="false">
            <Icon>
              <circle cx="10.5" cy="10.5" r="6.5" />
              <path d="m15.5 15.5 5 5M7.5 10.5h6M10.5 7.5v6" />
            </Icon>
          </button>
          <a class="viewer-download" href={site.href(url)} download="" aria-label={messages.downloadPhoto}>
            <Icon>
              <path d="M12 4v11m-5-5 5 5 5-5M5 20h14" />
            </Icon>
          </a>
          <button type="button" class="viewer-close" aria-label={messages.closePhotos}>
            <Icon>
              <path d="m6 6 12 12M18 6 6 18" />
            </Icon>
          </button>
        </div>
        <div class="viewer-stage">
          <div class="viewer-track" />
          <button type="button" class="viewer-previous" aria-label={messages.previousPhoto}>
            <Icon>
              <path d="m15 5-7 7 7 7" />
            </Icon>
          </button>
          <button type="button" class="viewer-next" aria-label={messages.nextPhoto}>
            <Icon>
              <path d="m9 5 7 7-7 7" />
            </Icon>
          </button>
        </div>
      </dialog>
      <script type="module" src={site.href(loader)} />
    </>
  );
}

function Icon({ children }: { readonly children: ComponentChildren }) {
  return (
    <svg class="viewer-icon" viewBox="0 0 24 24" aria-hidden="true">
      {children}
    </svg>
  );
}
