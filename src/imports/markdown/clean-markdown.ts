/** Takes out of Markdown what other generators write into it and the dialect has no word for, and reports it. Pure. */

import type { ImportIssue } from '../import-issue.ts';

export interface CleanOptions {
  readonly displayPath: string;
  /** The line of the file on which the text begins. */
  readonly firstLine: number;
}

/** Every line stays on its line. */
export function cleanMarkdown(
  source: string,
  { displayPath, firstLine }: CleanOptions,
  issues: ImportIssue[],
): string {
  const report = (index: number, message: string, text: string) =>
    issues.push({ kind: 'dropped', file: displayPath, line: firstLine + index, message, text });
  const isCodeLine = codeLines(source);
  const lines = source.split('\n').map((line, index) => {
    if (isCodeLine[index] === true) return line;
    return line
      .replace(/\s*\{:\s*[^}]*\}\s*$/u, (attributes) => {
        report(index, 'Attributes of kramdown have no place in an article.', attributes.trim());
        return '';
      })
      .replace(/^\s*\{(?:[.#][\w-]+|[\w-]+=(?:"[^"]*"|[\w-]+)|\s)+\}\s*$/u, (attributes) => {
        report(index, 'Attributes of Hugo have no place in an article.', attributes.trim());
        return '';
      })
      .replace(/^(#{1,6} .*?)\s*\{#([\w-]+)[^}]*\}\s*$/u, (_whole, heading: string, id: string) => {
        report(
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
        report(
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
