/**
 * Reads the short lines around a story that tell facts of it: who wrote it, its topic, its date, its views. They stand
 * at the foot of most pages and under the headline of some, one a line or several, with their value behind the label
 * or on the line below. Pure; never throws. What is no fact is given back.
 */

import { defined } from '../../text/defined.ts';
import { looksLikeNames } from '../../text/name-words.ts';
import { cleanText, endsSentence, fold } from '../fold-text.ts';
import type { ImportIssue } from '../import-issue.ts';
import type { ImportedCredit, Reading, Sourced } from '../imported-article.ts';
import { judgeCredit } from './credit-value.ts';
import { findDate, isOnlyDate } from './find-date.ts';
import { isFactKey, type LabelWords } from './label-words.ts';
import { type Fact, isDateLine, splitFacts, splitNames } from './split-facts.ts';

export interface SourceLine {
  readonly line: number;
  readonly text: string;
}

export interface Facts {
  readonly credits: readonly ImportedCredit[];
  readonly topics: readonly Sourced<string>[];
  readonly date?: Sourced<string>;
  readonly updated?: Sourced<string>;
  readonly viewsBefore?: Sourced<number>;
  readonly readings: readonly Reading[];
  readonly issues: readonly ImportIssue[];
  /** Lines that tell nothing that is known. */
  readonly rest: readonly SourceLine[];
}

/** A byline is shorter; what is longer is a sentence that happens to begin with such a word. */
const maximumFactLength = 160;

/** Accounts that systems make or that an office shares. */
const nobody =
  /^(?:(?:site ?)?admin(?:istrator)?|web-?(?:master|team|admin|editor)|root|anonymous|guest|gast|superuser|user ?\d*)$/iu;

const isCount = /^\d[\d,. ]*(?:times?|次|views?)?$/iu;

/** Whether a line surely tells a fact: a label with a colon, a label alone, or nothing but a date. */
export function isFactLine(text: string, labels: LabelWords): boolean {
  const clean = cleanText(text);
  if (clean.length > maximumFactLength) return false;
  return factsOf(clean, labels) !== undefined || isDateLine(clean);
}

/** The facts of a line, unless one of them is a sentence: "Photo: The picture is important, she says." */
function factsOf(clean: string, labels: LabelWords): readonly Fact[] | undefined {
  const facts = splitFacts(clean, labels);
  const isSentence = facts?.some(
    ({ key, value }) => value !== '' && !isFactKey(key) && judgeCredit(value) === 'sentence',
  );
  return isSentence === true ? undefined : facts;
}

/** What else the source tells of its dates, for those that are two days: `02/03/2024`. */
export interface DateHint {
  /** The day that it tells machines: `2024-03-02`. */
  readonly day?: string;
  /** Whether its language writes the day before the month. */
  readonly isDayFirst?: boolean;
}

export function readFacts(
  lines: readonly SourceLine[],
  labels: LabelWords,
  file: string,
  hint: DateHint = {},
): Facts {
  const reader = new FactReader(labels, file, hint);
  for (const line of lines) reader.read(line);
  return reader.finish();
}

class FactReader {
  readonly #labels: LabelWords;
  readonly #file: string;
  readonly #hint: DateHint;
  readonly #credits: ImportedCredit[] = [];
  readonly #topics: Sourced<string>[] = [];
  readonly #dates: { date?: Sourced<string>; updated?: Sourced<string> } = {};
  #views: Sourced<number> | undefined;
  readonly #readings: Reading[] = [];
  readonly #issues: ImportIssue[] = [];
  readonly #rest: SourceLine[] = [];
  /** A label whose value stands on the next line. */
  #waiting: { readonly key: string; readonly line: SourceLine } | undefined;

  constructor(labels: LabelWords, file: string, hint: DateHint) {
    this.#labels = labels;
    this.#file = file;
    this.#hint = hint;
  }

  read(line: SourceLine): void {
    const text = cleanText(line.text);
    if (text === '') return;
    const facts = text.length > maximumFactLength ? undefined : factsOf(text, this.#labels);
    if (facts === undefined) {
      if (
        this.#isAnswer(text) &&
        this.#waiting !== undefined &&
        this.#take(this.#waiting.key, text, line, text)
      ) {
        // Several topics may stand under one label; everything else has one value.
        if (this.#waiting.key !== 'topics') this.#waiting = undefined;
        return;
      }
      this.#endWaiting();
      if (isDateLine(text) && this.#take('date', text, line, text)) return;
      this.#rest.push(line);
      return;
    }
    this.#endWaiting();
    for (const [index, { key, value }] of facts.entries()) {
      if (value === '' && index === facts.length - 1) {
        this.#waiting = { key, line };
        this.#note(line, text, key);
      } else if (value === '') {
        // A label that its page left empty.
        this.#note(line, text, key);
      } else if (!this.#take(key, value, line, text)) {
        this.#issues.push({
          kind: 'dropped',
          file: this.#file,
          line: line.line,
          message: `This line seems to tell the ${key}, but not so that it can be read.`,
          text,
        });
      }
    }
  }

  finish(): Facts {
    this.#endWaiting();
    return {
      credits: this.#credits,
      topics: this.#topics,
      ...this.#dates,
      ...defined({ viewsBefore: this.#views }),
      readings: this.#readings,
      issues: this.#issues,
      rest: this.#rest,
    };
  }

  #endWaiting(): void {
    this.#waiting = undefined;
  }

  /** Whether a line below an empty label is its value; else it is another fact, or the story begins. */
  #isAnswer(text: string): boolean {
    switch (this.#waiting?.key) {
      case 'views':
        return isCount.test(fold(text)) && !isDateLine(text);
      case 'topics':
      case 'source':
        return !endsSentence(text);
      case 'date':
      case 'updated':
        return findDate(text) !== undefined;
      default:
        return text.length <= 80 && looksLikeNames(text);
    }
  }

  /** Whether the value was understood. */
  #take(key: string, value: string, line: SourceLine, text: string): boolean {
    switch (key) {
      case 'date':
      case 'updated':
        return this.#takeDate(key, value, line, text);
      case 'views': {
        const digits = /\d[\d,. ]*/u.exec(fold(value))?.[0].replace(/\D/gu, '') ?? '';
        if (digits !== '' && Number.isSafeInteger(Number(digits))) {
          this.#views ??= { value: Number(digits), line: line.line };
        } else if (/[\p{L}\p{N}]/u.test(value.replace(/total/iu, ''))) return false;
        this.#note(line, text, 'viewsBefore');
        return true;
      }
      case 'topics': {
        if (value.length > 100 || endsSentence(value)) return false;
        for (const name of value.split(/[,;，；、|]/u).map((part) => part.trim())) {
          if (name !== '') this.#topics.push({ value: name, line: line.line });
        }
        this.#note(line, text, 'topics');
        return true;
      }
      default: {
        const all = splitNames(value, key);
        if (all.length === 0) return false;
        const names = all.filter((name) => !nobody.test(name));
        if (names.length < all.length)
          this.#issues.push({
            kind: 'dropped',
            file: this.#file,
            line: line.line,
            message: 'An account of the old site, not a person, stands as the writer.',
            text: value,
          });
        for (const name of names) this.#credits.push({ role: key, name, line: line.line });
        if (names.length > 0 && judgeCredit(value) === 'guess') {
          this.#issues.push({
            kind: 'guessed',
            file: this.#file,
            line: line.line,
            message: `This line was taken for a credit (${key}) and is no longer in the text; see whether it is one.`,
            text,
          });
        }
        this.#note(line, text, `credits.${key}`);
        return true;
      }
    }
  }

  #takeDate(key: 'date' | 'updated', value: string, line: SourceLine, text: string): boolean {
    const found = findDate(value);
    if (found === undefined) return false;
    if (this.#dates[key] !== undefined) {
      this.#issues.push({
        kind: 'dropped',
        file: this.#file,
        line: line.line,
        message: `The story has its ${key} from another line; this is one more.`,
        text,
      });
      return true;
    }
    const other = `${found.day.slice(0, 5)}${found.day.slice(8)}-${found.day.slice(5, 7)}`;
    const isKnown = found.isAmbiguous && (this.#hint.day === found.day || this.#hint.day === other);
    const isDayFirst = isKnown ? this.#hint.day === other : this.#hint.isDayFirst === true;
    const day = found.isAmbiguous && isDayFirst ? other : found.day;
    this.#dates[key] = { value: day, line: line.line };
    this.#note(line, text, key);
    if (found.isAmbiguous && !isKnown) {
      this.#issues.push({
        kind: 'guessed',
        file: this.#file,
        line: line.line,
        message: `"${value.slice(found.start, found.end)}" was read as ${isDayFirst ? 'day, month' : 'month, day'}, year: ${day}.`,
        text,
      });
    }
    const besides = cleanText(`${value.slice(0, found.start)} ${value.slice(found.end)}`);
    if (!isOnlyDate(value, found) && /[\p{L}\p{N}]/u.test(besides)) {
      this.#issues.push({
        kind: 'dropped',
        file: this.#file,
        line: line.line,
        message: 'These words stand beside the date.',
        text: besides,
      });
    }
    return true;
  }

  #note({ line }: SourceLine, text: string, key: string): void {
    this.#readings.push({ line, text, key });
  }
}
