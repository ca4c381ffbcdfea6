/** One picture of an article's HTML: where its bytes are, and its words. Pure. */

import type { Cheerio, CheerioAPI } from 'cheerio';
import { decodeAddress } from '../../text/decode-address.ts';
import { defined } from '../../text/defined.ts';
import { wordsOf } from '../fold-text.ts';
import type { IssueList } from '../import-issue.ts';
import type { ImportedPhoto, PhotoSource } from '../imported-article.ts';
import { escapeMarkdown } from '../markdown-text.ts';
import { markedLink } from '../resolve-imported-links.ts';
import { pictureEnding } from '../source-files.ts';
import { docsEdit } from './docs-pictures.ts';
import { type AnyNode, type Element, lineOf } from './html-tree.ts';

/** What is asked of the surroundings of every picture. */
export interface PhotoContext {
  readonly $: CheerioAPI;
  readonly findPhoto: (address: string) => PhotoSource;
  /** Turns the inline HTML of a caption into inline Markdown. */
  readonly captionOf: (element: Cheerio<AnyNode>) => string;
  readonly issues: IssueList;
}

export interface PhotoWords {
  readonly caption?: string;
  readonly credit?: string;
}

export function readHtmlPhoto(
  { $, findPhoto, issues }: PhotoContext,
  image: Element,
  { caption, credit }: PhotoWords,
): ImportedPhoto {
  const edit = docsEdit(image);
  const sources = addressesOf($, image).map((address): PhotoSource => {
    const found = findPhoto(address);
    return found.kind === 'file' && edit !== undefined ? { ...found, edit } : found;
  });
  const source = sources.find(({ kind }) => kind !== 'missing') ??
    sources[0] ?? { kind: 'missing', name: 'without a name' };
  const alt = (image.attribs.alt ?? '').trim();
  const ownCaption = caption ?? escapeMarkdown(image.attribs['data-caption'] ?? '');
  const second = caption === undefined ? '' : (image.attribs['data-caption'] ?? '');
  if (second !== '')
    issues.add(
      'dropped',
      lineOf(image),
      'The photo has two captions; the one of its figure was taken.',
      second,
    );
  const name = source.kind === 'file' ? source.file : source.name;
  // Many systems write the name of the file where a description belongs.
  const isName =
    pictureEnding.test(alt) ||
    wordsOf(alt).join('') === wordsOf(name.replace(/^.*\//u, '').replace(/\.\w+$/u, '')).join('');
  if (isName && alt !== '')
    issues.add('dropped', lineOf(image), 'The description was only the name of the file.', alt);
  const title = (image.attribs.title ?? '').trim();
  if (
    title !== '' &&
    !wordsOf(`${caption ?? ''} ${alt} ${name}`)
      .join(' ')
      .includes(wordsOf(title).join(' '))
  )
    issues.add('dropped', lineOf(image), 'The tool tip of the photo has no place in an article.', title);
  return {
    source,
    alt: isName ? '' : alt,
    ...(ownCaption === '' ? {} : { caption: ownCaption }),
    ...defined({ credit }),
    line: lineOf(image),
  };
}

/** Where a picture leads when it is clicked, as the page wrote it. */
export function linkedAddress($: CheerioAPI, image: Element): string | undefined {
  const link = $(image).closest('a').attr('href');
  return link === undefined ? undefined : decodeAddress(link.replace(markedLink, ''));
}

export function isPictureAddress(address: string): boolean {
  return pictureEnding.test(address.replace(/[?#].*$/u, ''));
}

/** Addresses of one picture, the best first: what it links to, lazy ones, the widest of a set, the plain one. */
export function addressesOf($: CheerioAPI, image: Element): string[] {
  const { attribs } = image;
  const link = linkedAddress($, image);
  const set = (attribs.srcset ?? attribs['data-srcset'] ?? '')
    .split(/,\s+/u)
    .map((entry) => entry.trim().split(/\s+/u))
    .sort(([, a = '0'], [, b = '0']) => Number.parseFloat(b) - Number.parseFloat(a))
    .map(([address = '']) => address);
  const found = [
    link !== undefined && isPictureAddress(link) ? link : undefined,
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
