import { describe, expect, test } from 'vitest';
import { applyBaseline, emptyBaseline, readBaseline, writeBaseline } from '../../src/checks/baseline.ts';
import type { DiagnosticCode } from '../../src/diagnostics/codes.ts';
import { type Diagnostic, startOf } from '../../src/diagnostics/diagnostic.ts';

function diagnostic(file: string, code: DiagnosticCode, line = 1): Diagnostic {
  return {
    code,
    severity: 'warning',
    ...startOf(`content/${file}`),
    line,
    message: `${code} in line ${line}`,
  };
}

function roundTrip(diagnostics: readonly Diagnostic[]) {
  const reading = readBaseline(writeBaseline(diagnostics, 'content'), 'content');
  if (!reading.ok) throw new Error(reading.diagnostic.message);
  return reading.baseline;
}

const old = [
  diagnostic('b.md', 'double-space'),
  diagnostic('b.md', 'double-space', 9),
  diagnostic('a.md', 'camera-name'),
];

describe('the baseline', () => {
  test('passes over what was there when it was made, wherever it has moved', () => {
    const moved = old.map((one) => ({ ...one, line: one.line + 30 }));
    expect(applyBaseline(moved, roundTrip(old), 'content')).toEqual({ diagnostics: [], passedOver: 3 });
  });

  test('shows all of a kind in a file when there is one more', () => {
    const more = [...old, diagnostic('b.md', 'double-space', 20)];
    expect(applyBaseline(more, roundTrip(old), 'content').diagnostics.map(({ line }) => line)).toEqual([
      1, 9, 20,
    ]);
  });

  test('shows what is new in another file or of another kind', () => {
    const fresh = [diagnostic('c.md', 'double-space'), diagnostic('a.md', 'small-photo')];
    expect(applyBaseline([...old, ...fresh], roundTrip(old), 'content').diagnostics).toEqual(fresh);
  });

  test('never passes over what stops a build', () => {
    const error: Diagnostic = { ...diagnostic('a.md', 'broken-link'), severity: 'error' };
    expect(roundTrip([error])).toEqual(emptyBaseline);
    const forged = { version: 1, files: { 'a.md': { 'broken-link': 5 } } } as const;
    expect(applyBaseline([error], forged, 'content').diagnostics).toEqual([error]);
  });

  test('is sorted, so that a change is a small diff', () => {
    expect(writeBaseline(old, 'content')).toBe(writeBaseline([...old].reverse(), 'content'));
    expect(writeBaseline(old, 'content')).toMatch(/"a\.md"[\s\S]*"b\.md"/u);
  });

  test.each(['{', '[]', '{"version":2,"files":{}}', '{"version":1,"files":{"a.md":{"x":-1}}}'])(
    'that is damaged is said to be: %s',
    (text) => {
      const reading = readBaseline(text, 'content');
      expect(reading.ok ? undefined : reading.diagnostic).toMatchObject({
        code: 'invalid-json',
        file: 'content/.check-baseline.json',
      });
    },
  );
});
