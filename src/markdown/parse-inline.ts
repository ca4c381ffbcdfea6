/** One line of inline Markdown, such as a caption. Never throws. */

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { joinLines } from '../text/line-ends.ts';
import type { Html } from './block.ts';
import { dialect } from './dialect.ts';
import { DialectState } from './dialect-state.ts';
import { htmlPieces } from './html-pieces.ts';
import { inlineText } from './inline-text.ts';
import type { ParseOptions } from './parse-options.ts';
import { resolveLinks } from './resolve-links.ts';

export interface ParsedInline {
  readonly html: Html;
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

export function parseInline(source: string, { file, folder, firstLine }: ParseOptions): ParsedInline {
  const state = new DialectState();
  const place = { line: firstLine, column: 1, endColumn: 1 };
  const [inline] = dialect.parseInline(joinLines(source).replace(/\s+/gu, ' '), state);
  // A footnote has no place in a caption: its text would end up under the story's notes.
  const tokens = (inline?.children ?? []).filter(({ type }) => type !== 'footnote_ref');
  const { diagnostics } = resolveLinks(tokens, { state, folder, file, placeOf: () => place });
  const notices = state.inlineNotices.map(
    ({ code, severity, message, hint }): Diagnostic => ({ code, severity, file, ...place, message, hint }),
  );
  return {
    html: htmlPieces(dialect.renderer.renderInline(tokens, dialect.options, state), state.targetList),
    text: inlineText(tokens).trim(),
    diagnostics: [...diagnostics, ...notices],
  };
}
