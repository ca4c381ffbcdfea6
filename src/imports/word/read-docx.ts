/**
 * A Word file: headline, paragraphs, lists, tables, footnotes, pictures with the captions under them, and facts at its
 * head and foot. In the report the line is the number of the paragraph. Never throws for what a file holds.
 */

import type { CheerioAPI } from 'cheerio';
import { editPicture } from '../../photos/edit-picture.ts';
import { defined } from '../../text/defined.ts';
import type { LabelWords } from '../facts/label-words.ts';
import { endsSentence } from '../fold-text.ts';
import { readHtmlBody } from '../html/html-body.ts';
import { isElement, lineAttribute, lineOf, parseHtml, TooDeepError, textOf } from '../html/html-tree.ts';
import type { ImportIssue } from '../import-issue.ts';
import { failedReading, type PhotoSource, type Sourced, type SourceReading } from '../imported-article.ts';
import { takeListNumbers } from './list-numbers.ts';
import { openDocx } from './open-docx.ts';
import { takeEdit } from './picture-edit.ts';
import { rewriteDocument } from './rewrite-document.ts';
import { textOutsideBody } from './text-outside-body.ts';

export interface DocxOptions {
  readonly displayPath: string;
  readonly labels: LabelWords;
}

/** The address that a picture of the file has between the two libraries. */
const pictureAddress = /^docx-picture:(\d+)$/u;
/** A style of our own for paragraphs that are centred: under a picture that is how captions are set. */
const centredStyle = 'Imported centred';

const styles = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh",
  "p[style-name='caption'] => p.caption:fresh",
  "p[style-name='Caption'] => p.caption:fresh",
  "p[style-name='题注'] => p.caption:fresh",
  // Files of other programs name styles that they do not define.
  'p.Title => h1.title:fresh',
  'p.Caption => p.caption:fresh',
  `p[style-name='${centredStyle}'] => p.text-center:fresh`,
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "r[style-name='Emphasis'] => em",
  "r[style-name='Intense Emphasis'] => em",
  'strike => del',
];

const figureNumber =
  /^(?:figure|fig\.?|photo|picture|image|图|图片|照片|abbildung|abb\.?|bild) ?\d{1,3}(?:[.:：、—–-]+\s*|\s+|$)/iu;

/** A headline of more is a paragraph. */
const longestTitle = 250;

export async function readDocx(bytes: Buffer, options: DocxOptions): Promise<SourceReading> {
  const { displayPath, labels } = options;
  const failed = (message: string) => failedReading(displayPath, message);
  const opened = await openDocx(bytes);
  if (!opened.ok) return failed(opened.message);
  const pictures: PhotoSource[] = [];
  let html: string;
  let $: CheerioAPI;
  const issues: ImportIssue[] = [];
  try {
    const { default: mammoth } = await import('mammoth');
    const document = (await opened.textOf('word/document.xml')) ?? '';
    const rewritten = rewriteDocument(
      document,
      await opened.textOf('word/styles.xml'),
      displayPath,
      await opened.textOf('word/numbering.xml'),
    );
    issues.push(...rewritten.issues);
    const result = await mammoth.convertToHtml(
      { buffer: await opened.withText('word/document.xml', rewritten.xml) },
      {
        styleMap: styles,
        externalFileAccess: false,
        // A file may carry a map of its own, which could hide what it says.
        includeEmbeddedStyleMap: false,
        convertImage: mammoth.images.imgElement(async (image) => {
          const ending = image.contentType.split('/')[1]?.replace(/[^a-z\d].*$/u, '') ?? 'bin';
          const name = `photo-${pictures.length + 1}.${ending}`;
          const place = `picture ${pictures.length + 1} of the file`;
          const content = await image.readAsBuffer().catch(() => undefined);
          const source: PhotoSource =
            content === undefined
              ? { kind: 'missing', name, place }
              : { kind: 'bytes', name, bytes: content, place };
          return { src: `docx-picture:${pictures.push(source) - 1}` };
        }),
        transformDocument: markCentred,
      },
    );
    html = result.value;
    $ = parseHtml(html);
    for (const { type, message } of result.messages) {
      // Unmapped styles become plain paragraphs; their text stays.
      if (
        type === 'error' ||
        !/unrecognised (?:paragraph|run|table) style|Image of type|was referenced but not defined/iu.test(
          message,
        )
      )
        issues.push({ kind: 'look', file: displayPath, line: 1, message: wordMessage(message) });
    }
  } catch (error) {
    if (error instanceof TooDeepError)
      return failed(`This is not a file that people wrote: ${error.message}`);
    return failed(
      `This file cannot be read: ${error instanceof Error ? error.message : String(error)}. Open it in Word and save it as .docx once more.`,
    );
  }
  takeListNumbers($);
  numberParagraphs($);
  for (const box of $('input[type="checkbox"]').toArray())
    $(box).replaceWith(box.attribs.checked === undefined ? '☐' : '☑');
  await editPictures($, pictures, displayPath, issues);
  dropFigureNumbers($);
  turnFootnotes($);
  const title = takeTitle($);
  const body = readHtmlBody($, $('body'), {
    displayPath,
    labels,
    findPhoto: (address) => {
      const number = pictureAddress.exec(address)?.[1];
      return (
        (number === undefined ? undefined : pictures[Number(number)]) ?? { kind: 'missing', name: address }
      );
    },
    ...defined({ title: title?.value }),
  });
  issues.push(...body.issues, ...(await textOutsideBody(opened.textOf, displayPath)));
  const { facts } = body;
  return {
    articles: [
      {
        file: displayPath,
        part: '',
        line: 1,
        ...defined({ title, date: facts.date, updated: facts.updated }),
        topics: facts.topics,
        credits: facts.credits,
        aliases: [],
        isDraft: false,
        ...defined({ viewsBefore: facts.viewsBefore }),
        blocks: body.blocks,
      },
    ],
    issues,
    readings: facts.readings,
  };
}

/** Pictures that Word shows cut, turned or mirrored; what was cut away must not come along. */
async function editPictures(
  $: CheerioAPI,
  pictures: PhotoSource[],
  file: string,
  issues: ImportIssue[],
): Promise<void> {
  for (const image of $('img').toArray()) {
    const { text, edit } = takeEdit(image.attribs.alt ?? '');
    image.attribs.alt = text;
    const number = Number(pictureAddress.exec(image.attribs.src ?? '')?.[1] ?? -1);
    const source = pictures[number];
    if (edit === undefined || source?.kind !== 'bytes') continue;
    const bytes = await editPicture(source.bytes, edit).catch(() => undefined);
    if (bytes !== undefined) {
      image.attribs.src = `docx-picture:${pictures.push({ ...source, bytes }) - 1}`;
      continue;
    }
    issues.push({
      kind: 'dropped',
      file,
      line: lineOf(image),
      message:
        'A picture is cut or turned in Word in a way that cannot be repeated, so it was left out. Cut it in a picture program, put it into the file again and import again.',
      text,
    });
    $(image).remove();
  }
}

/** "Figure 1" before a caption counts the pictures of a paper; articles here have no such numbers. */
function dropFigureNumbers($: CheerioAPI): void {
  for (const caption of $('p.caption').toArray()) {
    const [first] = $(caption).contents().toArray();
    if (first?.type !== 'text') continue;
    const number = figureNumber.exec(textOf($, caption))?.[0] ?? '';
    const rest = textOf($, caption).slice(number.length);
    // "Figure 7 shows the fair" is a sentence.
    if (number === '' || /^\p{Ll}/u.test(rest) || !first.data.startsWith(number.trimEnd())) continue;
    first.data = first.data.slice(number.trimEnd().length).replace(/^[\s.:：、—–-]+/u, '');
  }
}

/** What the library says, for people. */
function wordMessage(message: string): string {
  const element = /^An unrecognised element was ignored: (?:\{[^}]*\})?(.+)$/u.exec(message)?.[1];
  if (element === undefined) return `${message}.`;
  return /^oMath/u.test(element)
    ? 'An equation was left out. Write it in words, or put a picture of it beside the article.'
    : `A part that Word calls "${element}" was left out. Compare the article with the file.`;
}

/** Gives centred paragraphs without a style of their own ours, all through the tree of the document. */
function markCentred(element: unknown): unknown {
  if (typeof element !== 'object' || element === null) return element;
  const children =
    'children' in element && Array.isArray(element.children)
      ? { children: element.children.map(markCentred) }
      : {};
  const styleName = 'styleName' in element ? element.styleName : undefined;
  const isPlain = styleName == null || styleName === 'Normal' || styleName === 'Body Text';
  const isCentred =
    'type' in element &&
    element.type === 'paragraph' &&
    'alignment' in element &&
    element.alignment === 'center';
  return {
    ...element,
    ...children,
    ...(isCentred && isPlain ? { styleName: centredStyle, styleId: 'ImportedCentred' } : {}),
  };
}

/** All of the HTML is one line; what tells places in a Word file is the paragraph. */
function numberParagraphs($: CheerioAPI): void {
  let number = 0;
  for (const element of $('body').find('*').toArray()) {
    if (/^(?:p|h[1-6]|li|tr)$/u.test(element.name)) number += 1;
    element.attribs[lineAttribute] = String(Math.max(1, number));
  }
}

/** Footnotes come as a list at the end, called by raised numbers. */
function turnFootnotes($: CheerioAPI): void {
  for (const call of $('sup a[href^="#footnote-"], sup a[href^="#endnote-"]').toArray()) {
    const id = (call.attribs.href ?? '').slice(1);
    $(call).closest('sup').attr('data-footnote', idOf(id)).text(idOf(id));
  }
  for (const note of $('li[id^="footnote-"], li[id^="endnote-"]').toArray()) {
    const list = $(note).closest('ol');
    $(note).find('a[href^="#footnote-ref"], a[href^="#endnote-ref"]').remove();
    const text = $('<p></p>')
      .attr('data-footnote', idOf(note.attribs.id ?? ''))
      .attr(lineAttribute, String(lineOf(note)))
      .append($(note).find('p').contents().length > 0 ? $(note).find('p').contents() : $(note).contents());
    list.before(text);
    $(note).remove();
    if (textOf($, list) === '') list.remove();
  }
}

function idOf(id: string): string {
  return id.replace(/^footnote-/u, '').replace(/^endnote-/u, 'e');
}

/** The paragraph of the style Title, else the first heading, else a first paragraph that is no sentence. */
function takeTitle($: CheerioAPI): Sourced<string> | undefined {
  const styled = $('h1.title').first();
  const opening = $('body')
    .children()
    .filter((_, element) => textOf($, element) !== '')
    .first();
  const [chosen] = styled.length > 0 ? styled : opening;
  if (!isElement(chosen)) return undefined;
  const text = textOf($, chosen);
  const isHeadline =
    styled.length > 0 ||
    (text.length <= longestTitle &&
      /^(?:h[1-6]|p)$/u.test(chosen.name) &&
      !(chosen.name === 'p' && /[.。]$/u.test(text) && endsSentence(text)));
  if (!isHeadline || $(chosen).find('img').length > 0) return undefined;
  const title = { value: text, line: lineOf(chosen) };
  $(chosen).remove();
  return title;
}
