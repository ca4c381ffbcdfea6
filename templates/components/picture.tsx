/** One photo in all its renditions: the browser takes the smallest that fills its place, in the best format it reads. */

import type { Photo, Rendition, RenditionFormat } from '../../src/photos/photo.ts';
import type { Picture as SitePicture } from '../../src/site/site.ts';
import type { RenderContext } from '../page-template.ts';

export interface PictureProps {
  readonly picture: SitePicture;
  /** How wide the photo stands on the page, as the `sizes` attribute says it. */
  readonly sizes: string;
  /** The first thing that a reader sees: loaded at once, everything else when it comes near. */
  readonly priority?: boolean;
  /** Where a link already says everything, the photo says nothing. */
  readonly isDecoration?: boolean;
  /** Whether it may be shown in another shape than its own: its point of interest stays. */
  readonly isCropped?: boolean;
  /** The widest file that is offered of a decoration: across a whole page it is more than on a card. */
  readonly maximumPx?: number;
  readonly context: RenderContext;
}

const mimeTypes: Readonly<Record<RenditionFormat, string>> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpeg: 'image/jpeg',
};

/** Twice the widest place of a card; the lead of the home page is shown at 1280 px. */
const maximumCardPx = 1280;

export function Picture(props: PictureProps) {
  const {
    picture,
    sizes,
    priority = false,
    isDecoration = false,
    isCropped = isDecoration,
    maximumPx = maximumCardPx,
    context,
  } = props;
  const { photo } = picture;
  const { href } = context.site;
  const formats = [...new Set(photo.renditions.map(({ format }) => format))];
  const plain = formats.at(-1) ?? 'jpeg';
  const shown = widest(photo, plain, 1280);
  // Beside a headline a photo is small, and old browsers do with the one that all read: lists stay light.
  const offered = isDecoration
    ? photo.renditions.filter(({ widthPx }, index) => index === 0 || widthPx <= maximumPx)
    : photo.renditions;
  const hasPlainSet = !isDecoration || formats.length === 1;
  const srcSet = (format: RenditionFormat) =>
    offered
      .filter((rendition) => rendition.format === format)
      .map(({ path, widthPx }) => `${href(`/${path}`)} ${widthPx}w`)
      .join(', ');
  const focus = isCropped ? focusClass(picture) : undefined;
  return (
    <picture>
      {formats
        .filter((format) => format !== plain)
        .map((format) => (
          <source key={format} type={mimeTypes[format]} srcset={srcSet(format)} sizes={sizes} />
        ))}
      <img
        src={href(`/${shown.path}`)}
        {...(hasPlainSet ? { srcset: srcSet(plain), sizes } : {})}
        width={photo.widthPx}
        height={photo.heightPx}
        alt={isDecoration ? '' : picture.alt}
        {...(priority ? { fetchpriority: 'high' as const } : { loading: 'lazy' as const })}
        decoding="async"
        {...(focus === undefined ? {} : { class: focus })}
      />
    </picture>
  );
}

/** What a crop keeps, in tenths of width and height: the pages' security policy allows no style attribute. */
export function focusClass({ focus }: SitePicture): string | undefined {
  if (focus === undefined) return undefined;
  const [x, y] = focus.map((share) => Math.round(share * 10));
  return `focus-x-${x} focus-y-${y}`;
}

/** The widest rendition of a format up to a width, or the narrowest there is. */
export function widest(photo: Photo, format: RenditionFormat, maximumPx: number): Rendition {
  const same = photo.renditions.filter((rendition) => rendition.format === format);
  const found = same.findLast(({ widthPx }) => widthPx <= maximumPx) ?? same[0] ?? photo.renditions[0];
  if (found === undefined) throw new Error(`${photo.file} has no rendition.`);
  return found;
}

/** The largest file of a photo that every browser and program reads. */
export function largest(photo: Photo): Rendition {
  const formats = photo.renditions.map(({ format }) => format);
  return widest(photo, formats.at(-1) ?? 'jpeg', Number.POSITIVE_INFINITY);
}
