/** The Markdown dialect: bodies and captions. */

import { parseBody } from '../../../src/markdown/parse-body.ts';
import { parseInline } from '../../../src/markdown/parse-inline.ts';
import { hostileMarkdown } from '../../fixtures/hostile-pieces.ts';
import { foreignHtml, htmlOf } from '../../markdown/foreign-html.ts';
import { type FuzzTarget, must } from '../fuzz-target.ts';
import { bodiesOf, readFixtures, stories } from '../seeds.ts';

const place = { file: 'content/articles/2024/fair/index.md', folder: 'articles/2024/fair', firstLine: 5 };
/** The oracle reads HTML slower than the dialect writes it; long texts are about time. */
const longestJudged = 50_000;

export const target: FuzzTarget = {
  seeds: [...readFixtures('markdown'), ...bodiesOf(stories())],
  pieces: hostileMarkdown,
  run: (text) => {
    const { body, diagnostics } = parseBody(text, place);
    const lines = text.split('\n').length;
    for (const { line, column } of diagnostics)
      must(line >= place.firstLine && line < place.firstLine + lines && column >= 1, 'a place outside');
    if (text.length > longestJudged) return;
    const inline = text.replaceAll('\n', ' ');
    const found = [...body.blocks.flatMap(htmlOf), parseInline(inline, place).html].flatMap(foreignHtml);
    must(found.length === 0, `foreign HTML: ${[...new Set(found)].join(' ')}`);
  },
};
