/** A story as feed readers show it: its text alone, without the site around it. Pure. */

import { feedBody } from '../feeds/feed-body.ts';
import type { Article, Edition, Site } from '../site/site.ts';
import { escapeXml } from '../text/xml.ts';

export function feedView(article: Article, { frame: edition }: Edition, { frame: site }: Site): string {
  const body = feedBody(article, { edition, site });
  // Feeds name the published site, which does not have what is being written.
  const local = body.replaceAll(`="${site.absolute('/')}`, `="${site.href('/')}`);
  return `<!doctype html>
<html lang="${escapeXml(article.lang)}" dir="${edition.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(article.title)}</title>
<link rel="stylesheet" href="../../feed-view.css">
</head>
<body>
<article>
<h1>${escapeXml(article.title)}</h1>
<p><time>${article.date.day}</time></p>
${local}
</article>
</body>
</html>
`;
}
