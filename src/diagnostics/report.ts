/** Diagnostics as people and programs read them. */

import pc from 'picocolors';
import { terminalText } from '../text/terminal-text.ts';
import { codeFrame } from './code-frame.ts';
import { type Diagnostic, sortDiagnostics } from './diagnostic.ts';
import { formatGithub } from './report-github.ts';
import { formatGitlab } from './report-gitlab.ts';
import { formatSarif } from './report-sarif.ts';

export const reportFormats = ['terminal', 'json', 'github', 'gitlab', 'sarif'] as const;

export type ReportFormat = (typeof reportFormats)[number];

/** Gives the text of a file for its code frame, or undefined when it cannot be shown. */
export type SourceOf = (file: string) => string | undefined;

export function formatReport(
  diagnostics: readonly Diagnostic[],
  format: ReportFormat,
  sourceOf: SourceOf,
  useColor: boolean,
  explanations: ReadonlyMap<string, string> = new Map(),
): string {
  const sorted = sortDiagnostics(diagnostics);
  switch (format) {
    case 'json':
      return inertJson(`${JSON.stringify(sorted, null, 2)}\n`);
    case 'github':
      return formatGithub(sorted);
    case 'gitlab':
      return inertJson(formatGitlab(sorted));
    case 'sarif':
      return inertJson(formatSarif(sorted, explanations));
    case 'terminal':
      return formatTerminal(sorted, sourceOf, useColor);
  }
}

/** The same JSON, in which no text reads as a command (`##[name]`) where a CI system shows it in a log. */
function inertJson(json: string): string {
  return json.replaceAll('##[', '#\\u0023[');
}

/** Of one file: more are fixed no sooner for being shown, and each frame is cut out of the whole file. */
const maximumShown = 100;

function formatTerminal(diagnostics: readonly Diagnostic[], sourceOf: SourceOf, useColor: boolean): string {
  const color = pc.createColors(useColor);
  const counts = new Map<string, number>();
  const parts = diagnostics.flatMap((diagnostic): string[] => {
    const number = (counts.get(diagnostic.file) ?? 0) + 1;
    counts.set(diagnostic.file, number);
    if (number > maximumShown) return [];
    const isError = diagnostic.severity === 'error';
    const paint = isError ? color.red : color.yellow;
    const place = `${terminalText(diagnostic.file)}:${diagnostic.line}:${diagnostic.column}`;
    const head = `${color.bold(place)} ${paint(diagnostic.severity)} ${color.dim(diagnostic.code)}`;
    const lines = [head, `  ${terminalText(diagnostic.message)}`];
    if (diagnostic.hint !== undefined) lines.push(`  ${color.cyan(terminalText(diagnostic.hint))}`);
    const source = sourceOf(diagnostic.file);
    const frame = source === undefined ? '' : codeFrame(source, diagnostic, { mark: paint, dim: color.dim });
    if (frame !== '') lines.push(frame);
    return [`${lines.join('\n')}\n`];
  });
  for (const [file, number] of counts) {
    if (number > maximumShown)
      parts.push(`${color.bold(terminalText(file))} has ${number - maximumShown} more; fix these first.\n`);
  }
  return parts.length === 0 ? '' : `${parts.join('\n')}\n${summarize(diagnostics)}\n`;
}

/** "2 errors and 1 warning in 2 files". */
function summarize(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const files = new Set(diagnostics.map((diagnostic) => diagnostic.file)).size;
  const counts = [
    ...(errors > 0 ? [count(errors, 'error')] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
  ];
  return `${counts.join(' and ')} in ${count(files, 'file')}`;
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
