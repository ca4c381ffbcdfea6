/**
 * The plain text of an old news page, as one gets it by copying the page: tagline, headline, paragraphs, lines that
 * begin with the name of a photo, and a foot that tells writer, topic, date and views. Pure; never throws; every word
 * of the text is in the article, in a reading or in a loss.
 */

import { isFactLine, looksLikeNames, readFacts, type SourceLine } from '../facts/fact-lines.ts';
import { findDate } from '../facts/find-date.ts';
import type { LabelWords } from '../facts/label-words.ts';
import { cleanText, endsSentence, fold, wordsOf } from '../fold-text.ts';
import type { ImportedBlock, ImportedPhoto, Reading, SourceReading } from '../imported-article.ts';
import type { Loss } from '../loss.ts';
import { escapeMarkdown } from '../markdown-text.ts';
import type { PhotoShelf } from '../photo-shelf.ts';

export interface TextPageOptions {
  /** Relative to the import folder. */
  readonly file: string;
  readonly shownFile: string;
  readonly labels: LabelWords;
  readonly shelf: PhotoShelf;
  /** Taglines of the site in all its languages: they stand above the headline and belong to no story. */
  readonly taglines: readonly string[];
}

interface Item extends SourceLine {
  /** An empty line, or the start of the text, is above it. */
  readonly isApart: boolean;
  readonly photos?: readonly string[];
}

/** A paragraph, where a foot has only short lines. */
const paragraphLength = 120;
const longestTitle = 250;
const longestCaption = 300;

export function readTextPage(text: string, options: TextPageOptions): SourceReading {
  return new TextPageReader(text, options).read();
}

class TextPageReader {
  readonly #options: TextPageOptions;
  readonly #losses: Loss[] = [];
  readonly #readings: Reading[] = [];
  readonly #items: readonly Item[];
  /** Whether empty lines part the paragraphs; else every line is one. */
  readonly #hasGaps: boolean;

  constructor(text: string, options: TextPageOptions) {
    this.#options = options;
    this.#items = splitItems(text);
    const apart = this.#items.filter(({ isApart }) => isApart).length;
    this.#hasGaps = apart * 2 > this.#items.length;
  }

  read(): SourceReading {
    const titleAt = this.#findTitle();
    const title = this.#items[titleAt];
    if (title === undefined) {
      this.#lose('failed', { line: 1, text: '' }, 'There is no text in this file.');
      for (const item of this.#items) this.#lose('dropped', item, 'This line has no story to belong to.');
      return { articles: [], losses: this.#losses, readings: [] };
    }
    const { labels, shownFile } = this.#options;
    for (const item of this.#items.slice(0, titleAt)) {
      this.#lose(
        'dropped',
        item,
        'This line stands above the headline: the tagline or the menu of the page.',
      );
    }
    const titleLines = this.#titleLines(titleAt);
    const rest = this.#items
      .slice(titleAt + titleLines.length)
      .map((item) => this.#withPhotos(item))
      .flatMap((item) => this.#splitByline(item));
    const { head, body, foot } = this.#part(rest);
    const facts = readFacts([...head, ...foot], labels, shownFile);
    const inBody = readFacts(
      body.filter((item) => this.#isBodyCredit(item)),
      labels,
      shownFile,
    );
    const kept = new Set<SourceLine>(body.filter((item) => !this.#isBodyCredit(item)));
    for (const line of this.#judgeRest([...facts.rest, ...inBody.rest])) kept.add(line);
    const blocks = this.#blocks(rest.filter((item) => kept.has(item)));
    this.#losses.push(...facts.losses, ...inBody.losses);
    this.#readings.push(...facts.readings, ...inBody.readings);
    const date = facts.date ?? inBody.date ?? this.#dateInText(rest);
    const views = facts.viewsBefore ?? inBody.viewsBefore;
    const titleText = cleanText(titleLines.map((line) => line.text).join(' '));
    return {
      articles: [
        {
          file: shownFile,
          part: '',
          line: title.line,
          title: { value: titleText, line: title.line },
          ...(date === undefined ? {} : { date }),
          ...(facts.updated === undefined ? {} : { updated: facts.updated }),
          topics: [...facts.topics, ...inBody.topics],
          credits: [...facts.credits, ...inBody.credits],
          aliases: [],
          isDraft: facts.date === undefined && inBody.date === undefined,
          ...(views === undefined ? {} : { viewsBefore: views }),
          blocks,
        },
      ],
      losses: this.#losses,
      readings: this.#readings,
    };
  }

  /** The headline: the first line that is no tagline, no path of menus, no label and no photo. */
  #findTitle(): number {
    const taglineWords = new Set(this.#options.taglines.map((tagline) => wordsOf(tagline).join(' ')));
    const isTagline = (index: number): boolean => {
      const words = wordsOf(this.#items[index]?.text ?? '').join(' ');
      return (
        words !== '' &&
        [...taglineWords].some(
          (tagline) => tagline === words || (words.includes(' ') && tagline.includes(words)),
        )
      );
    };
    let fallback = -1;
    for (const [index, item] of this.#items.entries()) {
      const text = cleanText(item.text);
      if (this.#photosOf(item) !== undefined || isTagline(index) || isMenu(text)) continue;
      if (isFactLine(text, this.#options.labels)) continue;
      if (fallback === -1) fallback = index;
      const isContinued = /[,;:，；、]$/u.test(text);
      const continues =
        /[,;，；、]$/u.test(cleanText(this.#items[index - 1]?.text ?? '')) && /^\p{Ll}/u.test(text);
      const isSentence = /[.。]["'”’)）]*$/u.test(text) && !/\b\p{Lu}\.$/u.test(text);
      if (text.length <= longestTitle && !isContinued && !continues && !isSentence) return index;
      // After a few lines this is the story itself: its first line is the best headline there is.
      if (index - fallback > 4 || text.length > longestTitle) break;
    }
    return fallback;
  }

  /** A headline may go on in the next line, when no empty line parts the two and it ends in mid-sentence. */
  #titleLines(titleAt: number): readonly Item[] {
    const first = this.#items[titleAt];
    const second = this.#items[titleAt + 1];
    if (first === undefined) return [];
    const goesOn =
      second !== undefined &&
      this.#hasGaps &&
      !second.isApart &&
      this.#items[titleAt + 2]?.isApart === true &&
      second.text.length < longestTitle / 2 &&
      this.#photosOf(second) === undefined &&
      !isFactLine(second.text, this.#options.labels) &&
      !endsSentence(cleanText(second.text));
    return goesOn ? [first, second] : [first];
  }

  /** Head and foot are what tells facts before the first and after the last line that tells the story. */
  #part(items: readonly Item[]): { head: readonly Item[]; body: readonly Item[]; foot: readonly Item[] } {
    const { labels } = this.#options;
    const isFact = items.map((item) => item.photos === undefined && isFactLine(item.text, labels));
    const isStory = items.map(
      (item, index) =>
        isFact[index] !== true &&
        (item.photos !== undefined ||
          cleanText(item.text).length > paragraphLength ||
          (endsSentence(cleanText(item.text)) && wordsOf(item.text).length > 8)),
    );
    const firstStory = isStory.indexOf(true);
    const lastStory = isStory.lastIndexOf(true);
    const footAt = isFact.findIndex((fact, index) => fact && index > lastStory);
    const footStart = footAt === -1 ? items.length : footAt;
    let headEnd = 0;
    for (let index = 0; index < Math.min(firstStory === -1 ? 0 : firstStory, footStart); index += 1) {
      if (isFact[index] === true) headEnd = index + 1;
    }
    return {
      head: items.slice(0, headEnd),
      body: items.slice(headEnd, footStart),
      foot: items.slice(footStart),
    };
  }

  /** "Photos: LI Hua" in the midst of a story is a credit; "Reporter: What do you think?" is not. */
  #isBodyCredit(item: Item): boolean {
    if (item.photos !== undefined || !isFactLine(item.text, this.#options.labels)) return false;
    const value = /[:：](.*)$/su.exec(item.text)?.[1] ?? '';
    return (
      value !== '' &&
      value.length <= 60 &&
      looksLikeNames(cleanText(value)) &&
      findDate(item.text) === undefined
    );
  }

  /** Lines of head and foot that tell no fact: sentences stay in the story. Gives the lines that stay. */
  #judgeRest(lines: readonly SourceLine[]): SourceLine[] {
    return lines.flatMap((line): SourceLine[] => {
      const text = cleanText(line.text);
      if (
        endsSentence(text) &&
        wordsOf(text).length > 3 &&
        !/©|copyright|all rights reserved|版权所有/iu.test(text)
      ) {
        this.#lose('look', line, 'This line stands between facts of the story and was kept as a paragraph.');
        return [line];
      }
      this.#lose(
        'dropped',
        line,
        'Nothing in an article has a place for this line beside the facts of the story.',
      );
      return [];
    });
  }

  /** When no line tells the date, a date with its year in the story is the best guess. */
  #dateInText(items: readonly Item[]): { value: string; line: number } | undefined {
    for (const item of items) {
      const found = findDate(item.text);
      if (found === undefined) continue;
      const words = item.text.slice(found.start, found.end);
      this.#lose(
        'guessed',
        item,
        `No line tells the date of the page. "${words}" in the text was taken: ${found.day}.`,
      );
      return { value: found.day, line: item.line };
    }
    return undefined;
  }

  #blocks(items: readonly Item[]): ImportedBlock[] {
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
        if (below.isApart && this.#hasGaps) {
          this.#lose(
            'guessed',
            below,
            `This short line below ${names.at(-1) ?? 'a photo'} was taken as its caption.`,
          );
        }
      }
      for (const [position, name] of names.entries()) {
        const isLast = position === names.length - 1;
        photos.push({
          source: this.#options.shelf.find(name, this.#options.file),
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
        this.#lose(
          'look',
          { line: first.line, text: '' },
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
    if (!item.isApart && this.#hasGaps)
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

  /** "… and stayed. (Text: LI Hua, photos: WANG Wei)": the byline in brackets behind the last sentence is a line of its own. */
  #splitByline(item: Item): Item[] {
    const match = item.photos === undefined ? bracketed.exec(item.text) : null;
    const [, text = '', byline = ''] = match ?? [];
    if (match === null || !isFactLine(byline, this.#options.labels)) return [item];
    return [
      { ...item, text },
      { line: item.line, text: byline, isApart: true },
    ];
  }

  #withPhotos(item: Item): Item {
    const found = this.#photosOf(item);
    return found === undefined ? item : { ...item, text: found.caption, photos: found.names };
  }

  /** The photos that a line begins with, and its words after them. */
  #photosOf(item: Item): { readonly names: readonly string[]; readonly caption: string } | undefined {
    const names: string[] = [];
    let rest = item.text.replace(leadingMarks, '');
    for (;;) {
      const match = photoName.exec(fold(rest));
      if (match === null) break;
      names.push(cleanText(fold(rest).slice(0, match[0].length)));
      rest = rest.slice(match[0].length).replace(leadingMarks, '');
    }
    if (names.length === 0) return undefined;
    return { names, caption: cleanText(rest.replace(/^[\s:：|–—-]+/u, '')) };
  }

  #lose(kind: Loss['kind'], { line, text }: SourceLine, message: string): void {
    const words = cleanText(text);
    this.#losses.push({
      kind,
      file: this.#options.shownFile,
      line,
      message,
      ...(words === '' ? {} : { text: words }),
    });
  }
}

/** A name without spaces, or with one before its number: `IMG 1234.jpg`, `photo (2).png`. */
const photoName =
  /^(?:[^\s/\\:*?"<>|]{1,120}?|[\p{L}\p{N}_-]{1,40} \(?\d{1,6}\)?) ?\.(?:jpeg|jpg|jfif|png|gif|webp|bmp|tiff|tif|heic|heif|avif)(?![\w-]*\/|\.\w)/iu;
const leadingMarks = /^[\s\u200b\ufeff\u00ad[\]【】!•·●▲△▼]+/u;
const bracketed = /^(.*[.!?。！？…"”’])\s*[（(]([^（）()]{2,120})[）)]\s*$/su;
const listMark = /^\s*[•·●▪■◦‣]\s*/u;

function splitItems(text: string): Item[] {
  const items: Item[] = [];
  let isApart = true;
  for (const [index, line] of text.split(/\r\n?|[\n\u2028\u2029\u0085\u000b\u000c]/u).entries()) {
    if (cleanText(line) === '') isApart = true;
    else {
      items.push({ line: index + 1, text: line, isApart });
      isApart = false;
    }
  }
  return items;
}

/** "Home > News > Content", "Current position: Home". */
function isMenu(text: string): boolean {
  return (
    /^(?:home|news|首页|新闻|menu|search|english|中文|print|share|back|上一篇.*|下一篇.*)$/iu.test(text) ||
    /^(?:home|首页|当前位置|您的位置|(?:current )?(?:position|location)|you are here).*[>»›→:：/]/iu.test(
      text,
    ) ||
    /^[^.!?。]{1,40}(?:\s*[>»›]\s*[^.!?。>]{1,60})+$/u.test(text)
  );
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
