/** The story of a text page as blocks: paragraphs, lists, and photos with the lines that are their captions. Pure. */

import { isFactLine } from '../facts/fact-lines.ts';
import type { LabelWords } from '../facts/label-words.ts';
import { cleanText, endsSentence } from '../fold-text.ts';
import type { IssueList } from '../import-issue.ts';
import type { ImportedBlock, ImportedPhoto } from '../imported-article.ts';
import { escapeMarkdown } from '../markdown-text.ts';
import type { SourceFiles } from '../source-files.ts';
import type { Item } from './text-items.ts';

export interface TextBlockOptions {
  /** Relative to the import folder. */
  readonly file: string;
  readonly labels: LabelWords;
  readonly sourceFiles: SourceFiles;
  /** Whether empty lines part the paragraphs of the page. */
  readonly hasGaps: boolean;
}

const longestCaption = 300;
const listMark = /^\s*[•·●▪■◦‣]\s*/u;

export function readTextBlocks(
  items: readonly Item[],
  options: TextBlockOptions,
  issues: IssueList,
): ImportedBlock[] {
  return new TextBlockReader(options, issues).read(items);
}

class TextBlockReader {
  readonly #options: TextBlockOptions;
  readonly #issues: IssueList;

  constructor(options: TextBlockOptions, issues: IssueList) {
    this.#options = options;
    this.#issues = issues;
  }

  read(items: readonly Item[]): ImportedBlock[] {
    const blocks: ImportedBlock[] = [];
    let index = 0;
    while (index < items.length) {
      const item = items[index];
      if (item?.photos !== undefined) {
        const { photos, next } = this.#photoRow(items, index);
        blocks.push({ kind: 'photos', photos });
        index = next;
      } else {
        const { text, next } = this.#paragraph(items, index);
        if (text !== '') blocks.push({ kind: 'markdown', text });
        index = next;
      }
    }
    return blocks;
  }

  /** Photos on consecutive lines are one gallery; an empty line begins a new figure. */
  #photoRow(items: readonly Item[], start: number): { photos: ImportedPhoto[]; next: number } {
    const photos: ImportedPhoto[] = [];
    let index = start;
    while (index < items.length) {
      const item = items[index];
      if (item?.photos === undefined || (index > start && item.isApart)) break;
      const names = item.photos;
      let caption = item.text;
      let captionLine = item.line;
      index += 1;
      const below = items[index];
      if (caption === '' && below !== undefined && this.#isCaption(below, items[index + 1])) {
        caption = cleanText(below.text);
        captionLine = below.line;
        index += 1;
        if (below.isApart && this.#options.hasGaps) {
          this.#issues.add(
            'guessed',
            below.line,
            `This short line below ${names.at(-1) ?? 'a photo'} was taken as its caption.`,
            cleanText(below.text),
          );
        }
      }
      for (const [position, name] of names.entries()) {
        const isLast = position === names.length - 1;
        photos.push({
          source: this.#options.sourceFiles.find(name, this.#options.file),
          alt: '',
          ...(isLast && caption !== '' ? { caption: escapeMarkdown(caption) } : {}),
          line: isLast ? captionLine : item.line,
        });
      }
    }
    const without = photos.filter(({ caption }) => caption === undefined).length;
    if (without > 0 && without < photos.length) {
      const first = items[start];
      if (first !== undefined)
        this.#issues.add(
          'look',
          first.line,
          'Of these photos in a row some have no caption; it may be meant for all.',
        );
    }
    return { photos, next: index };
  }

  #isCaption(item: Item, after: Item | undefined): boolean {
    const text = cleanText(item.text);
    if (item.photos !== undefined || text.length > longestCaption) return false;
    if (isFactLine(text, this.#options.labels)) return false;
    // Right under the photo and with a gap below: part of the photo, whatever its punctuation.
    if (!item.isApart && this.#options.hasGaps)
      return after === undefined || after.isApart || after.photos !== undefined;
    return !endsSentence(text) && text.length <= longestCaption / 2 && after !== undefined;
  }

  #paragraph(items: readonly Item[], start: number): { text: string; next: number } {
    const first = items[start];
    if (first === undefined) return { text: '', next: start + 1 };
    const lines = [first];
    let index = start + 1;
    for (; index < items.length; index += 1) {
      const item = items[index];
      if (item === undefined || item.isApart || item.photos !== undefined) break;
      lines.push(item);
    }
    if (
      lines.every(({ text }) => listMark.test(text)) &&
      (lines.length > 1 || listMark.test(items[index]?.text ?? ''))
    ) {
      let end = index;
      while (end < items.length && items[end]?.photos === undefined && listMark.test(items[end]?.text ?? ''))
        end += 1;
      const entries = items
        .slice(start, end)
        .map(({ text }) => `- ${escapeMarkdown(cleanText(text.replace(listMark, '')))}`);
      return { text: entries.join('\n'), next: end };
    }
    return {
      text: joinLines(lines.map(({ text }) => cleanText(text)))
        .map(escapeMarkdown)
        .join('\n\n'),
      next: index,
    };
  }
}

/** Lines of equal length are one paragraph that was wrapped; others are paragraphs of their own. */
function joinLines(lines: readonly string[]): string[] {
  const paragraphs: string[] = [];
  const isWrapped =
    lines.length > 2 && lines.slice(0, -1).every((line) => line.length >= 50 && line.length <= 100);
  for (const line of lines) {
    const last = paragraphs.at(-1);
    const goesOn = last !== undefined && (isWrapped || (!endsSentence(last) && /^\p{Ll}/u.test(line)));
    if (goesOn) {
      const isCjk = /\p{Script=Han}$/u.test(last) && /^\p{Script=Han}/u.test(line);
      paragraphs[paragraphs.length - 1] = `${last}${isCjk ? '' : ' '}${line}`;
    } else paragraphs.push(line);
  }
  return paragraphs;
}
