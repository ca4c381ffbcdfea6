import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { formatReport, type ReportFormat } from '../../src/diagnostics/report.ts';

const diagnostics: readonly Diagnostic[] = [
  {
    code: 'double-space',
    severity: 'warning',
    file: 'content/articles/2024/春节/index.md',
    line: 9,
    column: 4,
    endColumn: 6,
    message: 'There are two or more spaces here instead of one.',
    hint: 'Delete all but one.',
    fix: [{ line: 9, column: 4, endColumn: 6, text: ' ' }],
  },
  {
    code: 'unknown-topic',
    severity: 'error',
    file: 'content/articles/2024/fair/index.md',
    line: 4,
    column: 10,
    endColumn: 17,
    message: '"Reserch" is not a topic.',
  },
];

const report = (format: ReportFormat, list = diagnostics) =>
  formatReport(list, format, () => undefined, false);

/** https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
const gitlabReport = z.array(
  z.strictObject({
    description: z.string().min(1),
    check_name: z.string().min(1),
    fingerprint: z.string().regex(/^[0-9a-f]{64}$/u),
    severity: z.enum(['info', 'minor', 'major', 'critical', 'blocker']),
    location: z.strictObject({
      path: z.string().regex(/^(?!\.?\/)/u),
      lines: z.strictObject({ begin: z.number().int().min(1) }),
    }),
  }),
);

const uri = z.string().regex(/^[\w.~!*'();:@&=+$,/?#[\]%-]*$/u);
const line = z.number().int().min(1);
const message = z.strictObject({ text: z.string().min(1) });
/** The part of SARIF 2.1.0 (OASIS) that is used, with its required properties. */
const sarifLog = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.tuple([
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string().min(1),
          rules: z.array(z.strictObject({ id: z.string().min(1), shortDescription: message })),
        }),
      }),
      columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
      results: z.array(
        z.strictObject({
          ruleId: z.string(),
          ruleIndex: z.number().int().min(0),
          level: z.enum(['none', 'note', 'warning', 'error']),
          message,
          locations: z.tuple([
            z.strictObject({
              physicalLocation: z.strictObject({
                artifactLocation: z.strictObject({ uri }),
                region: z.strictObject({ startLine: line, startColumn: line, endColumn: line }),
              }),
            }),
          ]),
          fixes: z
            .array(
              z.strictObject({
                description: message,
                artifactChanges: z
                  .array(
                    z.strictObject({
                      artifactLocation: z.strictObject({ uri }),
                      replacements: z
                        .array(
                          z.strictObject({
                            deletedRegion: z.strictObject({
                              startLine: line,
                              startColumn: line,
                              endLine: line,
                              endColumn: line,
                            }),
                            insertedContent: z.strictObject({ text: z.string() }),
                          }),
                        )
                        .min(1),
                    }),
                  )
                  .min(1),
              }),
            )
            .optional(),
        }),
      ),
    }),
  ]),
});

describe('reports for machines', () => {
  test('GitLab: a Code Quality report', () => {
    const issues = gitlabReport.parse(JSON.parse(report('gitlab')));
    expect(
      issues.map(({ check_name, severity, location }) => [check_name, severity, location.lines.begin]),
    ).toEqual([
      ['unknown-topic', 'major', 4],
      ['double-space', 'minor', 9],
    ]);
  });

  test('GitLab: a fingerprint stays when lines above change, and two of a kind have two', () => {
    const [first] = diagnostics;
    if (first === undefined) throw new Error('no diagnostic');
    const fingerprints = (list: readonly Diagnostic[]) =>
      gitlabReport.parse(JSON.parse(report('gitlab', list))).map(({ fingerprint }) => fingerprint);
    expect(fingerprints([{ ...first, line: 50 }])).toEqual(fingerprints([first]));
    expect(new Set(fingerprints([first, { ...first, line: 50 }])).size).toBe(2);
  });

  test('SARIF: a log with places, rules and fixes', () => {
    const [run] = sarifLog.parse(JSON.parse(report('sarif'))).runs;
    for (const { ruleId, ruleIndex } of run.results)
      expect(run.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    expect(run.results.map(({ fixes }) => fixes?.length)).toEqual([undefined, 1]);
    expect(run.results[1]?.locations[0].physicalLocation.artifactLocation.uri).toBe(
      'content/articles/2024/%E6%98%A5%E8%8A%82/index.md',
    );
  });

  test('nothing wrong is an empty report, not an empty file', () => {
    expect(JSON.parse(report('json', []))).toEqual([]);
    expect(JSON.parse(report('gitlab', []))).toEqual([]);
    expect(sarifLog.parse(JSON.parse(report('sarif', []))).runs[0].results).toEqual([]);
  });
});

test('of thousands of mistakes in one file the first hundred are shown, and all are counted', () => {
  const [first] = diagnostics;
  if (first === undefined) throw new Error('There is no diagnostic.');
  const many = Array.from({ length: 5000 }, (_, index) => ({ ...first, line: index + 1 }));
  const shown = report('terminal', [...many, ...diagnostics.slice(1)]);
  expect(shown.match(/double-space/gu)).toHaveLength(100);
  expect(shown).toContain(`${first.file} has 4900 more`);
  expect(shown).toContain('unknown-topic');
  expect(shown).toContain('1 error and 5000 warnings in 2 files');
});
