/**
 * Articles that are broken as real ones are. What the editor reads of each is in `messages.txt`, for a person to review;
 * `NEWS_RENEW=1 npx vitest run --config tests/vitest.config.ts broken-articles` writes it anew.
 */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { hasErrors } from '../../src/diagnostics/diagnostic.ts';
import { formatReport } from '../../src/diagnostics/report.ts';
import { diagnose } from './diagnose.ts';
import { smallWorld } from './small-world.ts';

const folder = path.resolve(import.meta.dirname, '../fixtures/broken');
const golden = path.join(folder, 'messages.txt');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.md'))
  .map((file) => path.basename(file, '.md'))
  .sort();

const reports = new Map<string, string>();
for (const name of names) {
  const { diagnostics, sources } = await diagnose(
    smallWorld(readFileSync(path.join(folder, `${name}.md`), 'utf8')),
  );
  const report = formatReport(diagnostics, 'terminal', (file) => sources.get(file), false);
  reports.set(name, report.replaceAll('content/articles/2024/fair/index.md', `${name}.md`));
  // Every message says what to do, and an error is what it says it is.
  test(`${name}: each message says what to type`, () => {
    expect(diagnostics).not.toEqual([]);
    for (const { hint } of diagnostics) expect(hint).toMatch(/\w/u);
    expect(hasErrors(diagnostics)).toBe(/ error /u.test(report));
  });
}

test('there are fifty', () => {
  expect(names.length).toBeGreaterThanOrEqual(50);
});

test('the messages are those that have been reviewed', () => {
  const text = [...reports].map(([name, report]) => `======== ${name}\n\n${report}`).join('\n');
  if (process.env.NEWS_RENEW !== undefined) writeFileSync(golden, text);
  expect(text).toBe(readFileSync(golden, 'utf8'));
});
