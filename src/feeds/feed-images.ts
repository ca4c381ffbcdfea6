/** The pictures that feeds name: of a story its large and its small one, of the site its icon. */

import { feedRendition } from '../photos/feed-rendition.ts';
import type { Photo, Rendition } from '../photos/photo.ts';
import type { Assets } from '../site/assets.ts';
import type { ArticleCard, SiteFrame } from '../site/site.ts';
import { escapeXml } from '../text/xml.ts';

/** Namespace of Media RSS, whose thumbnails readers and portals know in Atom and in RSS. */
export const mediaNamespace = 'http://search.yahoo.com/mrss/';

export const mediaTypes = { avif: 'image/avif', webp: 'image/webp', jpeg: 'image/jpeg' } as const;

export function feedImage({ image }: Pick<ArticleCard, 'image'>): Rendition | undefined {
  return image === undefined ? undefined : feedRendition(image.photo);
}

/** Wide enough for a list on a dense screen. */
const thumbnailPx = 320;

/** The narrowest JPEG that fills a list, as an element; none for stories without a picture. */
export function thumbnailElement({ image }: Pick<ArticleCard, 'image'>, site: SiteFrame): readonly string[] {
  const thumbnail = image === undefined ? undefined : smallRendition(image.photo);
  if (thumbnail === undefined) return [];
  const { path, widthPx, heightPx } = thumbnail;
  const url = escapeXml(site.absolute(`/${path}`));
  return [`    <media:thumbnail url="${url}" width="${widthPx}" height="${heightPx}"/>`];
}

function smallRendition({ renditions }: Photo): Rendition | undefined {
  const jpegs = renditions.filter(({ format }) => format === 'jpeg');
  const candidates = jpegs.length > 0 ? jpegs : renditions;
  return candidates.find(({ widthPx }) => widthPx >= thumbnailPx) ?? candidates.at(-1);
}

/** Url of a square PNG of about this size; undefined where the site has none. */
export function squareIcon({ pngIcons }: Assets, sizePx: number): string | undefined {
  const plain = pngIcons.filter(({ isMaskable }) => !isMaskable).toSorted((a, b) => a.sizePx - b.sizePx);
  return (plain.find((icon) => icon.sizePx >= sizePx) ?? plain.at(-1))?.url;
}
