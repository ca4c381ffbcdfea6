/**
 * A letter as HTML that mail programs show: tables for its columns, every style on its element, no script, no web font.
 * Programs that know a dark look read it from the one style block; all others keep the light one. Language and direction
 * stand on the tables too, because some programs leave `html` and `body` out; Outlook for Windows, which knows no largest
 * width, gets a table of its own around the letter.
 */

import { feedRendition } from '../photos/feed-rendition.ts';
import type { Article } from '../site/site.ts';
import type { Shades } from '../site/theme/palette.ts';
import { escapeHtml } from '../text/html.ts';
import { type Digest, type DigestSection, shortened, whenOf } from './digest.ts';

const widthPx = 600;
const marginPx = 24;
const serif = "Georgia,'Times New Roman',serif";
const sans = 'Arial,Helvetica,sans-serif';

/** Gmail cuts a letter off after 102 kB, and with it the line by which readers leave. */
const maximumBytes = 100_000;

/** As many stories of each topic as a letter may have bytes for. */
export function digestHtml(digest: Digest): string {
  let most = Math.max(...digest.sections.map(({ articles }) => articles.length));
  let html = letterHtml(digest);
  while (Buffer.byteLength(html) > maximumBytes && most > 1) {
    most -= 1;
    html = letterHtml(shortened(digest, most));
  }
  return html;
}

function letterHtml(digest: Digest): string {
  const { title, sections, edition, site } = digest;
  const { light, dark } = site.palette;
  const home = escapeHtml(site.absolute(edition.url));
  const [first] = sections.flatMap(({ articles }) => articles);
  return `<!doctype html>
<html lang="${edition.lang}" dir="${edition.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${darkStyle(dark)}</style>
</head>
<body class="paper" style="margin:0;padding:0;background:${light.paper}">
<div style="display:none;mso-hide:all;max-height:0;overflow:hidden">${escapeHtml(first?.summary ?? '')}</div>
${table(
  'paper',
  `lang="${edition.lang}" dir="${edition.direction}" width="100%" style="background:${light.paper}"`,
  `<td align="center">
<!--[if mso]><table role="presentation" width="${widthPx}" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
${table(
  'paper',
  `lang="${edition.lang}" dir="${edition.direction}" width="${widthPx}" style="width:100%;max-width:${widthPx}px;background:${light.paper}"`,
  `<td style="padding:${marginPx}px;text-align:${startOf(digest)};word-break:break-word;overflow-wrap:anywhere">
<p class="ink" style="margin:0;padding:0 0 8px;border-bottom:3px solid ${light.accent};font:bold 26px/1.2 ${serif};color:${light.ink}"><a class="ink" href="${home}" style="color:${light.ink};text-decoration:none">${escapeHtml(edition.siteName)}</a></p>
${sections.map((section) => sectionHtml(section, digest)).join('\n')}
${eventsHtml(digest)}<p class="soft" style="margin:32px 0 0;padding-top:12px;border-top:1px solid ${light.rule};font:14px/1.5 ${sans};color:${light.inkSoft}"><a class="link" href="${home}" style="color:${light.link}">${escapeHtml(edition.messages.readOnline)}</a>${unsubscribeHtml(digest)}</p>
</td>`,
)}
<!--[if mso]></td></tr></table><![endif]-->
</td>`,
)}
</body>
</html>
`;
}

/** Programs leave out what they do not know: everything here only changes colours. */
function darkStyle({ paper, ink, inkSoft, link, accent }: Shades): string {
  const rules = [
    `.paper{background:${paper}!important}`,
    `.ink{color:${ink}!important}`,
    `.soft{color:${inkSoft}!important}`,
    `.link{color:${link}!important}`,
    `.accent{color:${accent}!important}`,
  ];
  // Outlook's own dark look marks what it has changed instead.
  const outlook = [
    `[data-ogsb] .paper{background:${paper}!important}`,
    `[data-ogsc] .ink{color:${ink}!important}`,
    `[data-ogsc] .soft{color:${inkSoft}!important}`,
    `[data-ogsc] .link{color:${link}!important}`,
    `[data-ogsc] .accent{color:${accent}!important}`,
  ];
  return `:root{color-scheme:light dark}@media (prefers-color-scheme:dark){${rules.join('')}}${outlook.join('')}`;
}

function startOf({ edition }: Digest): 'left' | 'right' {
  return edition.direction === 'rtl' ? 'right' : 'left';
}

/** Left as it was written: the service puts the address of each reader there. */
function unsubscribeHtml({ unsubscribe, edition, site }: Digest): string {
  if (unsubscribe === undefined) return '';
  const { link } = site.palette.light;
  return ` &nbsp; <a class="link" href="${escapeHtml(unsubscribe)}" style="color:${link}">${escapeHtml(edition.messages.unsubscribe)}</a>`;
}

/** One row. The role keeps screen readers from reading it as numbers. */
function table(className: string, attributes: string, cells: string): string {
  return `<table class="${className}" role="presentation" cellpadding="0" cellspacing="0" border="0" ${attributes}><tr>${cells}</tr></table>`;
}

function sectionHtml({ topic, url, articles, hasMore }: DigestSection, digest: Digest): string {
  return [
    heading(
      `<a class="accent" href="${escapeHtml(digest.site.absolute(url))}" style="color:${digest.site.palette.light.accent};text-decoration:none">${escapeHtml(topic)}</a>`,
      digest,
    ),
    // The first of a topic stands wide, the others beside a small picture.
    ...articles.map((article, index) =>
      index === 0 && !isTall(article) ? wideStory(article, digest) : narrowStory(article, digest),
    ),
    ...(hasMore === true ? [moreHtml(topic, url, digest)] : []),
  ].join('\n');
}

function moreHtml(topic: string, url: string, { edition, site }: Digest): string {
  const { link } = site.palette.light;
  return `<p class="link" style="margin:16px 0 0;font:14px/1.5 ${sans};color:${link}"><a class="link" href="${escapeHtml(site.absolute(url))}" style="color:${link}">${escapeHtml(edition.messages.allOf(topic))}</a></p>`;
}

function heading(html: string, { site }: Digest): string {
  const { accent } = site.palette.light;
  return `<h2 class="accent" style="margin:32px 0 12px;font:bold 14px/1.3 ${sans};color:${accent}">${html}</h2>`;
}

/** A portrait as wide as the letter would be all that a screen shows. */
function isTall({ image }: Article): boolean {
  return image !== undefined && image.photo.heightPx > image.photo.widthPx;
}

function wideStory(article: Article, digest: Digest): string {
  const image = imageHtml(article, digest, widthPx - 2 * marginPx);
  return `${image}${words(article, digest, 22)}`;
}

const smallPx = 160;

function narrowStory(article: Article, digest: Digest): string {
  const image = imageHtml(article, digest, smallPx);
  if (image === '') return `<div style="margin-top:20px">${words(article, digest, 18)}</div>`;
  const side = digest.edition.direction === 'rtl' ? 'left' : 'right';
  return table(
    'paper',
    `dir="${digest.edition.direction}" width="100%" style="margin-top:20px"`,
    `<td width="${smallPx}" valign="top" style="padding-${side}:16px">${image}</td><td valign="top" style="text-align:${startOf(digest)}">${words(article, digest, 18)}</td>`,
  );
}

/** Where pictures are blocked, its description stands in its place, to be read. */
function imageHtml({ image, url }: Article, { site }: Digest, visiblePx: number): string {
  const rendition = image === undefined ? undefined : feedRendition(image.photo);
  if (image === undefined || rendition === undefined) return '';
  const heightPx = Math.round((visiblePx * rendition.heightPx) / rendition.widthPx);
  return (
    `<a href="${escapeHtml(site.absolute(url))}" style="color:${site.palette.light.inkSoft}"><img class="soft" src="${escapeHtml(site.absolute(`/${rendition.path}`))}" alt="${escapeHtml(image.alt)}"` +
    ` width="${visiblePx}" height="${heightPx}" style="display:block;width:100%;max-width:${visiblePx}px;height:auto;border:0;font:14px/1.4 ${sans};color:${site.palette.light.inkSoft}"></a>`
  );
}

function words({ title, summary, url }: Article, { site }: Digest, sizePx: number): string {
  const { ink, inkSoft } = site.palette.light;
  return (
    `<h3 class="ink" style="margin:10px 0 6px;font:bold ${sizePx}px/1.25 ${serif};color:${ink}"><a class="ink" href="${escapeHtml(site.absolute(url))}" style="color:${ink};text-decoration:none">${escapeHtml(title)}</a></h3>` +
    `<p class="soft" style="margin:0;font:16px/1.5 ${serif};color:${inkSoft}">${escapeHtml(summary)}</p>`
  );
}

function eventsHtml(digest: Digest): string {
  const { events, edition, site } = digest;
  if (events.length === 0) return '';
  const { ink, inkSoft } = site.palette.light;
  const items = events.map(({ article, event }) => {
    const day = whenOf(event, edition, site);
    const when = event.place === undefined ? day : `${day}, ${event.place}`;
    return (
      `<p class="soft" style="margin:0 0 12px;font:14px/1.5 ${sans};color:${inkSoft}">${escapeHtml(when)}<br>` +
      `<a class="ink" href="${escapeHtml(site.absolute(article.url))}" style="font:bold 17px/1.3 ${serif};color:${ink};text-decoration:none">${escapeHtml(article.title)}</a></p>`
    );
  });
  return `${heading(escapeHtml(edition.messages.events), digest)}\n${items.join('\n')}\n`;
}
