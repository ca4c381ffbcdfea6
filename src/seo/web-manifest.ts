/** `site.webmanifest`: how the site calls itself and looks on a home screen (W3C Web Application Manifest). */

import { contentTypeOf } from '../output/content-type.ts';
import type { Assets } from '../site/assets.ts';
import type { EditionFrame, SiteFrame } from '../site/site.ts';

interface WebManifestContext {
  readonly context: { readonly edition: EditionFrame; readonly site: SiteFrame; readonly assets: Assets };
}

export function webManifest({ context: { edition, site, assets } }: WebManifestContext): string {
  const manifest = {
    name: edition.siteName,
    description: edition.tagline,
    lang: edition.lang,
    dir: edition.direction,
    start_url: site.href(edition.url),
    id: site.href(edition.url),
    scope: site.href('/'),
    display: 'minimal-ui',
    theme_color: site.palette.light.accent,
    background_color: site.palette.light.paper,
    icons: [
      { src: site.href(assets.iconUrl), sizes: 'any', type: contentTypeOf(assets.iconUrl) },
      ...assets.pngIcons
        .filter(({ name }) => name !== 'touch-icon' && name !== 'cover')
        .map(({ url, sizePx, isMaskable }) => ({
          src: site.href(url),
          sizes: `${sizePx}x${sizePx}`,
          type: 'image/png',
          ...(isMaskable ? { purpose: 'maskable' } : {}),
        })),
    ],
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
