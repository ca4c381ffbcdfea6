/**
 * The Markdown body of another generator in the dialect. Blocks that mean the same in both stay letter for letter;
 * those with HTML, pictures or links of the old site go the way that HTML goes. Pure; never throws.
 */

import type Token from 'markdown-it/lib/token.mjs';
import { defined } from '../../text/defined.ts';
import type { LabelWords } from '../facts/label-words.ts';
import { wordsOf } from '../fold-text.ts';
import { readHtmlBody } from '../html/html-body.ts';
import { lineAttribute, parseHtml } from '../html/html-tree.ts';
import type { ImportIssue } from '../import-issue.ts';
import type { ImportedBlock } from '../imported-article.ts';
import { cleanMarkdown } from './clean-markdown.ts';
import { isSpecial, parseBlocks, renderBlock, renderInline } from './foreign-markdown.ts';
import { replaceShortcodes, type ShortcodeOptions } from './shortcodes.ts';

export interface MarkdownBodyOptions extends ShortcodeOptions {
  readonly labels: LabelWords;
  readonly title: string | undefined;
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
  return reader.read(replaced.text);
}

class BlockReader {
  readonly #lines: readonly string[];
  readonly #lineAt: (index: number) => number;
  readonly #options: MarkdownBodyOptions;
  readonly #issues: ImportIssue[];
  readonly #blocks: ImportedBlock[] = [];
  #heading: string | undefined;

  constructor(
    lines: readonly string[],
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
        html += `${renderBlock(group)}\n`;
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
    const { displayPath, file, labels, sourceFiles } = this.#options;
    const $ = parseHtml(html, line);
    for (const mark of $('[data-markdown]').toArray()) {
      const words = renderInline(mark.attribs['data-markdown'] ?? '');
      if (words !== '') $(mark).replaceWith(words);
    }
    // Every element of one block stands on its first line, unless a shortcode knows better.
    for (const element of $('body *').toArray()) element.attribs[lineAttribute] ??= String(line);
    const body = readHtmlBody($, $('body'), {
      displayPath,
      labels,
      findPhoto: (address) => sourceFiles.find(address, file),
      withoutFacts: true,
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
