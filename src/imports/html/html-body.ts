/**
 * The body of an article from HTML, whatever it was saved by: facts at its head and foot are read, photos become
 * figures and galleries, the rest becomes Markdown. What cannot be taken over is reported with its line. Pure.
 */

import type { Cheerio, CheerioAPI } from 'cheerio';
import { type Facts, isFactLine, readFacts, type SourceLine } from '../facts/fact-lines.ts';
import type { LabelWords } from '../facts/label-words.ts';
import { cleanText, endsSentence, wordsOf } from '../fold-text.ts';
import type { ImportedBlock, PhotoSource } from '../imported-article.ts';
import type { Loss } from '../loss.ts';
import { escapeMarkdown } from '../markdown-text.ts';
import { importScheme, unsafeScheme } from '../resolve-imported-links.ts';
import { createTurndown } from './html-markdown.ts';
import { photoMark, takePhotos } from './html-photos.ts';
import {
  type AnyNode,
  type Element,
  leafBlocks,
  lineOf,
  linesOf,
  removeUnseen,
  textOf,
  unwrap,
} from './html-tree.ts';

export interface HtmlBodyOptions {
  readonly shownFile: string;
  readonly labels: LabelWords;
  readonly findPhoto: (address: string) => PhotoSource;
  /** The headline, which is not repeated in the text. */
  readonly title?: string;
  /** A piece of a text, whose first and last lines tell no facts. */
  readonly withoutFacts?: boolean;
}

export interface HtmlBody {
  readonly blocks: readonly ImportedBlock[];
  readonly facts: Facts;
  readonly losses: readonly Loss[];
}

const keptSchemes = /^(?:https?|mailto|tel):/iu;

export function readHtmlBody($: CheerioAPI, root: Cheerio<AnyNode>, options: HtmlBodyOptions): HtmlBody {
  const reader = new HtmlBodyReader($, root, options);
  return reader.read();
}

/** Keeps no state between texts. */
const turndown = createTurndown();

class HtmlBodyReader {
  readonly #$: CheerioAPI;
  readonly #root: Cheerio<AnyNode>;
  readonly #options: HtmlBodyOptions;
  readonly #losses: Loss[] = [];

  constructor($: CheerioAPI, root: Cheerio<AnyNode>, options: HtmlBodyOptions) {
    this.#$ = $;
    this.#root = root;
    this.#options = options;
  }

  read(): HtmlBody {
    removeUnseen(this.#$);
    this.#replaceEmbeds();
    this.#dropTitle();
    const facts =
      this.#options.withoutFacts === true
        ? readFacts([], this.#options.labels, this.#options.shownFile)
        : this.#takeFacts();
    this.#prepareText();
    const { shownFile, findPhoto } = this.#options;
    const photos = takePhotos(this.#$, this.#root, {
      shownFile,
      findPhoto,
      captionText: escapeMarkdown,
      captionOf: (element) => this.#inline(element),
    });
    const html = this.#root
      .toArray()
      .map((node) => this.#$.html(node))
      .join('\n');
    const blocks: ImportedBlock[] = [];
    let text: string[] = [];
    const endText = () => {
      if (text.length > 0) blocks.push({ kind: 'markdown', text: text.join('\n\n') });
      text = [];
    };
    for (const part of tidy(turndown.turndown(html)).split(/\n{2,}/u)) {
      const number = photoMark.exec(part.trim())?.[1];
      const block = number === undefined ? undefined : photos.blocks[Number(number)];
      if (block === undefined) {
        if (part.trim() !== '') text.push(part);
      } else {
        endText();
        blocks.push(block);
      }
    }
    endText();
    return { blocks, facts, losses: [...this.#losses, ...photos.losses, ...facts.losses] };
  }

  #inline(element: Cheerio<AnyNode>): string {
    const html = element
      .toArray()
      .map((node) => this.#$(node).html() ?? '')
      .join(' ');
    return (
      tidy(turndown.turndown(html))
        .replace(/\\?\s*\n\s*/gu, ' ')
        .trim()
        // A caption that is emphasised as a whole only looks like one.
        .replace(/^\*([^*]+)\*$/u, '$1')
    );
  }

  /** Videos, forms and drawings of other sites: a link to them where they have an address. */
  #replaceEmbeds(): void {
    const $ = this.#$;
    for (const element of this.#root
      .find(
        'iframe, embed, object, video, audio, svg, canvas, form, input, button, select, textarea, map, noscript',
      )
      .toArray()) {
      if (this.#root.find(element).length === 0) continue;
      const address =
        element.attribs.src ?? element.attribs.data ?? $(element).find('source').attr('src') ?? '';
      if (element.name === 'noscript') {
        // A picture for browsers without scripts stands beside its lazy twin, which is read.
        const image = /<img[^>]*>/u.exec($(element).text())?.[0];
        if (image !== undefined && $(element).prev('img').length === 0) $(element).replaceWith(image);
        else $(element).remove();
        continue;
      }
      if (/^(?:https?:)?\/\//iu.test(address)) {
        const absolute = address.startsWith('//') ? `https:${address}` : address;
        this.#lose(
          'look',
          element,
          `The ${element.name} became a link: pages of this site load nothing from other sites.`,
          absolute,
        );
        const link = $('<p><a></a></p>');
        link.find('a').attr('href', absolute).text(absolute);
        $(element).replaceWith(link);
      } else {
        const text = textOf($, element);
        this.#lose(
          'dropped',
          element,
          `A ${element.name} has no place in an article.`,
          [address, text].filter((part) => part !== '').join(': ') || element.name,
        );
        $(element).remove();
      }
    }
  }

  #dropTitle(): void {
    const $ = this.#$;
    const { title } = this.#options;
    if (title === undefined) return;
    const wanted = wordsOf(title).join(' ');
    const [first] = this.#root
      .find('h1, h2, p, div')
      .filter(
        (_, element) =>
          wordsOf(textOf($, element)).join(' ') === wanted && $(element).find('img').length === 0,
      );
    if (first !== undefined) $(first).remove();
  }

  /** Lines that tell facts, before the first and after the last block that tells the story. */
  #takeFacts(): Facts {
    const $ = this.#$;
    const { labels, shownFile } = this.#options;
    const leaves = leafBlocks($, this.#root).filter(
      (leaf) => textOf($, leaf) !== '' || $(leaf).find('img').length > 0,
    );
    const lines = leaves.map((leaf) =>
      linesOf($, leaf).map((text): SourceLine => ({ line: lineOf(leaf), text })),
    );
    const isFact = lines.map(
      (own, index) =>
        own.length > 0 &&
        $(leaves[index]).find('img').length === 0 &&
        own.some(({ text }) => isFactLine(text, labels)),
    );
    const isStory = lines.map((own, index) => {
      const text = own.map((line) => line.text).join(' ');
      return (
        isFact[index] !== true &&
        (own.length === 0 || text.length > 120 || (endsSentence(text) && wordsOf(text).length > 8))
      );
    });
    const first = isStory.indexOf(true);
    const last = isStory.lastIndexOf(true);
    const chosen: { leaf: Element; lines: SourceLine[] }[] = [];
    let isOpen = false;
    for (const [index, leaf] of leaves.entries()) {
      const isOutside = index < first || index > last;
      isOpen = isOutside && (isFact[index] === true || (isOpen && index !== first));
      if (isOutside && isOpen) chosen.push({ leaf, lines: lines[index] ?? [] });
    }
    const facts = readFacts(
      chosen.flatMap((entry) => entry.lines),
      labels,
      shownFile,
    );
    const rest = new Set(facts.rest);
    for (const { leaf, lines: own } of chosen) {
      if (own.every((line) => !rest.has(line))) $(leaf).remove();
      else if (own.some((line) => !rest.has(line))) {
        // Of several lines in one paragraph only those stay that told nothing.
        const kept = own.filter((line) => rest.has(line)).map(({ text }) => text);
        $(leaf).text(kept.join(' '));
      }
    }
    return facts;
  }

  #prepareText(): void {
    const $ = this.#$;
    const root = this.#root;
    for (const link of root.find('a').toArray()) this.#prepareLink(link);
    // A part that folds is a part of the text.
    for (const summary of root.find('summary').toArray()) summary.tagName = 'p';
    for (const script of root.find('sub, sup').toArray()) {
      if (script.attribs['data-footnote'] !== undefined) continue;
      this.#lose(
        'look',
        script,
        `Text that was ${script.name === 'sub' ? 'below' : 'above'} the line stands in it now.`,
        textOf($, script),
      );
    }
    for (const heading of root.find('h1, h2, h3, h4, h5, h6').toArray()) {
      $(heading).find('br').replaceWith(' ');
      if (textOf($, heading) === '' && $(heading).find('img').length === 0) $(heading).remove();
    }
    // The headline of the page is the first level; the text begins with the second.
    const levels = root
      .find('h1, h2, h3, h4, h5, h6')
      .toArray()
      .map(({ name }) => Number(name[1]));
    const shift = 2 - Math.min(...levels);
    for (const heading of root.find('h1, h2, h3, h4, h5, h6').toArray()) {
      if (shift !== 0) heading.tagName = `h${Math.min(6, Math.max(2, Number(heading.name[1]) + shift))}`;
    }
    root.find('.wp-block-pullquote blockquote, blockquote.pullquote').attr('data-pull', '');
    for (const figure of root
      .find('.wp-block-pullquote, figure.wp-block-table, figure.wp-block-embed')
      .toArray())
      unwrap($, figure);
  }

  #prepareLink(link: Element): void {
    const $ = this.#$;
    const href = (link.attribs.href ?? '').trim();
    $(link).removeAttr('title');
    if (href === '' || (textOf($, link) === '' && $(link).find('img').length === 0)) {
      unwrap($, link);
      return;
    }
    const scheme = /^[a-z][a-z0-9+.-]*:/iu.exec(href.replace(/[\u0000-\u0020\u007f-\u00a0]/gu, ''))?.[0];
    if (scheme !== undefined && !keptSchemes.test(scheme)) {
      this.#lose(
        'dropped',
        link,
        `A link of the kind "${scheme}" is not allowed; its words stay.`,
        href.replace(unsafeScheme, ''),
      );
      unwrap($, link);
    } else if (!href.startsWith('#')) {
      // Also whole addresses: they may be those of an article that this run imports.
      // Brackets would end the link in Markdown.
      const encoded = encodeURIComponent(href).replace(/[()]/gu, (bracket) =>
        bracket === '(' ? '%28' : '%29',
      );
      $(link).attr('href', `${importScheme}${lineOf(link)}:${encoded}`);
    }
  }

  #lose(kind: Loss['kind'], at: Element, message: string, text?: string): void {
    this.#losses.push({
      kind,
      file: this.#options.shownFile,
      line: lineOf(at),
      message,
      ...(text === undefined || text === '' ? {} : { text: cleanText(text) }),
    });
  }
}

/** No line ends in white space, none has odd spaces inside; code keeps its own. */
function tidy(markdown: string): string {
  let isCode = false;
  return markdown
    .split('\n')
    .map((line) => {
      if (/^\s*(?:```|~~~)/u.test(line)) isCode = !isCode;
      return isCode
        ? line
        : line
            .replace(/[\u00a0\u3000\t\u2000-\u200a\u202f]+/gu, ' ')
            .replace(/(?<=\S) {2,}/gu, ' ')
            .replace(/[\u200b\u00ad\ufeff]/gu, '')
            .trimEnd();
    })
    .join('\n');
}
