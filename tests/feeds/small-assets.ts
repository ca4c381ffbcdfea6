import type { Assets } from '../../src/site/assets.ts';

/** Of a site with icons and nothing else. */
export const smallAssets: Assets = {
  sheetUrls: {},
  inlineScripts: {},
  printSheetUrl: '/print.css',
  viewerSheetUrl: '/viewer.css',
  scriptUrls: {},
  fontUrls: {},
  firstFontUrls: [],
  iconUrl: '/icon.svg',
  pngIcons: [
    { name: 'icon-192', sizePx: 192, isMaskable: false, url: '/icon-192.png' },
    { name: 'icon-512', sizePx: 512, isMaskable: false, url: '/icon-512.png' },
    { name: 'cover', sizePx: 1400, isMaskable: true, url: '/cover.png' },
    { name: 'icon-maskable', sizePx: 512, isMaskable: true, url: '/icon-maskable.png' },
  ],
};
