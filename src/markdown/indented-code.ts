/** Finds the parts of a text that are code only because four spaces stand before their lines. Never throws. */

import { dialect } from './dialect.ts';
import { DialectState } from './dialect-state.ts';

export interface IndentedCode {
  /** In the file, from 1. */
  readonly line: number;
  readonly text: string;
}

/** Cheap: most texts have no such line. */
const indented = /^(?: {4}|\t| {1,3}\t)[ \t]*\S/mu;

/** @param firstLine line in the file of the source's first line, from 1 */
export function indentedCode(source: string, firstLine: number): IndentedCode[] {
  if (!indented.test(source)) return [];
  try {
    return dialect
      .parse(source, new DialectState())
      .flatMap(({ type, map, content }) =>
        type === 'code_block' && map !== null ? [{ line: firstLine + map[0], text: content }] : [],
      );
  } catch {
    // The parser has its own diagnostic for such a text.
    return [];
  }
}
