/**
 * Rewrites the text of a Word file so that the library behind it reads what it would pass over: ruby, simple fields, runs
 * with a direction, links with switches, text boxes, groups of pictures, drop caps. Takes out hidden text. Pure.
 */

import { type CheerioAPI, load } from 'cheerio';
import { cleanText } from '../fold-text.ts';
import { type AnyNode, type Element, isElement } from '../html/html-tree.ts';
import type { ImportIssue } from '../import-issue.ts';
import { markListNumbers } from './list-numbers.ts';
import { pictureEdit, withEdit } from './picture-edit.ts';

export interface RewrittenDocument {
  readonly xml: string;
  readonly issues: readonly ImportIssue[];
}

/** @param styles the XML of the file's styles, which may hide text too */
export function rewriteDocument(
  xml: string,
  styles: string | undefined,
  file: string,
  numbering?: string,
): RewrittenDocument {
  const $ = load(xml, { xml: true });
  const rewriter = new DocumentRewriter($, hiddenStyles(styles), contentsStyles(styles), file);
  return rewriter.rewrite(() => markListNumbers($, numbering));
}

const runPicture =
  '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:drawing></w:drawing></w:r>';

class DocumentRewriter {
  readonly #$: CheerioAPI;
  readonly #hiddenStyles: ReadonlySet<string>;
  readonly #contentsStyles: ReadonlySet<string>;
  readonly #file: string;
  readonly #issues: ImportIssue[] = [];

  constructor($: CheerioAPI, hidden: ReadonlySet<string>, contents: ReadonlySet<string>, file: string) {
    this.#$ = $;
    this.#hiddenStyles = hidden;
    this.#contentsStyles = contents;
    this.#file = file;
  }

  /** @param markNumbers called when paragraphs are those that are kept */
  rewrite(markNumbers: () => void): RewrittenDocument {
    this.#dropHidden();
    this.#dropPrompts();
    this.#dropContents();
    markNumbers();
    this.#signs();
    this.#boxes();
    this.#pictures();
    this.#ruby();
    this.#simpleFields();
    this.#linkFields();
    for (const name of ['w\\:dir', 'w\\:bdo']) this.#unwrap(name);
    this.#inserted();
    this.#dropCaps();
    return { xml: this.#$.xml(), issues: this.#issues };
  }

  #dropHidden(): void {
    const $ = this.#$;
    for (const run of $('w\\:r').toArray()) {
      const properties = $(run).children('w\\:rPr');
      const style = properties.children('w\\:rStyle').attr('w:val');
      const paragraph = $(run).closest('w\\:p').children('w\\:pPr').children('w\\:pStyle').attr('w:val');
      const own =
        flag(properties.children('w\\:vanish').get(0)) ?? flag(properties.children('w\\:specVanish').get(0));
      const isHidden =
        own ?? [style, paragraph].some((name) => name !== undefined && this.#hiddenStyles.has(name));
      if (!isHidden) continue;
      const text = cleanText($(run).find('w\\:t').text());
      // Instructions of fields are hidden too, and are no text.
      if (text !== '') this.#report('dropped', run, 'Text that is hidden in Word was left out.', text);
      if (text !== '' || $(run).find('w\\:drawing, w\\:pict').length > 0) $(run).remove();
    }
  }

  /** What a form asks for where nobody has written anything. */
  #dropPrompts(): void {
    const $ = this.#$;
    for (const shown of $('w\\:sdtPr > w\\:showingPlcHdr').toArray()) {
      if (flag(shown) === false) continue;
      const content = $(shown).closest('w\\:sdt').children('w\\:sdtContent');
      const text = cleanText(content.find('w\\:t').text());
      if (text !== '')
        this.#report('dropped', shown, 'A field of a form that was not filled in was left out.', text);
      content.find('w\\:r').remove();
    }
  }

  /** A table of contents that Word makes: articles have none. */
  #dropContents(): void {
    const $ = this.#$;
    const paragraphs = $('w\\:p')
      .toArray()
      .filter((paragraph) =>
        this.#contentsStyles.has($(paragraph).children('w\\:pPr').children('w\\:pStyle').attr('w:val') ?? ''),
      );
    const [first] = paragraphs;
    if (first === undefined) return;
    const text = paragraphs.map((paragraph) => cleanText($(paragraph).find('w\\:t').text())).join(' / ');
    this.#report('dropped', first, 'The table of contents was left out.', text);
    for (const paragraph of paragraphs)
      $(paragraph).children('w\\:r, w\\:hyperlink, w\\:sdt').has('w\\:t').remove();
  }

  /** Signs that the library does not know, as others that it does. */
  #signs(): void {
    const $ = this.#$;
    for (const end of $('w\\:cr').toArray()) end.name = 'w:br';
    for (const line of $('w\\:dstrike').toArray()) line.name = 'w:strike';
  }

  /** A box that has no older form beside it: its paragraphs stand behind the one that it hangs on. */
  #boxes(): void {
    const $ = this.#$;
    for (const alternate of $('mc\\:AlternateContent').toArray()) {
      const boxes = $(alternate).children('mc\\:Choice').find('w\\:txbxContent');
      if (boxes.length === 0 || $(alternate).children('mc\\:Fallback').length > 0) continue;
      const paragraphs = boxes.children('w\\:p, w\\:tbl').toArray();
      const host = $(alternate).closest('w\\:p');
      for (const paragraph of paragraphs.reverse()) host.after(paragraph);
      $(alternate).remove();
    }
  }

  /** Each picture is one of its own, with its description and with what was cut off or turned. */
  #pictures(): void {
    const $ = this.#$;
    for (const alternate of $('mc\\:AlternateContent').toArray()) {
      const pictures = $(alternate).children('mc\\:Choice').find('pic\\:pic');
      if (pictures.length === 0) continue;
      const group = $(alternate).find('wp\\:docPr').first().attr('descr') ?? '';
      const drawings = pictures
        .toArray()
        .map((picture) => this.#drawing(picture, pictures.length > 1 ? '' : group));
      $(alternate).replaceWith(drawings.join(''));
    }
    for (const drawing of $('w\\:drawing').toArray()) {
      const pictures = $(drawing).find('pic\\:pic');
      const group = $(drawing).find('wp\\:docPr').first().attr('descr') ?? '';
      if (pictures.length > 1) {
        $(drawing).replaceWith(
          pictures
            .toArray()
            .map((picture) => this.#drawing(picture, ''))
            .join(''),
        );
        continue;
      }
      const [picture] = pictures;
      if (picture === undefined) continue;
      const edit = pictureEdit($, picture);
      const own = $(picture).find('pic\\:cNvPr').attr('descr') ?? '';
      $(drawing)
        .find('wp\\:docPr')
        .first()
        .attr('descr', withEdit(group === '' ? own : group, edit));
    }
    for (const shape of $('v\\:shape, v\\:rect').toArray()) {
      const edit = pictureEdit($, shape);
      if (edit === undefined) continue;
      const data = $(shape).find('v\\:imagedata').first();
      data.attr('o:title', withEdit(data.attr('o:title') ?? $(shape).attr('alt') ?? '', edit));
    }
  }

  #drawing(picture: Element, groupText: string): string {
    const $ = this.#$;
    const own = $(picture).find('pic\\:cNvPr').attr('descr') ?? '';
    const text = withEdit(own === '' ? groupText : own, pictureEdit($, picture));
    const drawing = load(runPicture, { xml: true });
    drawing('w\\:drawing').append(
      `<wp:inline><wp:docPr id="1" name="picture"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">${$.xml(picture)}</a:graphicData></a:graphic></wp:inline>`,
    );
    drawing('wp\\:docPr').attr('descr', text);
    return drawing.xml(drawing('w\\:drawing'));
  }

  /** The reading of a word stands in brackets behind it. */
  #ruby(): void {
    const $ = this.#$;
    for (const ruby of $('w\\:ruby').toArray()) {
      const reading = $(ruby).find('w\\:rt w\\:t').text();
      const base = $(ruby).find('w\\:rubyBase w\\:t').text();
      const isHan = /\p{Script=Han}/u.test(reading);
      const text = reading === '' ? base : isHan ? `${base}（${reading}）` : `${base} (${reading})`;
      $(ruby).replaceWith($('<w:t xml:space="preserve"></w:t>').text(text));
    }
  }

  /** A simple link becomes one of the other kind; of all other fields the words stay. */
  #simpleFields(): void {
    const $ = this.#$;
    for (const field of $('w\\:fldSimple').toArray()) {
      const link = linkOf(field.attribs['w:instr'] ?? '');
      if (link === undefined) {
        this.#unwrapOne(field);
        continue;
      }
      const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
      $(field).before(mark('begin'));
      const instruction = $('<w:r><w:instrText xml:space="preserve"></w:instrText></w:r>');
      instruction.find('w\\:instrText').text(link);
      $(field).before(instruction);
      $(field).before(mark('separate'));
      $(field).after(mark('end'));
      this.#unwrapOne(field);
    }
  }

  /** `HYPERLINK "https://…" \l "part" \t "_blank"`: the address with its part, and no switches. */
  #linkFields(): void {
    const $ = this.#$;
    let pieces: Element[] = [];
    const end = () => {
      const [first, ...others] = pieces;
      const link = linkOf(pieces.map((piece) => $(piece).text()).join(''));
      if (first !== undefined && link !== undefined) {
        $(first).text(link);
        for (const piece of others) $(piece).text('');
      }
      pieces = [];
    };
    for (const element of $('w\\:instrText, w\\:fldChar').toArray()) {
      if (element.name === 'w:instrText') pieces.push(element);
      else end();
    }
    end();
  }

  /** Another file inside this one, which Word shows as if it were text. */
  #inserted(): void {
    for (const chunk of this.#$('w\\:altChunk').toArray()) {
      this.#report(
        'dropped',
        chunk,
        'A file was inserted into this one without becoming a part of it. Open it in Word, save it once more, and import again.',
        chunk.attribs['r:id'] ?? '',
      );
      this.#$(chunk).remove();
    }
  }

  /** A large first letter is a paragraph to Word: it belongs to the next. */
  #dropCaps(): void {
    const $ = this.#$;
    for (const frame of $('w\\:framePr[w\\:dropCap]').toArray()) {
      const paragraph = $(frame).closest('w\\:p');
      const next = paragraph.nextAll('w\\:p').first();
      if (/^none$/u.test(frame.attribs['w:dropCap'] ?? '') || next.length === 0) continue;
      const runs = paragraph.children('w\\:r');
      runs.children('w\\:rPr').remove();
      const properties = next.children('w\\:pPr');
      if (properties.length > 0) properties.after(runs);
      else next.prepend(runs);
      paragraph.remove();
    }
  }

  #unwrap(selector: string): void {
    for (const element of this.#$(selector).toArray()) this.#unwrapOne(element);
  }

  #unwrapOne(element: AnyNode): void {
    const contents = this.#$(element).contents();
    if (contents.length === 0) this.#$(element).remove();
    else this.#$(element).replaceWith(contents);
  }

  #report(kind: ImportIssue['kind'], node: AnyNode, message: string, text: string): void {
    const paragraph = this.#$(node).closest('w\\:p').get(0);
    const before = isElement(paragraph) ? this.#$('w\\:p').toArray().indexOf(paragraph) : -1;
    this.#issues.push({ kind, file: this.#file, line: Math.max(1, before + 1), message, text });
  }
}

/** A property that is there holds, unless it says otherwise; undefined when it is not there. */
function flag(element: AnyNode | undefined): boolean | undefined {
  if (!isElement(element)) return undefined;
  return !/^(?:0|false|off)$/u.test(element.attribs['w:val'] ?? '');
}

function hiddenStyles(xml: string | undefined): ReadonlySet<string> {
  if (xml === undefined || !xml.includes('w:vanish')) return new Set();
  const $ = load(xml, { xml: true });
  return new Set(
    $('w\\:style')
      .toArray()
      .filter((style) => flag($(style).children('w\\:rPr').children('w\\:vanish').get(0)) === true)
      .flatMap((style) => style.attribs['w:styleId'] ?? []),
  );
}

/** Styles of tables of contents and their headlines, which each language calls otherwise in its files. */
function contentsStyles(xml: string | undefined): ReadonlySet<string> {
  if (xml === undefined) return new Set();
  const $ = load(xml, { xml: true });
  return new Set(
    $('w\\:style')
      .toArray()
      .filter((style) => /^toc (?:\d|heading)$/iu.test($(style).children('w\\:name').attr('w:val') ?? ''))
      .flatMap((style) => style.attribs['w:styleId'] ?? []),
  );
}

/** The instruction of a link with nothing but its address; undefined for all other fields. */
function linkOf(instruction: string): string | undefined {
  const words = /^\s*HYPERLINK\b(.*)$/su.exec(instruction)?.[1];
  if (words === undefined) return undefined;
  const part = /\\l\s+"([^"]*)"/u.exec(words)?.[1];
  const address = /^\s*"([^"]*)"/u.exec(words)?.[1] ?? /^\s*([^\s"\\]+)/u.exec(words)?.[1];
  if (address === undefined) return part === undefined ? undefined : ` HYPERLINK \\l "${part}" `;
  return ` HYPERLINK "${address}${part === undefined || address.includes('#') ? '' : `#${part}`}" `;
}
