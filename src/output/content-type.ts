/** Content types of what the site publishes, by file name ending. */

export const contentTypes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    html: 'text/html; charset=utf-8',
    css: 'text/css; charset=utf-8',
    js: 'text/javascript; charset=utf-8',
    json: 'application/json; charset=utf-8',
    webmanifest: 'application/manifest+json; charset=utf-8',
    xml: 'application/xml; charset=utf-8',
    txt: 'text/plain; charset=utf-8',
    ics: 'text/calendar; charset=utf-8',
    svg: 'image/svg+xml',
    ico: 'image/x-icon',
    woff2: 'font/woff2',
    jpg: 'image/jpeg',
    png: 'image/png',
    webp: 'image/webp',
    avif: 'image/avif',
    zip: 'application/zip',
    pdf: 'application/pdf',
    mp4: 'video/mp4',
    webm: 'video/webm',
    mp3: 'audio/mpeg',
    m4a: 'audio/mp4',
    ogg: 'audio/ogg',
  }),
);

/** A url that ends with a slash is a page. */
export function contentTypeOf(url: string): string {
  if (url.endsWith('/')) return 'text/html; charset=utf-8';
  const ending = /\.([a-z0-9]+)$/u.exec(url.toLowerCase())?.[1] ?? '';
  return contentTypes.get(ending) ?? 'application/octet-stream';
}
