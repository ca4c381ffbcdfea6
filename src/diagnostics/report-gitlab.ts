/** GitLab Code Quality: a JSON list that GitLab shows in the merge request. Lines only; it knows no columns. */

import { createHash } from 'node:crypto';
import type { Diagnostic } from './diagnostic.ts';

export function formatGitlab(diagnostics: readonly Diagnostic[]): string {
  const seen = new Map<string, number>();
  const issues = diagnostics.map(({ file, line, code, severity, message, hint }) => {
    // GitLab tells old from new by the fingerprint: it must not change when the lines above do.
    const identity = `${file}\0${code}\0${message}`;
    const copy = seen.get(identity) ?? 0;
    seen.set(identity, copy + 1);
    return {
      description: hint === undefined ? message : `${message} ${hint}`,
      check_name: code,
      fingerprint: createHash('sha256').update(`${identity}\0${copy}`).digest('hex'),
      severity: severity === 'error' ? 'major' : 'minor',
      location: { path: file, lines: { begin: line } },
    };
  });
  return `${JSON.stringify(issues, null, 2)}\n`;
}
