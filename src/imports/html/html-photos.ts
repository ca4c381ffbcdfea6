/**
 * Finds the photos of an article's HTML with their captions and takes them out: a mark stays where the figure or the
 * gallery is to stand, beside the paragraph, list or table that the photo was in. Pure.
 */

import type { Cheerio, CheerioAPI } from 'cheerio';
import { endsSentence, wordsOf } from '../fold-text.ts';
import type { ImportedBlock, ImportedPhoto, PhotoSource } from '../imported-article.ts';
import type { Loss } from '../loss.ts';
import { pictureEnding } from '../photo-shelf.ts';
import {
  type AnyNode,
  type Element,
  isBlock,
  isElement,
  lineAttribute,
  lineOf,
  textOf,
} from './html-tree.ts';

type PhotosBlock = Extract<ImportedBlock, { kind: 'photos' }>;

export interface HtmlPhotoOptions {
  readonly shownFile: string;
  readonly findPhoto: (address: string) => PhotoSource;
  /** Turns the inline HTML of a caption into inline Markdown. */
  /** Plain text as inline Markdown. */
  readonly captionText: (text: string) => string;
  readonly captionOf: (element: Cheerio<AnyNode>) => string;
}

export interface HtmlPhotos {
  readonly blocks: readonly PhotosBlock[];
  readonly losses: readonly Loss[];
}

/** Stands where a block of photos goes, by its number; letters and digits that no page has. */
export const photoMark = /^XPHOTOSX(\d+)X$/u;
const anyMark = /XPHOTOSX\d+X/u;

export const galleries =
  '.gallery, .wp-block-gallery, .blocks-gallery-grid, .tiled-gallery, .image-gallery, .photo-gallery, gallery, figure:has(figure)';
export const figures = 'figure, .wp-caption, .image-caption-wrapper, .figure';
const captions =
  'figcaption, .wp-caption-text, .wp-caption-dd, .gallery-caption, .blocks-gallery-item__caption, .caption, .image-caption, .photo-caption, .pic-desc, .figure-caption';
const credits =
  '.credit, .photo-credit, .image-credit, .attribution, .media-credit, [itemprop="copyrightHolder"]';
const captionClass = /caption|tushuo|tuzhu|pic-?(?:desc|title)|img-?(?:desc|title)|wp-caption-text/iu;

/** A counter, an icon or a spacer, which no reader looked at. */
const longestCaption = 300;

export function takePhotos($: CheerioAPI, root: Cheerio<AnyNode>, options: HtmlPhotoOptions): HtmlPhotos {
  const taker = new PhotoTaker($, options);
  taker.take(root);
  return taker;
}

class PhotoTaker implements HtmlPhotos {
  readonly blocks: PhotosBlock[] = [];
  readonly losses: Loss[] = [];
  readonly #$: CheerioAPI;
  readonly #options: HtmlPhotoOptions;

  constructor($: CheerioAPI, options: HtmlPhotoOptions) {
    this.#$ = $;
    this.#options = options;
  }

  take(root: Cheerio<AnyNode>): void {
    const $ = this.#$;
    this.#dropTiny(root);
    for (const gallery of root.find(galleries).toArray()) {
      if (root.find(gallery).length === 0 || $(gallery).find('img').length === 0) continue;
      this.#takeGallery(gallery);
    }
    for (const figure of root.find(figures).toArray()) {
      if (root.find(figure).length === 0 || $(figure).find('img').length === 0) continue;
      const images = $(figure).find('img').toArray();
      const caption = this.#innerCaption($(figure));
      // A figure that only frames its picture has its caption below, as a bare picture has.
      const below = caption.caption === undefined ? this.#captionBelow(figure, false) : undefined;
      const photos = images.map((image, index) =>
        this.#photo(image, index === images.length - 1 ? { ...caption, ...below } : {}),
      );
      this.#place(figure, { kind: 'photos', photos });
    }
    for (let [image] = root.find('img'); image !== undefined; [image] = root.find('img'))
      this.#takeBare(image, root);
  }

  /** Counters and spacers say their size: a pixel or two. */
  #dropTiny(root: Cheerio<AnyNode>): void {
    const $ = this.#$;
    for (const image of root.find('img').toArray()) {
      const width = Number(image.attribs.width);
      const height = Number(image.attribs.height);
      const address = addressesOf($, image)[0] ?? '';
      const isTiny = width > 0 && width <= 3 && height > 0 && height <= 3;
      if (!isTiny && address !== '' && !/\bemoji\b|smilies|\/spacer\.gif$/u.test(address)) continue;
      const alt = image.attribs.alt ?? '';
      if (`${address}${alt}` !== '')
        this.#lose(
          'dropped',
          image,
          'A picture without content: a counter, a spacer or a smiley.',
          `${address} ${alt}`.trim(),
        );
      if (/^\p{Extended_Pictographic}+$/u.test(alt)) $(image).replaceWith(alt);
      else $(image).remove();
    }
  }

  #takeGallery(gallery: Element): void {
    const $ = this.#$;
    const items: Element[] = [];
    const photos = $(gallery)
      .find('img')
      .toArray()
      .map((image) => {
        const item = $(image).closest('figure, li, .gallery-item, dl, .wp-caption');
        const [own] = item;
        if (!isElement(own) || own === gallery || item.find('img').length !== 1)
          return this.#photo(image, {});
        items.push(own);
        return this.#photo(image, this.#innerCaption(item));
      });
    // What stands in the gallery besides its photos and their captions is its title.
    for (const item of items) $(item).remove();
    $(gallery).find('img').remove();
    const title = textOf($, gallery);
    this.#place(gallery, { kind: 'photos', ...(title === '' ? {} : { title }), photos });
  }

  #innerCaption(figure: Cheerio<AnyNode>): { caption?: string; credit?: string } {
    const $ = this.#$;
    const credit = textOf($, figure.find(credits).first());
    figure.find(credits).remove();
    const words = figure.clone();
    words.find('img').remove();
    // Of captions inside one another the outer has the words of both.
    const found = words
      .find(captions)
      .filter((_, element) => $(element).parent().closest(captions).length === 0);
    const caption = this.#options.captionOf(found.length > 0 ? found : words);
    if (found.length > 0) {
      found.remove();
      const rest = textOf($, words);
      const [first] = figure;
      if (rest !== '' && isElement(first))
        this.#lose('dropped', first, 'These words stand in the figure and not in its caption.', rest);
    }
    return { ...(caption === '' ? {} : { caption }), ...(credit === '' ? {} : { credit }) };
  }

  /** A picture without a figure around it: alone in its paragraph, or with its caption, or in the midst of a text. */
  #takeBare(image: Element, root: Cheerio<AnyNode>): void {
    const $ = this.#$;
    const host = this.#host(image, root);
    const images = $(host).is('img') ? [image] : $(host).find('img').toArray();
    const text = textOf($, host);
    const isFlow = host !== image && ['p', 'div', 'center', 'span', 'section'].includes(host.name);
    if (images.length > 0 && (text === '' || host === image)) {
      const caption = this.#captionBelow(host, images.length > 1);
      const photos = images.map((one, index) => this.#photo(one, index === images.length - 1 ? caption : {}));
      this.#place(host, { kind: 'photos', photos });
      return;
    }
    const [first] = images;
    if (isFlow && first !== undefined && images.length === 1 && this.#isCaptionOf(host, first, text)) {
      $(first).remove();
      const caption = this.#options.captionOf($(host));
      this.#place(host, { kind: 'photos', photos: [this.#photo(first, { caption })] });
      return;
    }
    const before = textBefore($, host, images[0]);
    const photos = images.map((one) => this.#photo(one, {}));
    for (const one of images) $(one).remove();
    const mark = this.#mark({ kind: 'photos', photos });
    if (before === '') $(host).before(mark);
    else $(host).after(mark);
    this.#lose('look', host, 'A photo stood inside a text, a list or a table; it stands beside it now.');
  }

  /** Picture first, then a line break, then few words that are no sentence: a caption. */
  #isCaptionOf(host: Element, image: Element, text: string): boolean {
    const $ = this.#$;
    if (text.length > longestCaption || anyMark.test(text) || textBefore($, host, image) !== '') return false;
    const isMarked = captionClass.test(host.attribs.class ?? '') || $(image).nextAll('br').length > 0;
    // "![…](a.jpg)" and below it, in the same paragraph, "*Its caption*".
    const isSet = textOf($, $(host).children('em, i, small')) === text;
    return isMarked || isSet || !endsSentence(text);
  }

  /** The next paragraph, when it is one that only captions are. */
  #captionBelow(host: Element, isRow: boolean): { caption?: string } {
    const $ = this.#$;
    const next = $(host).next()[0];
    if (!isElement(next) || !['p', 'div', 'center', 'span', 'small', 'h6', 'h5'].includes(next.name))
      return {};
    if ($(next).find('img, ul, ol, table, blockquote').length > 0) return {};
    const text = textOf($, next);
    if (text === '' || text.length > longestCaption || anyMark.test(text)) return {};
    const isMarked = captionClass.test(
      `${next.attribs.class ?? ''} ${$(next).find('[class]').attr('class') ?? ''}`,
    );
    const isCentered = isCenteredText($, next) && (isCenteredText($, host) || !endsSentence(text));
    const isSet = $(next).children('em, i, small').length === 1 && textOf($, $(next).children()) === text;
    const isShort =
      !endsSentence(text) &&
      text.length <= longestCaption / 2 &&
      $(next).next().length > 0 &&
      !/^h\d$/u.test(next.name);
    if (!isMarked && !isCentered && !isSet && !(isShort && !/[:：]/u.test(text))) return {};
    if (!isMarked)
      this.#lose('guessed', next, 'This short line below a photo was taken as its caption.', text);
    if (isRow)
      this.#lose('look', next, 'One caption stands below several photos in a row; it may be meant for all.');
    const caption = this.#options.captionOf($(next));
    $(next).remove();
    return { caption };
  }

  #photo(image: Element, { caption, credit }: { caption?: string; credit?: string }): ImportedPhoto {
    const $ = this.#$;
    const sources = addressesOf($, image).map((address) => this.#options.findPhoto(address));
    const source = sources.find(({ kind }) => kind !== 'missing') ??
      sources[0] ?? { kind: 'missing', name: 'without a name' };
    const alt = (image.attribs.alt ?? '').trim();
    const ownCaption = caption ?? this.#options.captionText(image.attribs['data-caption'] ?? '');
    const second = caption === undefined ? '' : (image.attribs['data-caption'] ?? '');
    if (second !== '')
      this.#lose('dropped', image, 'The photo has two captions; the one of its figure was taken.', second);
    const name = source.kind === 'file' ? source.file : source.name;
    // Many systems write the name of the file where a description belongs.
    const isName =
      pictureEnding.test(alt) ||
      wordsOf(alt).join('') === wordsOf(name.replace(/^.*\//u, '').replace(/\.\w+$/u, '')).join('');
    if (isName && alt !== '')
      this.#lose('dropped', image, 'The description was only the name of the file.', alt);
    const title = (image.attribs.title ?? '').trim();
    if (
      title !== '' &&
      !wordsOf(`${caption ?? ''} ${alt} ${name}`)
        .join(' ')
        .includes(wordsOf(title).join(' '))
    )
      this.#lose('dropped', image, 'The tool tip of the photo has no place in an article.', title);
    return {
      source,
      alt: isName ? '' : alt,
      ...(ownCaption === '' ? {} : { caption: ownCaption }),
      ...(credit === undefined ? {} : { credit }),
      line: lineOf(image),
    };
  }

  /** The outermost element that is only there for this picture, or that cannot hold a figure. */
  #host(image: Element, root: Cheerio<AnyNode>): Element {
    const $ = this.#$;
    let host: Element = image;
    for (let at = image.parent; isElement(at) && !root.is(at); at = at.parent) {
      const isPlace = [
        'div',
        'section',
        'article',
        'main',
        'center',
        'body',
        'header',
        'footer',
        'aside',
        'td',
        'details',
      ].includes(at.name);
      const onlyThis =
        textOf($, at) === textOf($, host) &&
        $(at).find('img').length === Math.max(1, $(host).find('img').length);
      if (
        isPlace &&
        !onlyThis &&
        at.children.some((child) => isBlock(child) || child === host) &&
        hasBlocks($, at)
      )
        break;
      host = at;
    }
    return host;
  }

  #place(host: Element, block: PhotosBlock): void {
    const $ = this.#$;
    let target = host;
    // A figure in a list, a table or a quotation moves out of it.
    for (let at = host.parent; isElement(at); at = at.parent) {
      if (
        [
          'p',
          'li',
          'ul',
          'ol',
          'table',
          'blockquote',
          'figure',
          'figcaption',
          'dl',
          'a',
          'strong',
          'em',
          'b',
          'i',
          'span',
          'font',
          'h1',
          'h2',
          'h3',
          'h4',
          'h5',
          'h6',
        ].includes(at.name)
      )
        target = at;
    }
    const mark = this.#mark(block);
    if (target === host) $(host).replaceWith(mark);
    else {
      $(host).remove();
      if (textOf($, target) === '') $(target).replaceWith(mark);
      else $(target).after(mark);
    }
  }

  #mark(block: PhotosBlock): string {
    const number = this.blocks.push(block) - 1;
    return `<p ${lineAttribute}="${block.photos[0]?.line ?? 1}">XPHOTOSX${number}X</p>`;
  }

  #lose(kind: Loss['kind'], at: Element, message: string, text?: string): void {
    this.losses.push({
      kind,
      file: this.#options.shownFile,
      line: lineOf(at),
      message,
      ...(text === undefined ? {} : { text }),
    });
  }
}

/** Addresses of one picture, the best first: what it links to, lazy ones, the widest of a set, the plain one. */
function addressesOf($: CheerioAPI, image: Element): string[] {
  const { attribs } = image;
  const link = $(image).closest('a').attr('href');
  const set = (attribs.srcset ?? attribs['data-srcset'] ?? '')
    .split(/,\s+/u)
    .map((entry) => entry.trim().split(/\s+/u))
    .sort(([, a = '0'], [, b = '0']) => Number.parseFloat(b) - Number.parseFloat(a))
    .map(([address = '']) => address);
  const found = [
    link !== undefined && pictureEnding.test(link.replace(/[?#].*$/u, '')) ? link : undefined,
    attribs['data-orig-file'],
    attribs['data-original'],
    attribs['data-src'],
    attribs['data-lazy-src'],
    attribs._src,
    attribs.src,
    ...set,
  ];
  return found.filter((address): address is string => address !== undefined && address.trim() !== '');
}

function textBefore($: CheerioAPI, host: Element, image: Element | undefined): string {
  let text = '';
  let isFound = false;
  const walk = (node: AnyNode) => {
    if (isFound) return;
    if (node === image) isFound = true;
    else if (node.type === 'text') text += node.data;
    else if (isElement(node)) for (const child of node.children) walk(child);
  };
  for (const node of $(host)) walk(node);
  return text.trim();
}

function isCenteredText($: CheerioAPI, element: Element): boolean {
  const { style = '', align = '', class: names = '' } = element.attribs;
  return (
    /text-align:\s*center/iu.test(style) ||
    align.toLowerCase() === 'center' ||
    /\b(?:text-center|has-text-align-center|centered)\b/u.test(names) ||
    element.name === 'center' ||
    $(element).closest('center').length > 0
  );
}

function hasBlocks($: CheerioAPI, element: Element): boolean {
  return $(element)
    .children()
    .toArray()
    .some((child) => isBlock(child));
}
