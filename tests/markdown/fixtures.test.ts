/**
 * Every file of `tests/fixtures/markdown`: what is typed, a line with a dot, and what becomes of it, after a line that
 * says what is shown. Places are `line:from-to` in the text as typed.
 */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseBody } from '../../src/markdown/parse-body.ts';
import { printBody } from './print-body.ts';

const folder = path.resolve(import.meta.dirname, '../fixtures/markdown');

/** Title, what is typed, what becomes of it. */
const fixture = /^(\S.*)\n\.\n([\s\S]*?)\n?^\.\n([\s\S]*?)\n?^\.$/gmu;

for (const name of readdirSync(folder).sort()) {
  const text = readFileSync(path.join(folder, name), 'utf8');
  describe(name.replace('.txt', ''), () => {
    for (const [, title = '', typed = '', becomes = ''] of text.matchAll(fixture)) {
      test(title, () => {
        const parsed = parseBody(typed, {
          file: 'content/articles/2024/fair/index.md',
          folder: 'articles/2024/fair',
          firstLine: 1,
        });
        expect(printBody(parsed)).toBe(becomes);
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
