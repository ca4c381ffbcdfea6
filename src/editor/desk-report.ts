/**
 * What the preview tells editors about the page before them: the check's findings, and how the article looks elsewhere.
 * The browser's script (`assets/scripts/desk/`) shows it. Pure.
 */

import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import { defined } from '../text/defined.ts';

export interface DeskProblem {
  readonly code: string;
  readonly severity: Severity;
  readonly file: string;
  readonly line: number;
  readonly message: string;
  readonly hint?: string;
  /** The line as it is typed, cut around the mistake. */
  readonly excerpt?: string;
  /** Opens the place in the editor's program. */
  readonly open: string;
}

/** A link to the article as other services show it. */
export interface DeskCard {
  readonly host: string;
  readonly title: string;
  readonly description: string;
  readonly image: {
    readonly href: string;
    readonly widthPx: number;
    readonly heightPx: number;
    readonly alt: string;
  };
}

/** The article as feed readers show it. */
export interface DeskEntry {
  readonly title: string;
  readonly authors: readonly string[];
  readonly date: string;
  readonly topics: readonly string[];
  readonly summary: string;
  /** HTML that the feed carries, its addresses turned to those of the preview. */
  readonly html: string;
}

export interface DeskArticle {
  readonly file: string;
  readonly open: string;
  readonly card: DeskCard;
  readonly entry: DeskEntry;
}

export interface DeskReport {
  /** Undefined on pages that no file of the content is. */
  readonly article?: DeskArticle;
  /** Of the file that is shown and of its photos. */
  readonly problems: readonly DeskProblem[];
  /** Errors of other files: the site cannot be published while there are any. */
  readonly elsewhere: readonly DeskProblem[];
  /** Whether names have been compared with all other texts yet. */
  readonly isComplete: boolean;
}

/** Longer lines are cut around the mistake. */
const excerptLetters = 90;

export function deskProblem(diagnostic: Diagnostic, text: string | undefined, open: string): DeskProblem {
  const { code, severity, file, line, column, message, hint } = diagnostic;
  const typed = text?.split('\n')[line - 1] ?? '';
  const from = column > excerptLetters - 20 ? column - 30 : 0;
  const cut = typed.slice(from, from + excerptLetters);
  const excerpt = `${from > 0 ? '…' : ''}${cut.trim()}${from + excerptLetters < typed.length ? '…' : ''}`;
  return {
    code,
    severity,
    file,
    line,
    message,
    ...defined({ hint }),
    ...(cut.trim() === '' || cut.trim() === '---' ? {} : { excerpt }),
    open,
  };
}
