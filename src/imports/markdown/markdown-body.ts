/**
 * The Markdown body of another generator in the dialect. Blocks that mean the same in both stay letter for letter;
 * those with HTML, pictures or links of the old site go the way that HTML goes. Pure; never throws.
 */

import type { CheerioAPI } from 'cheerio';
import type Token from 'markdown-it/lib/token.mjs';
import { defined } from '../../text/defined.ts';
import type { LabelWords } from '../facts/label-words.ts';
import { isSameWords } from '../fold-text.ts';
import type { GeneratorSite } from '../generators/generator-site.ts';
import { readHtmlBody } from '../html/html-body.ts';
import { lineAttribute, parseHtml } from '../html/html-tree.ts';
import type { ImportIssue } from '../import-issue.ts';
import type { ImportedBlock } from '../imported-article.ts';
import { cleanMarkdown } from './clean-markdown.ts';
import {
  isSpecial,
  parseBlocks,
  renderBlock,
  renderInline,
  renderInside,
  renderText,
} from './foreign-markdown.ts';
import { replaceShortcodes, type ShortcodeOptions } from './shortcodes.ts';

export interface MarkdownBodyOptions extends ShortcodeOptions {
  readonly labels: LabelWords;
  readonly title: string | undefined;
  /** Whether the body is HTML and no Markdown. */
  readonly isHtml?: boolean;
  /** Which programs have their signs in the text. */
  readonly generator?: GeneratorSite['generator'];
}

export interface MarkdownBody {
  readonly blocks: readonly ImportedBlock[];
  readonly issues: readonly ImportIssue[];
  /** The first heading of the first level, where the front matter has no title. */
  readonly heading?: string;
}

export function readMarkdownBody(source: string, options: MarkdownBodyOptions): MarkdownBody {
  const issues: ImportIssue[] = [];
  const cleaned = cleanMarkdown(source, options, issues);
  const replaced = replaceShortcodes(cleaned, options);
  issues.push(...replaced.issues);
  const lines = replaced.text.split('\n');
  const lineAt = (index: number) => replaced.lines[index] ?? options.firstLine;
  const reader = new BlockReader(lines, lineAt, options, issues);
  return options.isHtml === true ? reader.readHtml(replaced.text) : reader.read(replaced.text);
}

class BlockReader {
  readonly #lines: string[];
  readonly #lineAt: (index: number) => number;
  readonly #options: MarkdownBodyOptions;
  readonly #issues: ImportIssue[];
  readonly #blocks: ImportedBlock[] = [];
  #heading: string | undefined;
  #headingShift = 0;

  constructor(
    lines: string[],
    lineAt: (index: number) => number,
    options: MarkdownBodyOptions,
    issues: ImportIssue[],
  ) {
    this.#lines = lines;
    this.#lineAt = lineAt;
    this.#options = options;
    this.#issues = issues;
  }

  read(text: string): MarkdownBody {
    const groups = parseBlocks(text);
    this.#moveHeadings(groups);
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
        html += `${html === '' ? renderBlock(group) : renderInside(group)}\n`;
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
      issues: this.#issues,
      ...defined({ heading: this.#heading }),
    };
  }

  /** A body that is HTML as a whole. */
  readHtml(text: string): MarkdownBody {
    const $ = parseHtml(text);
    for (const element of $('body *').toArray()) {
      const line = Number(element.attribs[lineAttribute]);
      // A shortcode has said its line; all others have that of the text.
      if (element.sourceCodeLocation?.startLine === line)
        element.attribs[lineAttribute] = String(this.#lineAt(line - 1));
    }
    this.#tree($);
    return { blocks: this.#blocks, issues: this.#issues };
  }

  /** Moves the headings of the story together, so that the first level in it is the second of the page. */
  #moveHeadings(groups: readonly (readonly Token[])[]): void {
    const written: Token[] = [];
    const levels: number[] = [];
    let hasTitle = this.#options.title !== undefined;
    for (const group of groups) {
      const isTitle =
        group[0]?.type === 'heading_open' && group[0].tag === 'h1' && (!hasTitle || this.#isTitle(group));
      hasTitle ||= isTitle;
      if (isTitle) continue;
      for (const token of group) {
        if (token.type === 'heading_open') {
          written.push(token);
          levels.push(Number(token.tag[1]));
        } else if (token.type === 'html_block')
          for (const [, level] of token.content.matchAll(/<h([1-6])\b/giu)) levels.push(Number(level));
      }
    }
    if (levels.length === 0) return;
    this.#headingShift = 2 - Math.min(...levels);
    if (this.#headingShift === 0) return;
    for (const { tag, map, markup } of written) {
      if (map === null) continue;
      const level = Math.min(6, Math.max(2, Number(tag[1]) + this.#headingShift));
      const [start, end] = map;
      const first = this.#lines[start] ?? '';
      if (markup.startsWith('#')) {
        this.#lines[start] = first.replace(/#{1,6}/u, '#'.repeat(level));
        continue;
      }
      // A line below the words: "=====".
      this.#lines[start] = `${'#'.repeat(level)} ${this.#lines
        .slice(start, end - 1)
        .join(' ')
        .trim()}`;
      for (let index = start + 1; index < end; index += 1) this.#lines[index] = '';
    }
  }

  #isTitle(group: readonly Token[]): boolean {
    return isSameWords(this.#options.title ?? '', group[1]?.content.trim() ?? '');
  }

  /** The headline of the page, which front matter has, or a first heading that should be it. */
  #isHeadline(group: readonly Token[]): boolean {
    const [open, inline] = group;
    if (open?.type !== 'heading_open' || open.tag !== 'h1' || inline === undefined) return false;
    const { title } = this.#options;
    if (title === undefined && this.#heading === undefined) {
      this.#heading = inline.content.trim();
      return true;
    }
    return title !== undefined && this.#isTitle(group);
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
    const $ = parseHtml(html, line);
    // Every element of one block stands on its first line, unless a shortcode knows better.
    for (const element of $('body *').toArray()) element.attribs[lineAttribute] ??= String(line);
    this.#tree($);
  }

  #tree($: CheerioAPI): void {
    const { displayPath, file, labels, sourceFiles } = this.#options;
    for (const element of $('body [markdown]').toArray()) {
      if (/^(?:1|block|span)$/u.test(element.attribs.markdown ?? ''))
        $(element).html(renderText($(element).html() ?? ''));
      $(element).removeAttr('markdown');
    }
    for (const mark of $('[data-markdown]').toArray()) {
      const words = renderInline(mark.attribs['data-markdown'] ?? '');
      if (words !== '') $(mark).replaceWith(words);
    }
    const body = readHtmlBody($, $('body'), {
      displayPath,
      labels,
      findPhoto: (address) => sourceFiles.find(address, file),
      withoutFacts: true,
      ...(this.#options.isHtml === true ? {} : { headingShift: this.#headingShift }),
    });
    this.#issues.push(...body.issues);
    for (const block of body.blocks) {
      const last = this.#blocks.at(-1);
      if (block.kind === 'markdown' && last?.kind === 'markdown')
        this.#blocks[this.#blocks.length - 1] = { kind: 'markdown', text: `${last.text}\n\n${block.text}` };
      else this.#blocks.push(block);
    }
  }
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
