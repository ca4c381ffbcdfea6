/**
 * A diagnostic: one thing that is wrong with what an editor wrote, at one place in one file.
 * Bad content becomes diagnostics, which are collected and shown together; it is never thrown.
 *
 * Lines and columns count from 1; columns count UTF-16 code units, as editors do.
 */

import type { DiagnosticCode } from './codes.ts';

export type Severity = 'error' | 'warning';

export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** Path from the project's folder, with forward slashes: `content/articles/2024/fair/index.md`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The column after the last marked character, on the same line. */
  readonly endColumn: number;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** What to do or to type instead. */
  readonly hint?: string;
  /** What a machine can type instead without asking what was meant; `news check --fix` does. */
  readonly fix?: readonly Edit[];
}

/** One replacement within one line of the diagnostic's file. */
export interface Edit {
  readonly line: number;
  readonly column: number;
  /** The column after the last replaced character. */
  readonly endColumn: number;
  readonly text: string;
}

/** A place in a file, as a diagnostic needs it. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

/** The start of a file: where a diagnostic points when it concerns the file as a whole. */
export function startOf(file: string): Place {
  return { file, line: 1, column: 1, endColumn: 1 };
}

/** Sorts by file, then by position, then by code, so that one run prints the same order everywhere. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compareText(a.code, b.code) ||
      compareText(a.message, b.message),
  );
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/** Code-unit order: the same on every machine, whatever its locale. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
