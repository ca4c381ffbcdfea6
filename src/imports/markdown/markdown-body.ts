/**
 * The Markdown body of another generator in the dialect. Blocks that mean the same in both stay letter for letter;
 * those with HTML, pictures or links of the old site go the way that HTML goes. Pure; never throws.
 */

import MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import footnotes from 'markdown-it-footnote';
import type { LabelWords } from '../facts/label-words.ts';
import { wordsOf } from '../fold-text.ts';
import { readHtmlBody } from '../html/html-body.ts';
import { lineAttribute, parseHtml } from '../html/html-tree.ts';
import type { ImportedBlock } from '../imported-article.ts';
import type { Loss } from '../loss.ts';
import { escapeHtml, replaceShortcodes, type ShortcodeOptions } from './shortcodes.ts';

export interface MarkdownBodyOptions extends ShortcodeOptions {
  readonly labels: LabelWords;
  readonly title: string | undefined;
}

export interface MarkdownBody {
  readonly blocks: readonly ImportedBlock[];
  readonly losses: readonly Loss[];
  /** The first heading of the first level, where the front matter has no title. */
  readonly heading?: string;
}

const parser = createParser();

function createParser(): MarkdownIt {
  const md = new MarkdownIt('default', { html: true, linkify: false });
  md.use(footnotes);
  md.validateLink = () => true;
  // In Markdown the title of an image is its caption; in HTML it would be a tool tip.
  md.renderer.rules.image = (tokens, index) => {
    const image = tokens[index];
    const title = String(image?.attrGet('title') ?? '');
    const caption = title === '' ? '' : ` data-caption="${escapeHtml(title)}"`;
    return `<img src="${escapeHtml(decode(String(image?.attrGet('src') ?? '')))}" alt="${escapeHtml(plainAlt(image))}"${caption}>`;
  };
  // Footnotes stay where they are: only blocks are rendered, never the list of notes.
  md.renderer.rules.footnote_ref = (tokens, index) =>
    `<sup data-footnote="${escapeHtml(labelOf(tokens[index]))}">n</sup>`;
  return md;
}

const plainLink = /^(?:https?:|mailto:|tel:|#)/iu;

export function readMarkdownBody(source: string, options: MarkdownBodyOptions): MarkdownBody {
  const losses: Loss[] = [];
  const cleaned = cleanMarkdown(source, options, losses);
  const replaced = replaceShortcodes(cleaned, options);
  losses.push(...replaced.losses);
  const lines = replaced.text.split('\n');
  const lineAt = (index: number) => replaced.lines[index] ?? options.firstLine;
  const reader = new BlockReader(lines, lineAt, options, losses);
  return reader.read(replaced.text);
}

class BlockReader {
  readonly #lines: readonly string[];
  readonly #lineAt: (index: number) => number;
  readonly #options: MarkdownBodyOptions;
  readonly #losses: Loss[];
  readonly #blocks: ImportedBlock[] = [];
  #heading: string | undefined;

  constructor(
    lines: readonly string[],
    lineAt: (index: number) => number,
    options: MarkdownBodyOptions,
    losses: Loss[],
  ) {
    this.#lines = lines;
    this.#lineAt = lineAt;
    this.#options = options;
    this.#losses = losses;
  }

  read(text: string): MarkdownBody {
    const groups = topLevelGroups(parser.parse(text, {}));
    let done = 0;
    let html = '';
    let htmlLine = 0;
    let between: (readonly [start: number, end: number])[] = [];
    for (const [index, group] of groups.entries()) {
      const [start, end] = group[0]?.map ?? [done, done];
      if (html === '') this.#verbatim(done, start);
      const next = groups[index + 1]?.[0]?.map?.[0] ?? this.#lines.length;
      if (html === '' && this.#isHeadline(group)) {
        done = end;
        continue;
      }
      if (html !== '' || isSpecial(group)) {
        if (html === '') htmlLine = this.#lineAt(start);
        html += `${parser.renderer.render([...group], parser.options, {})}\n`;
        // Definitions of links and notes stand between the blocks.
        between.push([end, next]);
        if (isBalanced(html) || index === groups.length - 1) {
          this.#html(html, htmlLine);
          for (const [from, to] of between) this.#verbatim(from, to);
          html = '';
          between = [];
        }
      } else this.#verbatim(start, next);
      done = next;
    }
    if (groups.length === 0 || done < this.#lines.length) this.#verbatim(done, this.#lines.length);
    return {
      blocks: this.#blocks,
      losses: this.#losses,
      ...(this.#heading === undefined ? {} : { heading: this.#heading }),
    };
  }

  /** The headline of the page, which front matter has, or a first heading that should be it. */
  #isHeadline(group: readonly Token[]): boolean {
    const [open, inline] = group;
    if (open?.type !== 'heading_open' || open.tag !== 'h1' || inline === undefined) return false;
    const text = inline.content.trim();
    const { title } = this.#options;
    if (title === undefined && this.#heading === undefined) {
      this.#heading = text;
      return true;
    }
    return title !== undefined && wordsOf(title).join(' ') === wordsOf(text).join(' ');
  }

  #verbatim(start: number, end: number): void {
    const text = this.#lines
      .slice(start, end)
      .join('\n')
      .replace(/^\n+|\s+$/gu, '');
    if (text.trim() === '') return;
    const last = this.#blocks.at(-1);
    if (last?.kind === 'markdown')
      this.#blocks[this.#blocks.length - 1] = { kind: 'markdown', text: `${last.text}\n\n${text}` };
    else this.#blocks.push({ kind: 'markdown', text });
  }

  #html(html: string, line: number): void {
    const { shownFile, file, labels, shelf } = this.#options;
    const $ = parseHtml(html, line);
    for (const mark of $('[data-markdown]').toArray()) {
      const words = parser.renderInline(mark.attribs['data-markdown'] ?? '');
      if (words !== '') $(mark).replaceWith(words);
    }
    // Every element of one block stands on its first line, unless a shortcode knows better.
    for (const element of $('body *').toArray()) element.attribs[lineAttribute] ??= String(line);
    const body = readHtmlBody($, $('body'), {
      shownFile,
      labels,
      findPhoto: (address) => shelf.find(address, file),
      withoutFacts: true,
    });
    this.#losses.push(...body.losses);
    for (const block of body.blocks) {
      const last = this.#blocks.at(-1);
      if (block.kind === 'markdown' && last?.kind === 'markdown')
        this.#blocks[this.#blocks.length - 1] = { kind: 'markdown', text: `${last.text}\n\n${block.text}` };
      else this.#blocks.push(block);
    }
  }
}

/** What other generators write into Markdown and the dialect has no word for. */
function cleanMarkdown(
  source: string,
  { shownFile, firstLine }: MarkdownBodyOptions,
  losses: Loss[],
): string {
  const lose = (index: number, message: string, text: string) =>
    losses.push({ kind: 'dropped', file: shownFile, line: firstLine + index, message, text });
  const isCodeLine = codeLines(source);
  const lines = source.split('\n').map((line, index) => {
    if (isCodeLine[index] === true) return line;
    return line
      .replace(/\s*\{:\s*[^}]*\}\s*$/u, (attributes) => {
        lose(index, 'Attributes of kramdown have no place in an article.', attributes.trim());
        return '';
      })
      .replace(/^(#{1,6} .*?)\s*\{#([\w-]+)[^}]*\}\s*$/u, (_whole, heading: string, id: string) => {
        lose(
          index,
          `The heading's own address "#${id}" was left out; headings here get theirs from their words.`,
          `#${id}`,
        );
        return heading;
      });
  });
  // Line ends are kept, so that what follows stays on its line.
  return lines
    .join('\n')
    .replace(/<!--((?:(?!<!--)[\s\S])*?)-->/gu, (comment, words: string, offset: number) => {
      if (!/^\s*more\s*$/u.test(words))
        lose(
          source.slice(0, offset).split('\n').length - 1,
          'A comment is not part of the story.',
          words.trim(),
        );
      return comment.replace(/[^\n]/gu, '');
    });
}

function codeLines(source: string): boolean[] {
  let fence: string | undefined;
  return source.split('\n').map((line) => {
    const mark = /^\s{0,3}(`{3,}|~{3,})/u.exec(line)?.[1];
    const wasCode = fence !== undefined;
    if (mark !== undefined) fence = fence === undefined ? mark[0] : mark[0] === fence ? undefined : fence;
    return wasCode || fence !== undefined;
  });
}

/** HTML, a picture, or a link that is only good on the old site. */
function isSpecial(group: readonly Token[]): boolean {
  return group.some(
    ({ type, children }) =>
      type === 'html_block' ||
      (children ?? []).some(
        (child) =>
          child.type === 'html_inline' ||
          child.type === 'image' ||
          (child.type === 'link_open' && !plainLink.test(String(child.attrGet('href') ?? ''))),
      ),
  );
}

/** Whether every block element that the HTML opens is closed in it. */
function isBalanced(html: string): boolean {
  let depth = 0;
  for (const [, slash, name = ''] of html.matchAll(
    /<(\/?)(div|figure|section|article|aside|table|ul|ol|details|center|blockquote|p)\b[^>]*>/giu,
  )) {
    if (name.toLowerCase() === 'p') continue;
    depth += slash === '/' ? -1 : 1;
  }
  return depth <= 0;
}

function topLevelGroups(tokens: readonly Token[]): Token[][] {
  const groups: Token[][] = [];
  let group: Token[] = [];
  let depth = 0;
  for (const token of tokens) {
    if (token.type === 'footnote_block_open') break;
    group.push(token);
    depth += token.nesting;
    if (depth === 0) {
      groups.push(group);
      group = [];
    }
  }
  return groups.filter(([first]) => first?.map != null);
}

function plainAlt(image: Token | undefined): string {
  return (image?.children ?? []).map(({ content }) => content).join('');
}

function labelOf(token: Token | undefined): string {
  const meta: unknown = token?.meta;
  if (typeof meta !== 'object' || meta === null) return '1';
  if ('label' in meta && typeof meta.label === 'string') return meta.label;
  return 'id' in meta ? String(Number(meta.id) + 1) : '1';
}

function decode(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
