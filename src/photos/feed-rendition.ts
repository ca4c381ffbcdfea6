import type { Photo } from './photo.ts';

/** The JPEG nearest to 1280 px: every feed reader shows it. */
export function feedRendition(photo: Photo): Photo['renditions'][number] | undefined {
  const jpegs = photo.renditions.filter(({ format }) => format === 'jpeg');
  const candidates = jpegs.length > 0 ? jpegs : photo.renditions;
  return candidates.findLast(({ widthPx }) => widthPx <= 1280) ?? candidates[0];
}
