/** Finds the marks that Git leaves in a text when it could not join two versions. Pure. */

import type { Diagnostic } from './diagnostic.ts';

/** The marks that begin and end the versions; the row of equals signs between them also underlines headings. */
const mark = /^(?:<{7}|>{7}|\|{7})(?: .*)?$/mu;

/**
 * @param text with `\n` line ends
 * @returns one error at the first mark, or undefined where there is none
 */
export function unfinishedMerge(text: string, file: string): Diagnostic | undefined {
  if (!text.includes('<<<<<<<') && !text.includes('>>>>>>>') && !text.includes('|||||||')) return undefined;
  const match = mark.exec(text);
  if (match === null) return undefined;
  return {
    code: 'unfinished-merge',
    severity: 'error',
    file,
    line: text.slice(0, match.index).split('\n').length,
    column: 1,
    endColumn: match[0].length + 1,
    message: 'A merge is unfinished here: two versions of these lines stand below each other.',
    hint: 'Keep the lines that are right, and delete the others and every line that begins with <<<<<<<, =======, ||||||| or >>>>>>>.',
  };
}
