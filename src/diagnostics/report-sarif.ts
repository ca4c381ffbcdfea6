/** SARIF 2.1.0, which code hosts and editors read; with the replacements of what a machine can fix. */

import type { Diagnostic, Edit } from './diagnostic.ts';

/** @param explanations a sentence by code */
export function formatSarif(
  diagnostics: readonly Diagnostic[],
  explanations: ReadonlyMap<string, string>,
): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'newsroom',
            rules: codes.map((code) => ({
              id: code,
              shortDescription: { text: explanations.get(code) ?? code },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((diagnostic) => ({
          ruleId: diagnostic.code,
          ruleIndex: codes.indexOf(diagnostic.code),
          level: diagnostic.severity,
          message: { text: words(diagnostic) },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(diagnostic.file) },
                region: {
                  startLine: diagnostic.line,
                  startColumn: diagnostic.column,
                  endColumn: diagnostic.endColumn,
                },
              },
            },
          ],
          ...(diagnostic.fix === undefined ? {} : { fixes: [fixOf(diagnostic, diagnostic.fix)] }),
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function fixOf({ file, hint, message }: Diagnostic, edits: readonly Edit[]) {
  return {
    description: { text: hint ?? message },
    artifactChanges: [
      {
        artifactLocation: { uri: encodeURI(file) },
        replacements: edits.map(({ line, column, endColumn, text }) => ({
          deletedRegion: { startLine: line, startColumn: column, endLine: line, endColumn },
          insertedContent: { text },
        })),
      },
    ],
  };
}

function words({ message, hint }: Diagnostic): string {
  return hint === undefined ? message : `${message} ${hint}`;
}
