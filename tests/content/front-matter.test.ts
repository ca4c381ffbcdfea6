/**
 * Every file of `tests/fixtures/front-matter`: a title, what an editor types, and what the editor is told, as the
 * terminal shows it. `site.txt` holds settings of the site, the others front matter of an article.
 */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { articleReport, siteReport } from './report-on.ts';

const folder = path.resolve(import.meta.dirname, '../fixtures/front-matter');
const fixture = /^(\S.*)\n\.\n([\s\S]*?)\n?^\.\n([\s\S]*?)\n?^\.$/gmu;

for (const name of readdirSync(folder).sort()) {
  const text = readFileSync(path.join(folder, name), 'utf8');
  describe(name.replace('.txt', ''), () => {
    for (const [, title = '', typed = '', told = ''] of text.matchAll(fixture)) {
      test(title, () => {
        expect(name === 'site.txt' ? siteReport(typed) : articleReport(typed)).toBe(told);
      });
    }
  });
}

test('every fixture is complete', () => {
  for (const name of readdirSync(folder)) {
    const text = readFileSync(path.join(folder, name), 'utf8');
    const dots = text.split('\n').filter((line) => line === '.').length;
    expect(dots, name).toBe([...text.matchAll(fixture)].length * 3);
  }
});
