/**
 * Report for the preview toolbar about one page: the findings of the check, and how the article looks in links and feeds.
 * Displayed by `assets/scripts/preview-toolbar/`. Pure.
 */

import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import { defined } from '../text/defined.ts';

export interface ToolbarProblem {
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
export interface ToolbarCard {
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
export interface ToolbarEntry {
  readonly title: string;
  readonly authors: readonly string[];
  readonly date: string;
  readonly topics: readonly string[];
  readonly summary: string;
  /** HTML that the feed carries, its addresses turned to those of the preview. */
  readonly html: string;
}

export interface ToolbarArticle {
  readonly file: string;
  readonly open: string;
  readonly card: ToolbarCard;
  readonly entry: ToolbarEntry;
}

export interface ToolbarReport {
  /** Undefined on pages that stand for no article. */
  readonly article?: ToolbarArticle;
  /** Findings in the page's own file and its photos. */
  readonly problems: readonly ToolbarProblem[];
  /** Errors in other files; each of them stops publishing. */
  readonly elsewhere: readonly ToolbarProblem[];
  /** Whether names have been compared with all other texts yet. */
  readonly isComplete: boolean;
}

/** Longer lines are cut around the mistake. */
const excerptLetters = 90;

export function toolbarProblem(
  diagnostic: Diagnostic,
  text: string | undefined,
  open: string,
): ToolbarProblem {
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
    ...defined({ excerpt: ['', '---'].includes(cut.trim()) ? undefined : excerpt }),
    open,
  };
}
