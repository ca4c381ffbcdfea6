/** An article's body as plain HTML for feed readers: absolute addresses, no scripts, no classes that matter. */

import { hostName } from '../markdown/film-address.ts';
import { feedRendition } from '../photos/feed-rendition.ts';
import { aiNote } from '../site/ai-note.ts';
import { machineMark, mediaMark } from '../site/machine-mark.ts';
import { mapAddress } from '../site/map-links.ts';
import type {
  Article,
  BodyBlock,
  EditionFrame,
  Picture,
  SiteChart,
  SiteFilm,
  SiteFrame,
} from '../site/site.ts';
import { escapeXml } from '../text/xml.ts';
import { keepEntries } from './kept-entries.ts';

interface FeedFrame {
  readonly edition: EditionFrame;
  readonly site: SiteFrame;
}

/**
 * Ends with what was put right and who had which part in the article: many readers show no other names. A retraction
 * stands above everything, as on the page.
 */
export function feedBody(article: Article, { edition, site }: FeedFrame): string {
  const isRetraction = ({ kind }: Correction) => kind === 'retraction';
  const parts = [
    ...correctionLines(article.corrections.filter(isRetraction), edition),
    ...aiLines(article, edition),
    ...article.body.blocks.map((block) => blockHtml(block, { edition, site })),
    ...correctionLines(
      article.corrections.filter((correction) => !isRetraction(correction)),
      edition,
    ),
    ...creditLines(article, site),
  ];
  return absoluteAddresses(parts.join('\n'), article, site);
}

/** The same, read and put together once for all feeds. */
export const keptFeedBody: typeof feedBody = keepEntries(feedBody);

/** Said before the text, as on the page. */
function aiLines({ ai }: Article, { messages }: EditionFrame): readonly string[] {
  return ai === undefined ? [] : aiNote(ai, messages).map(({ text }) => `<p><em>${escapeXml(text)}</em></p>`);
}

type Correction = Article['corrections'][number];

function correctionLines(corrections: Article['corrections'], { messages }: EditionFrame): readonly string[] {
  return corrections.map(
    ({ date, kind, text }) =>
      `<p><strong>${escapeXml(messages.correctionKinds[kind])}</strong>, ${date.day}: ${escapeXml(text)}</p>`,
  );
}

function creditLines({ credits }: Article, site: SiteFrame): readonly string[] {
  return credits.map(({ label, people }) => {
    const names = people.map(
      ({ name, url }) => `<a href="${escapeXml(site.absolute(url))}">${escapeXml(name)}</a>`,
    );
    return `<p>${escapeXml(label)}: ${names.join(', ')}</p>`;
  });
}

function blockHtml(block: BodyBlock, frame: FeedFrame): string {
  switch (block.kind) {
    case 'prose':
    case 'footnotes':
      return block.html;
    case 'quote': {
      const attribution = block.attribution === undefined ? '' : `<p>${escapeXml(block.attribution)}</p>`;
      return `<blockquote>${block.html}${attribution}</blockquote>`;
    }
    case 'note':
    case 'facts': {
      const title = block.title === undefined ? '' : `<p><strong>${escapeXml(block.title)}</strong></p>`;
      return `<aside>${title}${block.blocks.map((inner) => blockHtml(inner, frame)).join('\n')}</aside>`;
    }
    case 'figure':
      return pictureHtml(block.picture, frame);
    case 'gallery':
      return block.pictures.map((picture) => pictureHtml(picture, frame)).join('\n');
    case 'chart':
      return chartHtml(block, frame);
    case 'film':
      return filmHtml(block, frame);
    case 'media': {
      const mark = mediaMark(block.sourceType, frame.edition.messages);
      const told = mark === undefined ? '' : ` <small>${escapeXml(mark.text)}</small>`;
      const spoken =
        block.transcript === undefined
          ? ''
          : `\n<h4>${escapeXml(frame.edition.messages.transcript)}</h4>\n${block.transcript.html}`;
      return `<p><a href="${escapeXml(block.url)}">${escapeXml(block.alt || block.url)}</a>${told}</p>${spoken}`;
    }
  }
}

/** The figures as a table: what a drawing says needs its style, which feed readers leave out. */
function chartHtml({ table, caption, source, alt }: SiteChart, { edition }: FeedFrame): string {
  const { locale, messages } = edition;
  const head = [table.subject, ...table.series.map(({ name }) => name)];
  const row = (name: string, cells: readonly string[]) =>
    `<tr>${cells.map((cell) => `<${name}>${escapeXml(cell)}</${name}>`).join('')}</tr>`;
  const rows = table.rows.map(({ label, values }) =>
    row('td', [
      label,
      ...values.map((value) => value?.toLocaleString(locale, { maximumFractionDigits: 6 }) ?? '–'),
    ]),
  );
  const words = [
    caption ?? escapeXml(alt),
    ...(source === undefined ? [] : [`<small>${escapeXml(messages.dataSource(source))}</small>`]),
  ];
  return `<figure><table>${row('th', head)}${rows.join('')}</table><figcaption>${words.join(' ')}</figcaption></figure>`;
}

/** A link to the film's own page, with its picture: feed readers would leave a player out. */
function filmHtml({ film, title, caption, credit, sourceType, poster }: SiteFilm, frame: FeedFrame): string {
  const rendition = poster === undefined ? undefined : feedRendition(poster.photo);
  const picture =
    rendition === undefined
      ? ''
      : `<img src="${escapeXml(frame.site.absolute(`/${rendition.path}`))}" alt="" width="${rendition.widthPx}" height="${rendition.heightPx}"/><br/>`;
  const mark = mediaMark(sourceType, frame.edition.messages)?.text;
  const words = [
    caption ?? '',
    ...[credit, mark].flatMap((text) => (text === undefined ? [] : [`<small>${escapeXml(text)}</small>`])),
  ].filter((text) => text !== '');
  return (
    `<figure><a href="${escapeXml(film.page)}">${picture}${escapeXml(`${title} (${hostName(film)})`)}</a>` +
    `${words.length === 0 ? '' : `<figcaption>${words.join(' ')}</figcaption>`}</figure>`
  );
}

function pictureHtml(picture: Picture, { edition, site }: FeedFrame): string {
  const rendition = feedRendition(picture.photo);
  if (rendition === undefined) return '';
  const caption = picture.caption ?? '';
  const credit = picture.credit === undefined ? '' : ` <small>${escapeXml(picture.credit)}</small>`;
  const machine = machineMark(picture.sourceType, edition.messages);
  const mark = machine === undefined ? '' : ` <small>${escapeXml(machine)}</small>`;
  const words = `${caption}${credit}${mark}${placeHtml(picture)}`;
  return (
    `<figure><img src="${escapeXml(site.absolute(`/${rendition.path}`))}" alt="${escapeXml(picture.alt)}"` +
    ` width="${rendition.widthPx}" height="${rendition.heightPx}"/>` +
    `${words === '' ? '' : `<figcaption>${words}</figcaption>`}</figure>`
  );
}

function placeHtml({ location }: Picture): string {
  if (location === undefined) return '';
  const map = mapAddress(location);
  const place = escapeXml(location.place);
  return ` <small>${map === undefined ? place : `<a href="${escapeXml(map)}">${place}</a>`}</small>`;
}

/**
 * Addresses that begin with a slash, and parts of the article's own page, as feed readers need them. In HTML that
 * markdown-it made, quotes inside attributes are always escaped.
 */
function absoluteAddresses(html: string, { url }: Article, site: SiteFrame): string {
  return html
    .replace(/\b(href|src)="\/(?!\/)/gu, `$1="${new URL(site.baseUrl).origin}/`)
    .replaceAll('href="#', `href="${site.absolute(url)}#`);
}
