/** The words around a picture in HTML that are its caption and its credit. What is guessed or left is reported. Pure. */

import type { Cheerio, CheerioAPI } from 'cheerio';
import { creditInCaption } from '../../text/caption-credit.ts';
import { endsSentence } from '../fold-text.ts';
import type { PhotoContext, PhotoWords } from './html-photo.ts';
import { type AnyNode, type Element, isElement, lineOf, textOf } from './html-tree.ts';
import { hasPhotoMark } from './photo-place.ts';

const captions =
  'figcaption, .wp-caption-text, .wp-caption-dd, .gallery-caption, .blocks-gallery-item__caption, .caption, .image-caption, .photo-caption, .pic-desc, .figure-caption';
const credits =
  '.credit, .photo-credit, .image-credit, .attribution, .media-credit, [itemprop="copyrightHolder"]';
const captionClass = /caption|tushuo|tuzhu|pic-?(?:desc|title)|img-?(?:desc|title)|wp-caption-text/iu;

/** What is longer is a paragraph. */
const longestCaption = 300;

/** Of a figure, whose credit is taken out. */
export function innerCaption({ $, captionOf, issues }: PhotoContext, figure: Cheerio<AnyNode>): PhotoWords {
  const credit = textOf($, figure.find(credits).first());
  figure.find(credits).remove();
  const words = figure.clone();
  words.find('img').remove();
  // The link of a picture has no words.
  for (const link of words.find('a').toArray().reverse()) if (textOf($, link) === '') $(link).remove();
  // Of captions inside one another the outer has the words of both.
  const found = words
    .find(captions)
    .filter((_, element) => $(element).parent().closest(captions).length === 0);
  const caption = captionOf(found.length > 0 ? found : words);
  if (found.length > 0) {
    found.remove();
    const rest = textOf($, words);
    const [first] = figure;
    if (rest !== '' && isElement(first))
      issues.add('dropped', lineOf(first), 'These words stand in the figure and not in its caption.', rest);
  }
  return { ...(caption === '' ? {} : { caption }), ...(credit === '' ? {} : { credit }) };
}

/** Picture first, then a line break, then few words that are no sentence: a caption. */
export function isCaptionOf($: CheerioAPI, host: Element, image: Element, text: string): boolean {
  if (text.length > longestCaption || hasPhotoMark(text) || textBefore($, host, image) !== '') return false;
  if (isOnlyLink($, host, text)) return false;
  const isMarked = captionClass.test(host.attribs.class ?? '') || $(image).nextAll('br').length > 0;
  // "![…](a.jpg)" and below it, in the same paragraph, "*Its caption*".
  const isSet = textOf($, $(host).find('em, i, small').first()) === text;
  return isMarked || isSet || !endsSentence(text);
}

/** A link to click is no caption, as "Read more" below a photo. */
function isOnlyLink($: CheerioAPI, element: Element, text: string): boolean {
  return textOf($, $(element).find('a[href]')) === text;
}

/** The next paragraph, when it is one that only captions are; it is taken out. */
export function captionBelow(
  { $, captionOf, issues }: PhotoContext,
  host: Element,
  isRow: boolean,
): PhotoWords {
  const next = $(host).next()[0];
  if (!isElement(next) || !['p', 'div', 'center', 'span', 'small', 'h6', 'h5'].includes(next.name)) return {};
  if ($(next).find('img, ul, ol, table, blockquote').length > 0) return {};
  const text = textOf($, next);
  if (text === '' || text.length > longestCaption || hasPhotoMark(text)) return {};
  const isMarked = captionClass.test(
    `${next.attribs.class ?? ''} ${$(next).find('[class]').attr('class') ?? ''}`,
  );
  if (!isMarked && isOnlyLink($, next, text)) return {};
  const isCentered = isCenteredText($, next) && (isCenteredText($, host) || !endsSentence(text));
  const isSet = textOf($, $(next).find('em, i, small').first()) === text;
  const isShort =
    !endsSentence(text) &&
    text.length <= longestCaption / 2 &&
    $(next).next().length > 0 &&
    !/^h\d$/u.test(next.name);
  const isCredit = creditInCaption(text)?.caption === '';
  if (!isMarked && !isCentered && !isSet && !isCredit && !(isShort && !/[:：]/u.test(text))) return {};
  if (!isMarked)
    issues.add('guessed', lineOf(next), 'This short line below a photo was taken as its caption.', text);
  if (isRow)
    issues.add(
      'look',
      lineOf(next),
      'One caption stands below several photos in a row; it may be meant for all.',
    );
  const caption = captionOf($(next));
  $(next).remove();
  return { caption };
}

export function textBefore($: CheerioAPI, host: Element, image: Element | undefined): string {
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
