/** Finds the marks that Git leaves in a text when it could not join two versions. Pure. */

import type { Diagnostic } from './diagnostic.ts';

/** The marks that begin and end the versions; the row of equals signs between them also underlines headings. */
const mark = /^(?:<{7}|>{7}|\|{7})(?: .*)?$/mu;

/** Both versions of a text, each with what is common to both. Pure. */
export function mergeSides(text: string): readonly [ours: string, theirs: string] {
  const sides: readonly [string[], string[]] = [[], []];
  let where: 'both' | 'ours' | 'base' | 'theirs' = 'both';
  for (const line of text.split('\n')) {
    const kind = /^(?:(<{7})|(\|{7})|(={7})|(>{7}))(?: .*)?$/u.exec(line);
    if (kind?.[1] !== undefined && where === 'both') where = 'ours';
    else if (kind?.[2] !== undefined && where === 'ours') where = 'base';
    else if (kind?.[3] !== undefined && (where === 'ours' || where === 'base')) where = 'theirs';
    else if (kind?.[4] !== undefined && where === 'theirs') where = 'both';
    else {
      if (where === 'both' || where === 'ours') sides[0].push(line);
      if (where === 'both' || where === 'theirs') sides[1].push(line);
    }
  }
  return [sides[0].join('\n'), sides[1].join('\n')];
}

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
