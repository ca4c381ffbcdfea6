/** Page shown while the site cannot be assembled: the errors that prevent it. */

import type { Sources } from '../content/document-reader.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { formatReport } from '../diagnostics/report.ts';

export interface Problems {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
}

export function problemsPage({ diagnostics, sources }: Problems): string {
  const report = formatReport(diagnostics, 'terminal', (file) => sources.get(file), false)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');
  return (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>The site cannot be shown yet</title>' +
    '<meta name="viewport" content="width=device-width, initial-scale=1">' +
    `<body><main><h1>The site cannot be shown yet</h1><p>Fix this and save; the page follows by itself.</p><pre>${report}</pre></main></body></html>`
  );
}
