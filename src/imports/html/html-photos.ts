/**
 * Finds the photos of an article's HTML with their captions and takes them out: a mark stays where the figure or the
 * gallery is to stand, beside the paragraph, list or table that the photo was in. Pure.
 */

import type { Cheerio, CheerioAPI } from 'cheerio';
import type { IssueList } from '../import-issue.ts';
import type { ImportedBlock, ImportedPhoto } from '../imported-article.ts';
import { escapeMarkdown } from '../markdown-text.ts';
import { markedLink } from '../resolve-imported-links.ts';
import {
  isPictureAddress,
  linkedAddress,
  type PhotoContext,
  type PhotoWords,
  readHtmlPhoto,
} from './html-photo.ts';
import { type AnyNode, type Element, isBlock, isElement, lineOf, textOf } from './html-tree.ts';
import { captionBelow, innerCaption, isCaptionOf, textBefore } from './photo-captions.ts';
import { hostOf, markOf, placeMark } from './photo-place.ts';
import { unfoldPhotoLists, unfoldPhotoTables } from './photo-tables.ts';

type PhotosBlock = Extract<ImportedBlock, { kind: 'photos' }>;

export const galleries =
  '.gallery, .wp-block-gallery, .wp-block-jetpack-slideshow, .wp-block-jetpack-tiled-gallery, .blocks-gallery-grid, .tiled-gallery, .image-gallery, .photo-gallery, gallery, figure:has(figure)';
export const figures = 'figure, .wp-caption, .image-caption-wrapper, .figure';

/** A block of photos, and the links that its photos were, as Markdown. */
export interface TakenPhotos {
  readonly block: PhotosBlock;
  readonly links: readonly string[];
}

/** The blocks of photos, in the order of the numbers of their marks. */
export function takePhotos(
  $: CheerioAPI,
  root: Cheerio<AnyNode>,
  context: Omit<PhotoContext, '$' | 'issues'>,
  issues: IssueList,
): readonly TakenPhotos[] {
  const taker = new PhotoTaker({ ...context, $, issues });
  taker.take(root);
  return taker.taken;
}

class PhotoTaker {
  readonly taken: TakenPhotos[] = [];
  readonly #seen = new Set<Element>();
  /** Links of the photos that are being read. */
  #links: string[] = [];
  readonly #context: PhotoContext;

  constructor(context: PhotoContext) {
    this.#context = context;
  }

  take(root: Cheerio<AnyNode>): void {
    const { $, issues } = this.#context;
    const all = root.find('img').toArray();
    unfoldPhotoTables($, root, issues);
    unfoldPhotoLists($, root);
    for (const gallery of root.find(galleries).toArray()) {
      if (root.find(gallery).length === 0 || $(gallery).find('img').length === 0) continue;
      this.#takeGallery(gallery);
    }
    for (const figure of root.find(figures).toArray()) {
      if (root.find(figure).length === 0 || $(figure).find('img').length === 0) continue;
      const images = $(figure).find('img').toArray();
      const caption = innerCaption(this.#context, $(figure));
      // A figure that only frames its picture has its caption below, as a bare picture has.
      const below = caption.caption === undefined ? captionBelow(this.#context, figure, false) : undefined;
      const photos = images.map((image, index) =>
        this.#photo(image, index === images.length - 1 ? { ...caption, ...below } : {}),
      );
      this.#place(figure, { kind: 'photos', photos });
    }
    for (let [image] = root.find('img'); image !== undefined; [image] = root.find('img'))
      this.#takeBare(image, root);
    for (const image of all)
      if (!this.#seen.has(image))
        issues.add('dropped', lineOf(image), 'A photo has no place in the article.', image.attribs.src ?? '');
  }

  #takeGallery(gallery: Element): void {
    const { $ } = this.#context;
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
        return this.#photo(image, innerCaption(this.#context, item));
      });
    // What stands in the gallery besides its photos and their captions is its title.
    for (const item of items) $(item).remove();
    $(gallery).find('img').remove();
    const title = textOf($, gallery);
    this.#place(gallery, { kind: 'photos', ...(title === '' ? {} : { title }), photos });
  }

  /** A picture that was a link to anything but its own large file keeps the link below it. */
  #photo(image: Element, words: PhotoWords): ImportedPhoto {
    this.#seen.add(image);
    const { $, issues } = this.#context;
    const photo = readHtmlPhoto(this.#context, image, words);
    const address = linkedAddress($, image);
    const href = $(image).closest('a').attr('href') ?? '';
    if (address === undefined || isPictureAddress(address) || !markedLink.test(href)) return photo;
    const text =
      photo.alt === '' ? escapeMarkdown(address.replace(/^https?:\/\//iu, '')) : escapeMarkdown(photo.alt);
    this.#links.push(`[${text}](${href})`);
    issues.add('look', lineOf(image), 'The photo was a link; the link stands below it now.', address);
    return photo;
  }

  /** A picture without a figure around it: alone in its paragraph, or with its caption, or in the midst of a text. */
  #takeBare(image: Element, root: Cheerio<AnyNode>): void {
    const { $, captionOf, issues } = this.#context;
    const host = hostOf($, image, root);
    const images = $(host).is('img') ? [image] : $(host).find('img').toArray();
    const text = textOf($, host);
    const isFlow = host !== image && ['p', 'div', 'center', 'span', 'section'].includes(host.name);
    if (images.length > 0 && (text === '' || host === image)) {
      const caption = captionBelow(this.#context, host, images.length > 1);
      const photos = images.map((one, index) => this.#photo(one, index === images.length - 1 ? caption : {}));
      this.#place(host, { kind: 'photos', photos });
      return;
    }
    const [first] = images;
    if (isFlow && first !== undefined && images.length === 1 && isCaptionOf($, host, first, text)) {
      $(first).remove();
      const caption = captionOf($(host));
      this.#place(host, { kind: 'photos', photos: [this.#photo(first, { caption })] });
      return;
    }
    const before = textBefore($, host, images[0]);
    const photos = images.map((one) => this.#photo(one, {}));
    for (const one of images) removeWithFrame($, one);
    const mark = this.#mark({ kind: 'photos', photos });
    if (before === '') $(host).before(mark);
    else $(host).after(mark);
    issues.add(
      'look',
      lineOf(host),
      'A photo stood inside a text, a list or a table; it stands beside it now.',
    );
  }

  #place(host: Element, block: PhotosBlock): void {
    const line = lineOf(host);
    if (placeMark(this.#context.$, host, this.#mark(block))) {
      this.#context.issues.add(
        'look',
        line,
        'A photo stood inside a list, a table or a quotation; it stands behind it now.',
      );
    }
  }

  #mark(block: PhotosBlock): string {
    const links = this.#links;
    this.#links = [];
    return markOf(this.taken.push({ block, links }) - 1, block.photos[0]?.line ?? 1);
  }
}

/** Takes a picture out with what was only around it: a link without words shows nothing, and neither does the line's end. */
function removeWithFrame($: CheerioAPI, image: Element): void {
  let frame = image;
  for (
    let at = image.parent;
    isElement(at) && !isBlock(at) && at.children.every((child) => child === frame || isBlank(child));
    at = at.parent
  )
    frame = at;
  const { prev, next } = frame;
  const isFirst = prev === null || isBlank(prev) || (isElement(prev) && prev.name === 'br');
  if (isFirst && isElement(next) && next.name === 'br') $(next).remove();
  $(frame).remove();
}

function isBlank(node: AnyNode): boolean {
  return node.type === 'text' && node.data.trim() === '';
}
