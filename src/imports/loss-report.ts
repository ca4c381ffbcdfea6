/** The losses of a run as people and programs read them. */

import pc from 'picocolors';
import { count } from '../diagnostics/report.ts';
import { terminalText } from '../text/terminal-text.ts';
import type { Loss, LossKind } from './loss.ts';

/** Beyond this a terminal shows the beginning; `--json` has all of it. */
const shownLength = 160;

const order: readonly LossKind[] = ['failed', 'dropped', 'guessed', 'look', 'kept'];

export function sortLosses(losses: readonly Loss[]): Loss[] {
  return [...losses].sort(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      a.line - b.line ||
      order.indexOf(a.kind) - order.indexOf(b.kind) ||
      (a.message < b.message ? -1 : a.message > b.message ? 1 : 0),
  );
}

export function formatLosses(losses: readonly Loss[], useColor: boolean): string {
  const color = pc.createColors(useColor);
  const paint: Readonly<Record<LossKind, (text: string) => string>> = {
    failed: color.red,
    dropped: color.yellow,
    guessed: color.cyan,
    look: color.blue,
    kept: color.green,
  };
  const lines = sortLosses(losses).flatMap(({ kind, file, line, message, text }) => {
    const head = `${color.bold(`${terminalText(file)}:${line}`)} ${paint[kind](kind)} ${terminalText(message)}`;
    if (text === undefined || message.includes(text)) return [head];
    const words = terminalText(text.replace(/\s+/gu, ' '));
    const shown =
      words.length > shownLength
        ? `${words.slice(0, shownLength)}… (${count(words.split(' ').length, 'word')})`
        : words;
    return [head, `    ${color.dim(shown)}`];
  });
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** "3 dropped, 1 guessed". */
export function summarizeLosses(losses: readonly Loss[]): string {
  return order
    .map((kind) => ({ kind, number: losses.filter((loss) => loss.kind === kind).length }))
    .filter(({ number }) => number > 0)
    .map(({ kind, number }) => `${number} ${kind === 'look' ? 'to look at' : kind}`)
    .join(', ');
}
