/**
 * The plain text of an old news page, as one gets it by copying the page: tagline, headline, paragraphs, lines that
 * begin with the name of a photo, and a foot that tells writer, topic, date and views. Pure; never throws; every word
 * of the text is in the article, in a reading or in an issue.
 */

import { defined } from '../../text/defined.ts';
import { judgeCredit } from '../facts/credit-value.ts';
import { isFactLine, readFacts, type SourceLine } from '../facts/fact-lines.ts';
import { findDate } from '../facts/find-date.ts';
import type { LabelWords } from '../facts/label-words.ts';
import { splitFacts } from '../facts/split-facts.ts';
import { tellsStory } from '../facts/tells-story.ts';
import { cleanText, endsSentence, wordsOf } from '../fold-text.ts';
import { type ImportIssue, IssueList } from '../import-issue.ts';
import type { SourceReading } from '../imported-article.ts';
import type { SourceFiles } from '../source-files.ts';
import { readMailHeaders } from './mail-headers.ts';
import { decodeMail } from './mail-source.ts';
import { isBareNeighbour, isPageLine } from './page-lines.ts';
import { readTextBlocks } from './text-blocks.ts';
import { findHeadline, headlineLines, splitHeadline } from './text-headline.ts';
import { hasGaps, type Item, splitItems, withPhotos } from './text-items.ts';

export interface TextPageOptions {
  /** Relative to the import folder. */
  readonly file: string;
  readonly displayPath: string;
  readonly labels: LabelWords;
  readonly sourceFiles: SourceFiles;
  /** Taglines of the site in all its languages: they stand above the headline and belong to no story. */
  readonly taglines: readonly string[];
}

const bracketed = /^(.*[.!?。！？…"”’])\s*[（(]([^（）()]{2,120})[）)]\s*$/su;

export function readTextPage(text: string, options: TextPageOptions): SourceReading {
  const mail = readMailHeaders(decodeMail(text.replace(/\r\n?/gu, '\n')));
  return new TextPageReader(options, mail.dropped).read(splitItems(mail.text));
}

class TextPageReader {
  readonly #options: TextPageOptions;
  readonly #issues: IssueList;

  constructor(options: TextPageOptions, headers: readonly SourceLine[]) {
    this.#options = options;
    this.#issues = new IssueList(options.displayPath);
    for (const { line, text } of headers)
      this.#issues.add('dropped', line, 'This line belongs to the mail, not to the story.', text);
  }

  read(all: readonly Item[]): SourceReading {
    const items = this.#withoutPageLines(all);
    const { file, displayPath, labels, sourceFiles, taglines } = this.#options;
    const titleAt = findHeadline(items, taglines, labels);
    const title = items[titleAt];
    if (title === undefined) {
      this.#issues.add('failed', 1, 'There is no text in this file.');
      for (const item of items) this.#report('dropped', item, 'This line has no story to belong to.');
      return { articles: [], issues: this.#issues.entries, readings: [] };
    }
    const above = items.slice(0, titleAt);
    const factsAbove = above.filter((item) => tellsFact(item.text, labels));
    for (const item of above) {
      if (factsAbove.includes(item)) continue;
      this.#report(
        'dropped',
        item,
        'This line stands above the headline: the tagline or the menu of the page.',
      );
    }
    const titleLines = headlineLines(items, titleAt, labels, hasGaps(items));
    const rest = items
      .slice(titleAt + titleLines.length)
      .flatMap((item) => this.#withPhotos(item))
      .flatMap((item) => this.#splitByline(item));
    const { head, body, foot } = this.#part(rest);
    const last = titleLines.at(-1) ?? title;
    const [, tail] = splitHeadline(last.text, labels);
    const besideTitle = tail === '' ? [] : [{ line: last.line, text: tail }];
    const facts = readFacts([...besideTitle, ...head, ...foot, ...factsAbove], labels, displayPath);
    const credits = this.#bodyCredits(body);
    const inBody = readFacts(credits, labels, displayPath);
    const kept = new Set<SourceLine>(body.filter((item) => !credits.includes(item)));
    for (const line of this.#judgeRest([...facts.rest, ...inBody.rest])) kept.add(line);
    const blocks = readTextBlocks(
      rest.filter((item) => kept.has(item)),
      { file, labels, sourceFiles, hasGaps: hasGaps(items) },
      this.#issues,
    );
    this.#issues.addAll([...facts.issues, ...inBody.issues]);
    const date = facts.date ?? inBody.date ?? this.#dateInText(rest);
    const views = facts.viewsBefore ?? inBody.viewsBefore;
    const titleText = cleanText(
      titleLines.map(({ text }) => (text === last.text ? splitHeadline(text, labels)[0] : text)).join(' '),
    );
    return {
      articles: [
        {
          file: displayPath,
          part: '',
          line: title.line,
          title: { value: titleText, line: title.line },
          ...defined({ date, updated: facts.updated }),
          topics: [...facts.topics, ...inBody.topics],
          credits: [...facts.credits, ...inBody.credits],
          aliases: [],
          isDraft: facts.date === undefined && inBody.date === undefined,
          ...defined({ viewsBefore: views }),
          blocks,
        },
      ],
      issues: this.#issues.entries,
      readings: [...facts.readings, ...inBody.readings],
    };
  }

  /** Links to the stories before and after, copyright, what a page offers to do with it. */
  #withoutPageLines(items: readonly Item[]): Item[] {
    let isNeighbour = false;
    return items.filter((item) => {
      const text = cleanText(item.text);
      const isLine = isPageLine(text) || (isNeighbour && text.length < 200 && !endsSentence(text));
      isNeighbour = isBareNeighbour(text);
      if (isLine) this.#report('dropped', item, 'This line belongs to the page, not to the story.');
      return !isLine;
    });
  }

  /** Head and foot are what tells facts before the first and after the last line that tells the story. */
  #part(items: readonly Item[]): { head: readonly Item[]; body: readonly Item[]; foot: readonly Item[] } {
    const { labels } = this.#options;
    const isFact = items.map((item) => item.photos === undefined && isFactLine(item.text, labels));
    const isStory = items.map(
      (item, index) =>
        isFact[index] !== true && (item.photos !== undefined || tellsStory(cleanText(item.text))),
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

  #withPhotos(item: Item): Item[] {
    const { sourceFiles, file } = this.#options;
    const parts = withPhotos(item, (name) => sourceFiles.findFile(name, file) !== undefined);
    if (parts.length > 1) {
      const names = parts.flatMap(({ photos }) => photos ?? []).join(', ');
      this.#report(
        'look',
        item,
        `This line has photos in its midst (${names}); see which words are captions.`,
      );
    }
    return parts;
  }

  /**
   * "Photos: LI Hua" between the text and the photos is a credit; "Reporter: What do you think?" is not, and nothing
   * between two paragraphs is.
   */
  #bodyCredits(body: readonly Item[]): readonly Item[] {
    const isText = body.map(
      (item) => item.photos === undefined && !this.#isCredit(item) && tellsStory(cleanText(item.text)),
    );
    const [first, last] = [isText.indexOf(true), isText.lastIndexOf(true)];
    const credits = body.filter((item) => this.#isCredit(item));
    const outside = credits.filter((item) => {
      const index = body.indexOf(item);
      return index < first || index > last;
    });
    for (const item of credits) {
      if (!outside.includes(item))
        this.#report(
          'look',
          item,
          'This line looks like a credit, but stands between paragraphs; it was kept as a paragraph.',
        );
    }
    return outside;
  }

  #isCredit(item: Item): boolean {
    if (item.photos !== undefined || !isFactLine(item.text, this.#options.labels)) return false;
    const value = /[:：](.*)$/su.exec(item.text)?.[1] ?? '';
    return (
      value !== '' &&
      value.length <= 60 &&
      judgeCredit(value) === 'names' &&
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
        this.#report(
          'look',
          line,
          'This line stands between facts of the story and was kept as a paragraph.',
        );
        return [line];
      }
      this.#report(
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
      this.#report(
        'guessed',
        item,
        `No line tells the date of the page. "${words}" in the text was taken: ${found.day}.`,
      );
      return { value: found.day, line: item.line };
    }
    return undefined;
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

  #report(kind: ImportIssue['kind'], { line, text }: SourceLine, message: string): void {
    this.#issues.add(kind, line, message, cleanText(text));
  }
}

/** A label with its value: above a headline, a bare date is the day on which the page was copied. */
function tellsFact(text: string, labels: LabelWords): boolean {
  return (
    isFactLine(text, labels) &&
    splitFacts(cleanText(text), labels)?.some(({ value }) => value !== '') === true
  );
}
