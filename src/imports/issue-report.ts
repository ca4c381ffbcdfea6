/** The issues of a run as people and programs read them. */

import pc from 'picocolors';
import { count } from '../diagnostics/report.ts';
import { terminalText } from '../text/terminal-text.ts';
import type { ImportIssue, IssueKind } from './import-issue.ts';

/** Beyond this a terminal shows the beginning; `--json` has all of it. */
const maximumWords = 160;

const order: readonly IssueKind[] = ['failed', 'dropped', 'guessed', 'look', 'kept'];

export function sortIssues(issues: readonly ImportIssue[]): ImportIssue[] {
  return [...issues].sort(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      a.line - b.line ||
      order.indexOf(a.kind) - order.indexOf(b.kind) ||
      (a.message < b.message ? -1 : a.message > b.message ? 1 : 0),
  );
}

export function formatIssues(issues: readonly ImportIssue[], useColor: boolean): string {
  const color = pc.createColors(useColor);
  const paint: Readonly<Record<IssueKind, (text: string) => string>> = {
    failed: color.red,
    dropped: color.yellow,
    guessed: color.cyan,
    look: color.blue,
    kept: color.green,
  };
  const lines = sortIssues(issues).flatMap(({ kind, file, line, message, text }) => {
    const head = `${color.bold(`${terminalText(file)}:${line}`)} ${paint[kind](kind)} ${terminalText(message)}`;
    if (text === undefined || message.includes(text)) return [head];
    const words = terminalText(text.replace(/\s+/gu, ' '));
    const excerpt =
      words.length > maximumWords
        ? `${words.slice(0, maximumWords)}… (${count(words.split(' ').length, 'word')})`
        : words;
    return [head, `    ${color.dim(excerpt)}`];
  });
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** "3 dropped, 1 guessed". */
export function summarizeIssues(issues: readonly ImportIssue[]): string {
  return order
    .map((kind) => ({ kind, number: issues.filter((issue) => issue.kind === kind).length }))
    .filter(({ number }) => number > 0)
    .map(({ kind, number }) => `${number} ${kind === 'look' ? 'to look at' : kind}`)
    .join(', ');
}
