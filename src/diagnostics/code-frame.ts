/** The lines around a place in a file, with the place marked, as compilers show it. */

import { terminalText } from '../text/terminal-text.ts';

export interface FrameColors {
  readonly mark: (text: string) => string;
  readonly dim: (text: string) => string;
}

interface FramePlace {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

/** A longer line is cut around the mark: a paragraph is one line in Markdown. */
const maximumWidth = 96;

/**
 * @param text the whole file, lines separated by `\n`
 * @param place line and columns from 1; a line past the end gives an empty frame
 */
export function codeFrame(text: string, place: FramePlace, colors: FrameColors): string {
  const lines = text.split('\n');
  if (place.line > lines.length) return '';
  const first = Math.max(1, place.line - 1);
  const last = Math.min(lines.length, place.line + 1);
  const gutter = String(last).length;
  const output: string[] = [];
  for (let number = first; number <= last; number += 1) {
    const source = lines[number - 1] ?? '';
    const label = String(number).padStart(gutter);
    if (number !== place.line) {
      output.push(colors.dim(`    ${label} | ${cut(source, 0)}`).trimEnd());
      continue;
    }
    const start = Math.max(0, Math.min(place.column - 1, source.length));
    const end = Math.max(start + 1, place.endColumn - 1);
    const from = start > maximumWidth - 24 ? start - 32 : 0;
    const lead = from > 0 ? '…' : '';
    const shown = cut(source, from);
    const visibleEnd = Math.min(end, from + maximumWidth);
    output.push(`${colors.mark('  >')} ${label} | ${lead}${shown}`.trimEnd());
    const indent = displayWidth(lead + terminalText(source.slice(from, start)));
    const width = Math.max(1, displayWidth(terminalText(source.slice(start, visibleEnd))));
    output.push(`    ${' '.repeat(gutter)} | ${' '.repeat(indent)}${colors.mark('^'.repeat(width))}`);
  }
  return output.join('\n');
}

function cut(source: string, from: number): string {
  const piece = source.slice(from, from + maximumWidth);
  return terminalText(piece) + (from + maximumWidth < source.length ? '…' : '');
}

/** Columns on a terminal: East Asian wide characters take two. */
function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += wide.test(character) ? 2 : 1;
  return width;
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}]/u;
