/** What is pasted from other programs becomes our Markdown. The HTML is as those programs put it on the clipboard. */

import { expect, test } from 'vitest';
import { pasteHtml } from '../../../src/imports/html/paste-html.ts';

test('a web page: headings, links and lists', () => {
  const { markdown, left } = pasteHtml(
    '<h1>Fair</h1><p>At <a href="https://example.com/x" onclick="evil()">the <b>gate</b></a>.</p><ul><li>one</li><li>two</li></ul><script>evil()</script>',
  );
  expect(markdown).toBe('## Fair\n\nAt [the **gate**](https://example.com/x).\n\n- one\n- two');
  expect(left).toEqual([]);
});

test('Google Docs: bold by style, a wrapper that is not bold', () => {
  const { markdown } = pasteHtml(
    '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400;">A </span><span style="font-weight:700;">bold</span><span style="font-style:italic;"> and slanted</span></p></b>',
  );
  expect(markdown).toBe('A **bold** *and slanted*');
});

test('Word: list entries that are paragraphs, comments and its own elements', () => {
  const entry = (mark: string, text: string, level = 1): string =>
    `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${mark}<span>&nbsp; </span></span><![endif]>${text}<o:p></o:p></p>`;
  const { markdown } = pasteHtml(
    `<html><head><style>p {color: red}</style></head><body><!--StartFragment--><p class=MsoNormal>Before<o:p></o:p></p>${entry('·', 'One')}${entry('o', 'Inside', 2)}${entry('·', 'Two')}<p class=MsoNormal>Between</p>${entry('1.', 'First')}${entry('2.', 'Second')}<!--EndFragment--></body></html>`,
  );
  expect(markdown).toBe('Before\n\n- One\n  - Inside\n- Two\n\nBetween\n\n1. First\n2. Second');
});

test('Excel: cells become a table', () => {
  const { markdown } = pasteHtml(
    '<table><tr><td>Year</td><td>Students</td></tr><tr><td>2024</td><td>1 | 2</td></tr></table>',
  );
  expect(markdown).toMatch(/^\| Year \| Students \|\n\|[ -]+\|[ -]+\|\n\| 2024 \| 1 \\\| 2 \|$/u);
});

test('pictures are named as left', () => {
  const { markdown, left } = pasteHtml(
    '<p>E = mc<sup>2</sup></p><p><img src="file:///C:/a.png" alt="A lake"></p>',
  );
  expect(markdown).toBe('E = mc²');
  expect(left.join('\n')).toContain('A picture (“A lake”) was not taken');
});
