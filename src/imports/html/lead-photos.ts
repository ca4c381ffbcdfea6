/**
 * Lead photos that a page shows outside of its text, as systems do that keep them in a field of their own: above the
 * text, in a part that is called so, or where the page tells networks that they are its picture. Pure.
 */

import type { Cheerio, CheerioAPI } from 'cheerio';
import { addressesOf } from './html-photo.ts';
import { figures } from './html-photos.ts';
import { type AnyNode, type Element, isElement, lineAttribute, lineOf, textOf } from './html-tree.ts';
import { isDecoration } from './tiny-pictures.ts';

/** Parts of a page whose pictures belong to its site or to other stories. */
const elsewhere =
  'nav, footer, aside, form, [role="banner"], [role="navigation"], [role="contentinfo"], [role="complementary"], [role="search"], header:has(nav)';
const elsewhereNames =
  /(?:^|[\s_-])(?:logos?|brand\w*|avatars?|authors?|profile|user-?picture|byline|bio|comments?|related|sidebar|teasers?|widgets?|share|sharing|social|icons?|adverts?|ads?|sponsors?|menu|breadcrumbs?|pager|recommend\w*|newsletter|more-?news|latest|prev(?:ious)?|next)(?=$|[\s_-])/iu;
const leadNames =
  /(?:^|[\s_-])(?:hero|lead|featured?|main|key|top|title|cover|teaser-large|post|entry|article|header)[\s_-]*(?:media|image|img|photo|picture|thumbnail|visual|figure)|\bhero\b|\bpost-thumbnail\b|\bwp-post-image\b|\bfield-[\w-]*(?:image|photo|picture|media)\b|\bmedia--type-image\b/iu;
const imageFields =
  '.media--type-image, .field--type-image, .field-type-image, .field-type-media, .post-thumbnail, [class*="featured-image" i], [class*="hero-image" i]';
const captionNames = /caption|bildunterschrift|legende|pie-de-foto/iu;
const creditNames = /credit|copyright|photographer|fotograf|bildnachweis/iu;
/** A paragraph of the story, not a line above it. */
const storyLength = 100;

/** Fields of a picture, its caption and its credit beside each other become figures, as other pages write them. */
export function turnImageFields($: CheerioAPI, root: Cheerio<AnyNode>): void {
  for (const field of root.find(imageFields).toArray()) {
    if (root.find(field).length === 0 || $(field).closest(figures).length > 0) continue;
    const pictures = $(field).find('img').toArray();
    const [image, another] = pictures;
    if (image === undefined || another !== undefined || $(field).find(figures).length > 0) continue;
    const words = (name: RegExp): string =>
      $(field)
        .find('[class]')
        .toArray()
        .filter((part) => name.test(part.attribs.class ?? '') && !hasNamed($, part, name))
        .map((part) => {
          $(part).find('[class*="label" i]').remove();
          return $(part).html() ?? '';
        })
        .join(' ');
    const credit = words(creditNames);
    const caption = words(captionNames);
    if (textOf($, field) !== '' && credit === '' && caption === '') continue;
    const figure = $('<figure></figure>').attr({
      [lineAttribute]: String(lineOf(field)),
      class: field.attribs.class ?? '',
    });
    const link = $(image).closest('a');
    figure.append(link.length > 0 && textOf($, link) === '' ? link : $(image));
    if (`${caption}${credit}`.trim() !== '')
      figure.append(`<figcaption>${caption} <span class="credit">${credit}</span></figcaption>`);
    $(field).replaceWith(figure);
  }
}

/** Whether an element of that name is inside, which has the words alone. */
function hasNamed($: CheerioAPI, part: Element, name: RegExp): boolean {
  return $(part)
    .find('[class]')
    .toArray()
    .some((inner) => name.test(inner.attribs.class ?? ''));
}

/** The figures or pictures that lead the story, in their order; each stands where it did. */
export function findLeadPhotos($: CheerioAPI, root: Cheerio<AnyNode>): Element[] {
  const [headline] = root.find('h1').filter((_, element) => textOf($, element) !== '');
  const [story] = root.find('p').filter((_, element) => textOf($, element).length > storyLength);
  const order = new Map(
    $.root()
      .find('*')
      .toArray()
      .map((element, index) => [element, index]),
  );
  const place = (element: Element | undefined, missing: number): number =>
    (element === undefined ? undefined : order.get(element)) ?? missing;
  const told = new Set(toldPictures($));
  const found = root
    .find('img')
    .toArray()
    .filter((image) => {
      const [address = ''] = addressesOf($, image);
      if (isDecoration(image, address) || isElsewhere($, image, root)) return false;
      const at = place(image, 0);
      const isAbove =
        headline !== undefined && at > place(headline, Number.MAX_SAFE_INTEGER) && at < place(story, 0);
      const isOfStory =
        at < place(story, 0) || (story !== undefined && partOf($, image) === partOf($, story));
      return isAbove || told.has(pictureName(address)) || (isOfStory && isCalledLead(image, root));
    });
  const hosts = found.map((image): Element => {
    const [figure] = $(image).closest(figures);
    return isElement(figure) ? figure : (linkOf($, image) ?? image);
  });
  return [...new Set(hosts)];
}

/** The part of the page that holds one story. */
function partOf($: CheerioAPI, element: Element): AnyNode | undefined {
  return $(element).closest('article, main, [role="main"], .node, .post, .hentry')[0];
}

function linkOf($: CheerioAPI, image: Element): Element | undefined {
  const [link] = $(image).closest('a');
  return isElement(link) && textOf($, link) === '' ? link : undefined;
}

/** What the page tells networks and search engines. */
function toldPictures($: CheerioAPI): string[] {
  return $('meta[property="og:image"], meta[name="twitter:image"], link[rel="image_src"]')
    .toArray()
    .map((element) => pictureName(element.attribs.content ?? element.attribs.href ?? ''))
    .filter((name) => name !== '' && !elsewhereNames.test(name));
}

/** The last name of a picture, without what makes it another size. */
export function pictureName(address: string): string {
  return (
    address
      .replace(/[?#].*$/u, '')
      .split('/')
      .at(-1)
      ?.toLowerCase()
      .replace(/(?:-\d+x\d+|-scaled)(?=\.\w+$)/u, '') ?? ''
  );
}

function namesOf(element: Element): string {
  return `${element.attribs.class ?? ''} ${element.attribs.id ?? ''}`;
}

function isElsewhere($: CheerioAPI, image: Element, root: Cheerio<AnyNode>): boolean {
  if ($(image).closest(elsewhere).length > 0) return true;
  return around(image, root).some(
    (element) => elsewhereNames.test(namesOf(element)) && !leadNames.test(namesOf(element)),
  );
}

function isCalledLead(image: Element, root: Cheerio<AnyNode>): boolean {
  return around(image, root)
    .slice(0, 5)
    .some((element) => leadNames.test(namesOf(element)));
}

function around(image: Element, root: Cheerio<AnyNode>): Element[] {
  const elements: Element[] = [];
  for (let at: AnyNode | null = image; isElement(at) && !root.is(at) && at.name !== 'body'; at = at.parent)
    elements.push(at);
  return elements;
}
