/**
 * Lighthouse's scores of one page, on its mobile profile. It is fetched by npx when the audit runs and is no dependency
 * of the project: with it, every `npm ci` would take three times as long.
 */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { chromiumFlags } from '../browser/chromium-path.ts';

/** The last that runs on Node 20. */
const lighthouse = 'lighthouse@12.8.2';

const auditReference = z.looseObject({ id: z.string(), weight: z.number() });
const reportSchema = z.looseObject({
  categories: z.record(
    z.string(),
    z.looseObject({
      title: z.string(),
      score: z.number().nullable(),
      auditRefs: z.array(auditReference),
    }),
  ),
  audits: z.record(
    z.string(),
    z.looseObject({
      title: z.string(),
      score: z.number().nullable(),
      displayValue: z.string().optional(),
    }),
  ),
});

export interface CategoryScore {
  readonly category: string;
  /** 0 to 100. */
  readonly score: number;
  /** What keeps it from being whole. */
  readonly reasons: readonly string[];
}

export async function lighthouseScores(
  address: string,
  chromePath: string,
): Promise<readonly CategoryScore[]> {
  const flags = ['--headless=new', ...chromiumFlags].join(' ');
  const args = ['--yes', lighthouse, address, '--output=json', '--quiet', `--chrome-flags=${flags}`];
  const { stdout } = await promisify(execFile)('npx', args, {
    maxBuffer: 256 * 1024 * 1024,
    env: { ...process.env, CHROME_PATH: chromePath },
  });
  const { categories, audits } = reportSchema.parse(JSON.parse(stdout));
  return Object.values(categories).map(({ title, score, auditRefs }) => ({
    category: title,
    score: Math.round((score ?? 0) * 100),
    reasons: auditRefs
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => `${audits[id]?.title} ${audits[id]?.displayValue ?? ''}`.trim()),
  }));
}
