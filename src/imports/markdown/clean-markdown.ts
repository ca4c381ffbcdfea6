/**
 * Rewrites what other generators' Markdown has and the dialect has not: attributes, tasks, definitions, mathematics, bare
 * addresses. What has no place in an article is taken out and reported. Pure.
 */

import type { GeneratorSite } from '../generators/generator-site.ts';
import type { ImportIssue, IssueKind } from '../import-issue.ts';

export interface CleanOptions {
  readonly displayPath: string;
  /** The line of the file on which the text begins. */
  readonly firstLine: number;
  /** Which programs have their signs in the text. */
  readonly generator?: GeneratorSite['generator'];
}

/** Kramdown's `{: .class}`; Hugo's and Pandoc's `{.class #id key="value"}`. */
const kramdownAttributes = /\s?\{:[^{}\n]*\}/gu;
const lineOfAttributes = /^\s*\{(?:[.#][\w-]+|[\w-]+=(?:"[^"]*"|[\w%-]+)|\s)+\}\s*$/u;
const attributesBehind = /(?<=[)\]])\{(?:\s*(?:[.#][\w-]+|[\w-]+=(?:"[^"]*"|[\w%.-]+)))+\s*\}/gu;
const headingId = /^(#{1,6} .*?)\s*\{#([\w-]+)[^}]*\}\s*$/u;
const underlinedId = /^(.*?\S)\s*\{#([\w-]+)[^}]*\}\s*$/u;
const kramdownComment = /\{::comment\}([\s\S]*?)\{:\/(?:comment)?\}/gu;
const nunjucksComment = /\{#((?:(?!\{#)[\s\S])*?)#\}/gu;
/** In code too, templates are read before Markdown is. */
const rawTag = /\{%-?\s*(?:end)?(?:raw|verbatim)\s*-?%\}/gu;
const task = /^(\s*(?:[-*+]|\d+[.)])\s+)\[([ xX])\](?=\s)/u;
const formula = /\$\$(?!\s)((?:(?!\$\$).)+?)\$\$/gu;
/** An address in running text; what stands behind a bracket, a quote or an equals sign belongs to markup. */
const bareAddress = /(?<![("'<=[\]\w/:.@}])https?:\/\/[^\s<>"'`|\\\u3000-\u303f\uff00-\uffef]+/giu;

/** Every line stays on its line. */
export function cleanMarkdown(source: string, options: CleanOptions, issues: ImportIssue[]): string {
  return new MarkdownCleaner(options, issues).clean(source);
}

class MarkdownCleaner {
  readonly #options: CleanOptions;
  readonly #issues: ImportIssue[];

  constructor(options: CleanOptions, issues: ImportIssue[]) {
    this.#options = options;
    this.#issues = issues;
  }

  clean(source: string): string {
    const lines = this.#extensions(source).split('\n');
    const isCode = codeLines(lines);
    this.#contents(lines, isCode);
    this.#displayFormulas(lines, isCode);
    const cleaned = lines.map((line, index) =>
      isCode[index] === true
        ? this.#code(line)
        : this.#line(line, index, /^(?:=+|-+)\s*$/u.test(lines[index + 1] ?? '')),
    );
    this.#definitions(cleaned, isCode);
    return this.#comments(cleaned.join('\n'));
  }

  /** @param isUnderlined whether the next line makes a heading of this one */
  #line(line: string, index: number, isUnderlined: boolean): string {
    if (lineOfAttributes.test(line)) {
      this.#report('dropped', index, 'Attributes of Hugo have no place in an article.', line.trim());
      return '';
    }
    const isTask = task.exec(line)?.[2];
    if (isTask !== undefined) this.#report('look', index, 'A box to tick became a character.', line.trim());
    const plain = line
      .replace(task, (_whole, mark: string, state: string) => `${mark}${state === ' ' ? '☐' : '☑'}`)
      .replace(isUnderlined ? underlinedId : headingId, (_whole, heading: string, id: string) => {
        this.#report(
          'dropped',
          index,
          `The heading's own address "#${id}" was left out; headings here get theirs from their words.`,
          `#${id}`,
        );
        return heading;
      });
    const isTable = /^\s*\|?[\s:|-]+$|\|/u.test(plain);
    return outsideCode(plain, (text) =>
      (this.#isTypographic && !isTable ? withDashes(text) : text)
        .replace(kramdownAttributes, (attributes) => {
          this.#report(
            'dropped',
            index,
            'Attributes of kramdown have no place in an article.',
            attributes.trim(),
          );
          return '';
        })
        .replace(attributesBehind, (attributes) => {
          this.#report('dropped', index, 'Attributes of Hugo have no place in an article.', attributes);
          return '';
        })
        .replace(formula, (_whole, words: string) => {
          this.#reportFormula(index, words);
          return `\`${words}\``;
        })
        .replace(bareAddress, linked),
    );
  }

  #code(line: string): string {
    const { generator } = this.#options;
    return generator === 'Jekyll' || generator === 'Eleventy' ? line.replace(rawTag, '') : line;
  }

  /** Jekyll and Hugo print dashes and dots of their own for two hyphens and three dots. */
  get #isTypographic(): boolean {
    const { generator } = this.#options;
    return generator === 'Jekyll' || generator === 'Hugo';
  }

  /** Comments of kramdown and Nunjucks, which no reader saw. */
  #extensions(source: string): string {
    const comments = this.#options.generator === 'Eleventy' ? nunjucksComment : kramdownComment;
    return source.replace(comments, (whole, words: string, offset: number) => {
      this.#report(
        'dropped',
        source.slice(0, offset).split('\n').length - 1,
        'A comment is not part of the story.',
        words.trim(),
      );
      return whole.replace(/[^\n]/gu, '');
    });
  }

  /** An entry of a list in whose place kramdown prints a table of contents, and what stands behind abbreviations. */
  #contents(lines: string[], isCode: readonly boolean[]): void {
    for (const [index, line] of lines.entries()) {
      if (isCode[index] === true) continue;
      const isMark = /^\s*\{:[^{}]*\btoc\b[^{}]*\}\s*$/iu.test(line);
      if (isMark && /^\s*(?:[-*+]|\d+[.)])\s+\S/u.test(lines[index - 1] ?? '')) {
        this.#report(
          'dropped',
          index - 1,
          'A list of contents has no place in an article.',
          (lines[index - 1] ?? '').trim(),
        );
        lines[index - 1] = '';
        lines[index] = '';
      }
      const [, short, long] = /^\*\[([^[\]]+)\]:\s+(\S.*)$/u.exec(line) ?? [];
      if (short === undefined || long === undefined) continue;
      this.#report(
        'dropped',
        index,
        'The words that stand behind an abbreviation were left out.',
        `${short}: ${long}`,
      );
      lines[index] = '';
    }
  }

  /** `$$` alone in its line begins and ends a formula: its source becomes code. */
  #displayFormulas(lines: string[], isCode: boolean[]): void {
    let start: number | undefined;
    for (const [index, line] of lines.entries()) {
      if (isCode[index] === true || line.trim() !== '$$') continue;
      if (start === undefined) {
        start = index;
        continue;
      }
      this.#reportFormula(start, lines.slice(start + 1, index).join(' '));
      lines[start] = '```tex';
      lines[index] = '```';
      isCode.fill(true, start, index + 1);
      start = undefined;
    }
  }

  /** A line of its own, and below it lines that begin with a colon: the term is strong, each definition a line. */
  #definitions(lines: string[], isCode: readonly boolean[]): void {
    const isDefinition = (index: number) => isCode[index] !== true && /^:\s+\S/u.test(lines[index] ?? '');
    for (const [index, line] of lines.entries()) {
      const isTerm =
        isCode[index] !== true &&
        /^(?!\s*(?:[-*+>#|:]|\d+[.)])(?:\s|$))\S/u.test(line) &&
        isDefinition(index + 1);
      if (!isTerm) continue;
      this.#report('look', index, 'A list of definitions became lines.', line.trim());
      lines[index] = `**${line.trim()}**\\`;
      for (let next = index + 1; isDefinition(next); next += 1)
        lines[next] = (lines[next] ?? '').replace(/^:\s+/u, '') + (isDefinition(next + 1) ? '\\' : '');
    }
  }

  #comments(text: string): string {
    return text.replace(/<!--((?:(?!<!--)[\s\S])*?)-->/gu, (comment, words: string, offset: number) => {
      if (!/^\s*more\s*$/u.test(words))
        this.#report(
          'dropped',
          text.slice(0, offset).split('\n').length - 1,
          'A comment is not part of the story.',
          words.trim(),
        );
      // Line ends are kept, so that what follows stays on its line.
      return comment.replace(/[^\n]/gu, '');
    });
  }

  #reportFormula(index: number, words: string): void {
    this.#report('look', index, 'A formula stands as its source: articles here have no mathematics.', words);
  }

  #report(kind: IssueKind, index: number, message: string, text: string): void {
    const { displayPath, firstLine } = this.#options;
    this.#issues.push({ kind, file: displayPath, line: firstLine + index, message, text });
  }
}

function withDashes(text: string): string {
  return text
    .replace(/(?<=\S )---?(?= \S)/gu, (hyphens) => (hyphens.length === 3 ? '—' : '–'))
    .replace(/(?<=\p{L})---(?=\p{L})/gu, '—')
    .replace(/(?<=\p{L})\.\.\.(?!\.)/gu, '…');
}

function outsideCode(line: string, change: (text: string) => string): string {
  if (!line.includes('`')) return change(line);
  return line
    .split(/((`+)(?!`).*?[^`]\2(?!`))/u)
    .map((part, index) => (index % 3 === 0 ? change(part) : index % 3 === 1 ? part : ''))
    .join('');
}

/** In angle brackets, without the marks that end the sentence. */
function linked(address: string): string {
  const end = /(?:[.,;:!?*_~'"]|[)\]}](?!.*[([{]))+$/u.exec(address)?.[0] ?? '';
  return `<${address.slice(0, address.length - end.length)}>${end}`;
}

function codeLines(lines: readonly string[]): boolean[] {
  let fence: string | undefined;
  let isPre = false;
  return lines.map((line) => {
    const mark = /^\s{0,3}(`{3,}|~{3,})/u.exec(line)?.[1];
    const wasCode = fence !== undefined || isPre;
    if (!isPre && mark !== undefined)
      fence = fence === undefined ? mark[0] : mark[0] === fence ? undefined : fence;
    for (const [, slash] of line.matchAll(/<(\/?)(?:pre|script|style|textarea)\b/giu)) isPre = slash === '';
    return wasCode || fence !== undefined || isPre;
  });
}
