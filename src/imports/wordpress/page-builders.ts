/**
 * Shortcodes of page builders (Divi, WPBakery, Avada and themes that copied them) as plain HTML: their photos, headings,
 * texts, buttons and films. They differ in names alone, so a shortcode is read by what its attributes are called. What
 * only lays out a page goes; what the old system fills is reported. Every line stays on its line. Pure.
 */

import { escapeXml } from '../../text/xml.ts';
import type { Attachment } from './attachments.ts';
import {
  type Attributes,
  decodeOnce,
  firstValue,
  keys,
  linkAddress,
  readAttributes,
} from './builder-attributes.ts';

const prefixed =
  /^(?:et_pb|vc|fusion|av|avia|mk|nectar|us|kc|cs|x|tm|ux|porto|dt|thb|bt|stm|wpb|qode|mkdf|eltdf)_/u;
/** Without a prefix, in texts that have others with one. */
const bare =
  /^(?:section|row|row_inner|col|col_inner|gap|heading|button|(?:one|two|three)_(?:half|third|fourth)(?:_last)?|tabs?|accordion(?:_item)?|toggle|testimonial|divider|spacer|separator)$/u;
const anyPrefixed =
  /\[(?:et_pb|vc|fusion|av|avia|mk|nectar|us|kc|cs|x|tm|ux|porto|dt|thb|bt|stm|wpb|qode|mkdf|eltdf)_[a-z]/u;
/** Lay out the page, or show what the post has anyway. */
const silent =
  /section|row|col|inner|container|text|space|gap|divider|separator|accordion|tabs?$|tour|toggles?$|content_boxes|testimonials|person|builder|post_title|title_wrapper|slider$|carousel$|gallery$|list$|checklist|box|code/u;
/** Brackets may stand between quotation marks. No shortcode has more attributes. */
const tag =
  /\[(\/?)([a-z][a-z0-9_-]*)((?:\s+[\w-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'\]]+)){0,200})\s*(\/?)\]/giu;
const rawHtml = /\[(vc_raw_html|fusion_code)[^\]]*\]\s*([A-Za-z0-9+/=\s]+?)\s*\[\/\1\]/gu;
const framedPicture =
  /\[(fusion_imageframe|us_image)((?:\s+[\w-]+\s*=\s*(?:"[^"]*"|'[^']*')){0,200})\s*\]([^[\]]*)\[\/\1\]/gu;

export interface BuilderOptions {
  readonly attachments: ReadonlyMap<string, Attachment>;
  /** Told of what the old system filled, with its place in the text. */
  readonly report: (offset: number, name: string, whole: string) => void;
}

export function withoutBuilders(content: string, { attachments, report }: BuilderOptions): string {
  if (!anyPrefixed.test(content)) return content;
  const text = withPictures(withRawHtml(content));
  const closed = new Set(
    [...text.matchAll(/\[\/([a-z][\w-]*)\]/giu)].map(([, name = '']) => name.toLowerCase()),
  );
  // What stands behind the text of each shortcode that is still open.
  const open: { readonly name: string; readonly after: string }[] = [];
  return text.replace(
    tag,
    (whole, slash: string, rawName: string, written: string, end: string, offset: number) => {
      const name = rawName.toLowerCase();
      if (!prefixed.test(name) && !bare.test(name)) return whole;
      const lines = keepLines(whole);
      if (slash !== '') {
        const at = open.findLastIndex((one) => one.name === name);
        const after = open[at]?.after ?? '';
        if (at !== -1) open.length = at;
        return after + lines;
      }
      const { before, after } = htmlOf(name, readAttributes(written), attachments);
      const hasText = end === '' && closed.has(name);
      const isKnown = before + after !== '' || silent.test(name);
      if (listsPosts.test(name) || (!isKnown && !hasText)) report(offset, name, whole);
      if (!hasText) return before + after + lines;
      open.push({ name, after });
      return before + lines;
    },
  );
}

/** HTML that was typed as such is packed, so that nothing of WordPress reads it. */
function withRawHtml(content: string): string {
  return content.replace(rawHtml, (whole, _name: string, packed: string) => {
    const html = decodeOnce(Buffer.from(packed, 'base64').toString('utf8'));
    return /<[a-z]/iu.test(html) ? html.replace(/\s*\n\s*/gu, ' ') + keepLines(whole) : whole;
  });
}

/** A picture or its address as the text of its shortcode becomes an attribute. */
function withPictures(content: string): string {
  return content.replace(framedPicture, (whole, name: string, written: string, inner: string) => {
    const address = /\bsrc="([^"]+)"/u.exec(inner)?.[1] ?? inner.trim();
    const alt = /\balt="([^"]+)"/u.exec(inner)?.[0] ?? '';
    return address === ''
      ? whole
      : `[${name} src="${address}" ${alt}${written.replaceAll('\n', ' ')} /]${keepLines(whole)}`;
  });
}

interface Around {
  readonly before: string;
  readonly after: string;
}

/** Filled by the old system, whatever attributes say. */
const listsPosts =
  /(?:posts?|blog|portfolio|latest|events?|products?|basic_grid|masonry_grid|sidebar|widget\w*|form)(?:_|$)/u;

/** Kinds of shortcodes by words of their names. */
const films = /video|youtube|vimeo|audio|soundcloud/u;
const pictures = /image|photo|logo/u;
const galleries = /gallery|carousel|images|media_grid|masonry/u;
const buttons = /button|btn/u;
const quotes = /(?:testimonial|quote)$/u;
const headings = /(?:^|_)(?:title|heading)$/u;
const counters = /counter|number|circle|_bar/u;
/** Hold texts that do not run into what is beside them. */
const parts =
  /text|code|col|toggle|tab|item|box|blurb|cta|alert|message|slide|section|row|container|person|member/u;

function htmlOf(name: string, attributes: Attributes, attachments: BuilderOptions['attachments']): Around {
  if (films.test(name))
    return { before: linkTo(filmAddress(name, firstValue(attributes, 'film'))), after: '' };
  const link = linkAddress(firstValue(attributes, 'link'));
  const isPicture = pictures.test(name) && !/box|blurb/u.test(name);
  const photos = photosOf(name, attributes, attachments);
  const shown = photosHtml(photos, firstValue(attributes, 'caption'), isPicture ? link : '');
  // Photos that stand in shortcodes of their own inside.
  if (photos.length === 0 && /gallery$|_images$/u.test(name))
    return { before: '<div class="gallery">', after: '</div>' };
  if (photos.length > 0 && galleries.test(name) && !isPicture)
    return { before: galleryOf(shown, firstValue(attributes, 'title')), after: '' };
  if (photos.length > 0 && isPicture) return { before: galleryOf(shown), after: '' };
  if (buttons.test(name)) return buttonHtml(attributes, link);
  if (headings.test(name)) return headingHtml(attributes, link);
  if (/divider|spacer|empty_space|separator/u.test(name) && firstValue(attributes, 'title') === '')
    return { before: '', after: '' };
  const title = firstValue(attributes, 'title');
  const number = firstValue(attributes, 'number');
  const names = [firstValue(attributes, 'person'), firstValue(attributes, 'work')].filter(
    (text) => text !== '',
  );
  const before = [
    shown,
    title === '' ? '' : `<h${levelOf(attributes)}>${escapeXml(title)}</h${levelOf(attributes)}>`,
    ...[firstValue(attributes, 'line'), firstValue(attributes, 'text')].map((text) =>
      text === '' ? '' : `<p>${text}</p>`,
    ),
    counters.test(name) && number !== ''
      ? `<p>${escapeXml(number)}${attributes.get('percent_sign') === 'on' ? '%' : ''}</p>`
      : '',
  ].join('');
  const after = [
    names.length === 0 ? '' : `<p>— ${escapeXml(names.join(', '))}</p>`,
    link === '' ? '' : linkTo(link, firstValue(attributes, 'linkText') || title),
  ].join('');
  if (/checklist|icon_list$/u.test(name)) return { before: '<ul>', after: '</ul>' };
  if (/list_item|li_item/u.test(name)) return { before: `<li>${before}`, after: `${after}</li>` };
  if (quotes.test(name)) return { before: `<blockquote>${before}`, after: `${after}</blockquote>` };
  return parts.test(name) && !listsPosts.test(name)
    ? { before: `<div>${before}`, after: `${after}</div>` }
    : { before, after };
}

/** Pictures by address, or by their numbers in the media library. */
function photosOf(
  name: string,
  attributes: Attributes,
  attachments: BuilderOptions['attachments'],
): Attachment[] {
  const isGallery = galleries.test(name) && !/image$/u.test(name);
  for (const key of isGallery ? keys.gallery : keys.photo) {
    const found = (attributes.get(key) ?? '').split(/\s*,\s*/u).flatMap((part): Attachment[] => {
      const known = attachments.get(/^(\d+)(?:\||$)/u.exec(part.trim())?.[1] ?? '');
      if (known !== undefined) return [known];
      const isAddress = /^(?:https?:)?\/\/|^\/.|\.(?:jpe?g|png|gif|webp|avif)$/iu.test(part);
      return isAddress
        ? [{ url: part, file: undefined, alt: attributes.get('alt') ?? '', caption: '', parent: '' }]
        : [];
    });
    if (found.length > 0) return found;
  }
  return [];
}

function photosHtml(photos: readonly Attachment[], caption: string, link: string): string {
  const html = photos.map(({ url, alt }) => {
    const image = `<img src="${escapeXml(url)}" alt="${escapeXml(alt)}">`;
    const words = caption === '' || photos.length > 1 ? '' : `<figcaption>${escapeXml(caption)}</figcaption>`;
    return `<figure>${link === '' ? image : `<a href="${escapeXml(link)}">${image}</a>`}${words}</figure>`;
  });
  return html.join('');
}

function galleryOf(photos: string, title = ''): string {
  const isOne = photos.indexOf('<figure>') === photos.lastIndexOf('<figure>');
  if (isOne && title === '') return photos;
  return `<div class="gallery">${title === '' ? '' : `<p>${escapeXml(title)}</p>`}${photos}</div>`;
}

function buttonHtml(attributes: Attributes, link: string): Around {
  const text =
    firstValue(attributes, 'linkText') || firstValue(attributes, 'title') || (attributes.get('text') ?? '');
  if (text !== '')
    return { before: link === '' ? `<p>${escapeXml(text)}</p>` : linkTo(link, text), after: '' };
  return link === ''
    ? { before: '', after: '' }
    : { before: `<p><a href="${escapeXml(link)}">`, after: '</a></p>' };
}

/** The words are an attribute, or stand inside. */
function headingHtml(attributes: Attributes, link: string): Around {
  const text = attributes.get('text') ?? firstValue(attributes, 'title');
  const isPlain = /tag:(?:p|div)\b/u.test(attributes.get('font_container') ?? '');
  const name = isPlain ? 'p' : `h${levelOf(attributes)}`;
  const words = link === '' ? escapeXml(text) : `<a href="${escapeXml(link)}">${escapeXml(text)}</a>`;
  return text === ''
    ? { before: `<${name}>`, after: `</${name}>` }
    : { before: `<${name}>${words}</${name}>`, after: '' };
}

function levelOf(attributes: Attributes): string {
  const told = [
    attributes.get('size'),
    attributes.get('header_level'),
    attributes.get('title_level'),
    attributes.get('tag'),
  ]
    .map((value) => /^h?([1-6])$/u.exec(value ?? '')?.[1])
    .find((level) => level !== undefined);
  return told ?? /tag:h([1-6])/u.exec(attributes.get('font_container') ?? '')?.[1] ?? '3';
}

function linkTo(address: string, text = address): string {
  return address === ''
    ? ''
    : `<p><a href="${escapeXml(address)}">${escapeXml(text === '' ? address : text)}</a></p>`;
}

function filmAddress(name: string, value: string): string {
  if (/^(?:https?:)?\/\//u.test(value)) return value;
  if (!/^[\w-]{5,}$/u.test(value)) return '';
  if (/youtube/u.test(name)) return `https://www.youtube.com/watch?v=${value}`;
  return /vimeo/u.test(name) ? `https://vimeo.com/${value}` : '';
}

function keepLines(text: string): string {
  return text.replace(/[^\n]/gu, '');
}
