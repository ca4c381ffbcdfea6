import { expect, test } from 'vitest';
import { escapeHtml, textOfHtml } from '../../src/text/html.ts';

test('text is the same after it was written as HTML and read again', () => {
  for (const text of ['a < b & c > "d"', '&amp;lt;', '鱼 & 火'])
    expect(textOfHtml(escapeHtml(text))).toBe(text);
});

test('markup inside a word parts nothing, the end of a paragraph does', () => {
  expect(textOfHtml('<p>炼<em>钢</em>的人</p>\n<p>Second <a href="/x">par</a>t.</p>')).toBe(
    '炼钢的人 Second part.',
  );
});
