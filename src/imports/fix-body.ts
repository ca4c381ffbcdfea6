/**
 * The last look at an imported text with the eyes of the dialect: what would stop a build is made plain text and
 * reported, so that one odd link in an old page never holds up a thousand stories. Pure.
 */

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { parseBody } from '../markdown/parse-body.ts';
import type { ImportIssue } from './import-issue.ts';

export interface FixOptions {
  /** The article's file as reports show it, and its folder relative to the content folder. */
  readonly displayPath: string;
  readonly folder: string;
}

/** A text needs one look for each mistake that hides another; more than a few mean that nothing helps. */
const maximumRounds = 8;
/** In one look: each is made in a copy of the line, which may have a megabyte. */
const maximumFixesOfLine = 50;

/** @param text the whole file */
export function fixBody(
  text: string,
  options: FixOptions,
): { readonly text: string; readonly issues: readonly ImportIssue[] } {
  const end = text.indexOf('\n---\n', 3) + 5;
  const firstLine = text.slice(0, end).split('\n').length;
  const issues: ImportIssue[] = [];
  let body = text.slice(end);
  for (let round = 0; round < maximumRounds; round += 1) {
    const errors = errorsOf(body, firstLine, options);
    if (errors.length === 0) return { text: text.slice(0, end) + body, issues };
    const lines = body.split('\n');
    // From the end, so that the columns of what comes before stay right.
    const touched = new Map<number, { readonly from: number; readonly count: number }>();
    for (const error of errors.toSorted((a, b) => b.line - a.line || b.column - a.column)) {
      const index = error.line - firstLine;
      const line = lines[index];
      const { from, count } = touched.get(index) ?? { from: Number.POSITIVE_INFINITY, count: 0 };
      if (line === undefined || error.endColumn > from || count === maximumFixesOfLine) continue;
      const fixed = fixLine(line, error);
      touched.set(index, { from: error.column, count: count + 1 });
      lines[index] = fixed.line;
      issues.push({
        kind: fixed.line === line ? 'look' : 'dropped',
        file: options.displayPath,
        line: error.line,
        message: `${error.message} ${fixed.what}`,
        text: fixed.text,
      });
    }
    const next = lines.join('\n');
    if (next === body) break;
    body = next;
  }
  const [first, ...others] = errorsOf(body, firstLine, options);
  if (first !== undefined && issues.every(({ kind }) => kind !== 'look')) {
    const count = others.length === 0 ? '' : `, as ${others.length.toLocaleString('en')} more`;
    issues.push({
      kind: 'look',
      file: options.displayPath,
      line: first.line,
      message: `${first.message} Fix it by hand${count}.`,
      text: '',
    });
  }
  return { text: text.slice(0, end) + body, issues };
}

function errorsOf(body: string, firstLine: number, { displayPath, folder }: FixOptions): Diagnostic[] {
  const { diagnostics } = parseBody(body, { file: displayPath, folder, firstLine });
  return diagnostics.filter(({ severity }) => severity === 'error');
}

function fixLine(
  line: string,
  { column, endColumn, code }: Diagnostic,
): { line: string; what: string; text: string } {
  const before = line.slice(0, column - 1);
  const piece = line.slice(column - 1, endColumn - 1);
  const after = line.slice(endColumn - 1);
  const link =
    /^\[(.*)\]\(.*\)$/su.exec(piece) ?? /^\[(.*)\]\[[^\]]*\]$/su.exec(piece) ?? /^<(.*)>$/su.exec(piece);
  if (link !== null)
    return { line: before + (link[1] ?? '') + after, what: 'The words stay, the link went.', text: piece };
  if (piece.startsWith('![')) return { line: before + after, what: 'The photo was left out.', text: piece };
  if (/^\s*:::/u.test(line))
    return { line: line.replace(':::', '\\:::'), what: 'It is plain text now.', text: line.trim() };
  if (code === 'unknown-footnote')
    return { line: `${before}\\${piece}${after}`, what: 'It is plain text now.', text: piece };
  return { line, what: 'Fix it by hand.', text: piece };
}
