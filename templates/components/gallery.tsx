/**
 * Photos in justified rows: each is as wide as its aspect ratio asks, rows fill the column, and no script lays
 * anything out. The ratio travels in a class, because the pages' security policy allows no style attribute; a ratio
 * between two steps loses a few percent of its longer side in the row, never in the viewer.
 */

import { Fragment } from 'preact';
import type { Picture as SitePicture } from '../../src/site/site.ts';
import { directionWithin } from '../../src/text/text-direction.ts';
import type { RenderContext } from '../page-template.ts';
import { Figure } from './figure.tsx';
import { planRows } from './gallery-rows.ts';

export interface GalleryProps {
  readonly title?: string;
  readonly pictures: readonly SitePicture[];
  readonly context: RenderContext;
}

export function Gallery({ title, pictures, context }: GalleryProps) {
  const label = title ?? context.edition.messages.photoCount(pictures.length);
  return (
    <section class="gallery" aria-label={label} data-count={pictures.length}>
      {title !== undefined && (
        <p class="gallery-title" {...directionWithin(title, context.edition.direction)}>
          {title}
        </p>
      )}
      <div class="gallery-rows">
        {rowsOf(pictures).map((row, index) => (
          <Fragment key={index}>
            {index > 0 && <div class="gallery-break" />}
            {row.map((picture) => (
              <Figure
                key={picture.number}
                picture={picture}
                context={context}
                className={`figure gallery-photo ${ratioClass(picture)}`}
                sizes={
                  row.length === 1
                    ? '(min-width: 60rem) 54rem, 100vw'
                    : '(min-width: 60rem) 28rem, (min-width: 36rem) 50vw, 100vw'
                }
              />
            ))}
          </Fragment>
        ))}
      </div>
    </section>
  );
}

function rowsOf(pictures: readonly SitePicture[]): readonly (readonly SitePicture[])[] {
  let from = 0;
  return planRows(pictures.map(({ photo }) => photo.widthPx / photo.heightPx)).map((count) => {
    from += count;
    return pictures.slice(from - count, from);
  });
}

/** Steps in which the style sheet knows aspect ratios, in hundredths: see `assets/styles/components/ratios.css`. */
const ratioSteps = [
  45, 50, 56, 60, 67, 70, 75, 80, 90, 100, 110, 120, 125, 133, 140, 150, 160, 170, 178, 190, 200, 220, 240,
  270, 300,
];

/** The class of the step nearest to the photo's width by height. */
export function ratioClass({ photo }: SitePicture): string {
  const ratio = (photo.widthPx / photo.heightPx) * 100;
  const distance = (step: number) => Math.abs(Math.log(step / ratio));
  const nearest = ratioSteps.reduce((best, step) => (distance(step) < distance(best) ? step : best));
  return `ratio-${nearest}`;
}
