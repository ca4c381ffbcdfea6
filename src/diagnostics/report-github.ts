/** GitHub Actions: one workflow command a diagnostic, which GitHub shows beside the line of the pull request. */

import { terminalText } from '../text/terminal-text.ts';
import type { Diagnostic } from './diagnostic.ts';

/** The grammar reserves `%`, line breaks, and `:` and `,` in properties. */
export function formatGithub(diagnostics: readonly Diagnostic[]): string {
  const data = (text: string) => terminalText(text).replaceAll('%', '%25');
  const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return diagnostics
    .map(
      ({ severity, file, line, column, endColumn, code, message, hint }) =>
        `::${severity} file=${property(file)},line=${line},col=${column},endColumn=${endColumn},` +
        `title=${property(code)}::${data(hint === undefined ? message : `${message} ${hint}`)}\n`,
    )
    .join('');
}
