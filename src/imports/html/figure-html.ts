/** Figures and galleries as HTML, for texts of other systems that are read as HTML afterwards. Pure. */

import { escapeXml } from '../../text/xml.ts';
import { lineAttribute } from './html-tree.ts';

export interface FigureArguments {
  readonly src: string;
  readonly alt?: string | undefined;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
}

/** @param line of the source, on which all of it stands */
export function figureHtml({ src, alt, caption, credit }: FigureArguments, line: number): string {
  const words = caption === undefined ? '' : markdownMark(caption);
  const name = credit === undefined ? '' : ` <span class="credit">${escapeXml(credit)}</span>`;
  const below = words === '' && name === '' ? '' : `<figcaption>${words}${name}</figcaption>`;
  return `<figure ${lineAttribute}="${line}"><img ${lineAttribute}="${line}" src="${escapeXml(src)}" alt="${escapeXml(alt ?? '')}">${below}</figure>`;
}

/** The picture alone, for a figure that has its own caption. */
export function pictureHtml({ src, alt }: Pick<FigureArguments, 'src' | 'alt'>, line: number): string {
  return `<img ${lineAttribute}="${line}" src="${escapeXml(src)}" alt="${escapeXml(alt ?? '')}">`;
}

/** Caption of a figure that is in the text already. */
export function captionHtml(caption: string): string {
  return `<figcaption>${markdownMark(caption)}</figcaption>`;
}

/** A figure around a picture that is Markdown or HTML itself. */
export function captionedHtml(picture: string, caption: string, line: number): string {
  const image = picture.startsWith('<') ? picture : markdownMark(picture);
  return `<figure ${lineAttribute}="${line}">${image}<figcaption>${markdownMark(caption)}</figcaption></figure>`;
}

export function galleryHtml(
  photos: readonly FigureArguments[],
  title: string | undefined,
  line: number,
): string {
  return `${galleryOpening(title, line)}${photos.map((photo) => figureHtml(photo, line)).join('')}</div>`;
}

/** The beginning of a gallery whose photos and end are in the text. */
export function galleryOpening(title: string | undefined, line: number): string {
  const heading = title === undefined ? '' : `<p>${escapeXml(title)}</p>`;
  return `<div class="gallery" ${lineAttribute}="${line}">${heading}`;
}

/** Captions are Markdown, which the reader of the body turns into HTML. */
function markdownMark(text: string): string {
  return `<span data-markdown="${escapeXml(text.replace(/\s+/gu, ' ').trim())}"></span>`;
}
