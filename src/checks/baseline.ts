/**
 * The baseline: how many warnings of each kind every story had when the newsroom began to check. So many are passed
 * over; one more, and all of the kind are shown in that story. Counts, not lines: they stay true while a story is edited
 * elsewhere. Only kinds whose level can be set can be in it.
 */

import { z } from 'zod';
import { type Diagnostic, startOf } from '../diagnostics/diagnostic.ts';
import { unfinishedMerge } from '../diagnostics/unfinished-merge.ts';
import { isAdjustable } from './levels.ts';

const baselineSchema = z.strictObject({
  version: z.literal(1),
  /** By file relative to `content/`, then by code. */
  files: z.record(z.string(), z.record(z.string(), z.number().int().min(1))),
});

export type Baseline = Readonly<z.output<typeof baselineSchema>>;

/** Relative to `content/`. Hidden, as it is none of the editors' files. */
export const baselineFile = '.check-baseline.json';

export const emptyBaseline: Baseline = { version: 1, files: {} };

export type BaselineReading =
  | { readonly ok: true; readonly baseline: Baseline }
  | { readonly ok: false; readonly diagnostic: Diagnostic };

export function readBaseline(text: string, displayFolder: string): BaselineReading {
  const wrong = (message: string): BaselineReading => ({
    ok: false,
    diagnostic: {
      code: 'invalid-json',
      severity: 'error',
      ...startOf(`${displayFolder}/${baselineFile}`),
      message,
      hint: 'Restore the file from git, or make it anew: npx news check --update-baseline',
    },
  });
  const merge = unfinishedMerge(text, `${displayFolder}/${baselineFile}`);
  if (merge !== undefined) {
    const hint = 'Make the file anew: npx news check --update-baseline';
    return { ok: false, diagnostic: { ...merge, hint } };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return wrong('The baseline of the check is not valid JSON.');
  }
  const result = baselineSchema.safeParse(value);
  return result.success
    ? { ok: true, baseline: result.data }
    : wrong('The baseline of the check does not hold counts by file and code.');
}

export interface Grandfathered {
  readonly diagnostics: readonly Diagnostic[];
  /** How many were passed over. */
  readonly passedOver: number;
}

export function applyBaseline(
  diagnostics: readonly Diagnostic[],
  baseline: Baseline,
  displayFolder: string,
): Grandfathered {
  const counts = countByKind(diagnostics, displayFolder);
  const kept = diagnostics.filter(({ file, code }) => {
    const relative = file.slice(displayFolder.length + 1);
    const allowed = isAdjustable(code) ? (baseline.files[relative]?.[code] ?? 0) : 0;
    return (counts.get(relative)?.get(code) ?? 0) > allowed;
  });
  return { diagnostics: kept, passedOver: diagnostics.length - kept.length };
}

/** The baseline that passes over all of these, as the text of its file: sorted, so that git shows what changed. */
export function writeBaseline(diagnostics: readonly Diagnostic[], displayFolder: string): string {
  const counts = countByKind(
    diagnostics.filter(({ code }) => isAdjustable(code)),
    displayFolder,
  );
  const sorted = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  const files = Object.fromEntries(
    sorted(counts).map(([file, codes]) => [file, Object.fromEntries(sorted(codes))]),
  );
  return `${JSON.stringify({ version: 1, files } satisfies Baseline, null, 2)}\n`;
}

function countByKind(
  diagnostics: readonly Diagnostic[],
  displayFolder: string,
): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const { file, code } of diagnostics) {
    const relative = file.slice(displayFolder.length + 1);
    const codes = counts.get(relative) ?? new Map<string, number>();
    codes.set(code, (codes.get(code) ?? 0) + 1);
    counts.set(relative, codes);
  }
  return counts;
}
