/** The issues of a run in a terminal: a summary by kind, each message once with its number and an example, then what to do. */

import pc from 'picocolors';
import { count } from '../diagnostics/report.ts';
import { terminalText } from '../text/terminal-text.ts';
import { groupIssues, kindOrder } from './group-issues.ts';
import type { ImportIssue, IssueKind } from './import-issue.ts';

/** Beyond this a terminal shows the beginning; `--json` and the page have all of it. */
const maximumWords = 160;
/** Messages that a terminal shows; the page has all. */
const maximumGroups = 60;

export function formatIssues(issues: readonly ImportIssue[], useColor: boolean): string {
  const color = pc.createColors(useColor);
  const paint: Readonly<Record<IssueKind, (text: string) => string>> = {
    failed: color.red,
    dropped: color.yellow,
    guessed: color.cyan,
    look: color.blue,
    kept: color.green,
  };
  const groups = groupIssues(issues);
  const lines = groups.slice(0, maximumGroups).flatMap(({ kind, message, issues: own }) => {
    const [first] = own;
    if (first === undefined) return [];
    const times = own.length === 1 ? '' : ` ${color.bold(`${own.length.toLocaleString('en')} times`)}`;
    const place = color.dim(`${own.length === 1 ? '' : 'such as '}${terminalText(first.file)}:${first.line}`);
    const { text } = first;
    const words =
      text === undefined || message.includes(text) ? '' : terminalText(text.replace(/\s+/gu, ' '));
    const excerpt =
      words.length > maximumWords
        ? `${words.slice(0, maximumWords)}… (${count(words.split(' ').length, 'word')})`
        : words;
    return [
      `${paint[kind](kind)}${times} ${terminalText(message)}`,
      `    ${place}${excerpt === '' ? '' : `  ${color.dim(excerpt)}`}`,
    ];
  });
  const rest = groups.length - maximumGroups;
  if (rest > 0) lines.push(color.dim(`… and ${count(rest, 'message')} more, all of them in the page below.`));
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** "3 dropped, 1 guessed". */
export function summarizeIssues(issues: readonly ImportIssue[]): string {
  return kindOrder
    .map((kind) => ({ kind, number: issues.filter((issue) => issue.kind === kind).length }))
    .filter(({ number }) => number > 0)
    .map(({ kind, number }) => `${number.toLocaleString('en')} ${kind === 'look' ? 'to look at' : kind}`)
    .join(', ');
}
