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

/** Calls and notes as programs put them on the clipboard. */
const notes: readonly (readonly [name: string, html: string])[] = [
  [
    'Word',
    `<p class=MsoNormal>One<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]>[1]<![endif]></span></span></a> and two<a href="#_ftn2" name="_ftnref2"><span>[2]</span></a>.</p>
     <div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]>
     <div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> The first.</p></div>
     <div style='mso-element:footnote' id=ftn2><p class=MsoFootnoteText><a href="#_ftnref2" name="_ftn2"><span>[2]</span></a> The second.</p></div></div>`,
  ],
  [
    'Google Docs',
    `<p><span>One</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup><span> and two</span><sup><a href="#ftnt2" id="ftnt_ref2">[2]</a></sup><span>.</span></p><hr>
     <div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;The first.</span></p></div><div><p><a href="#ftnt_ref2" id="ftnt2">[2]</a><span>&nbsp;The second.</span></p></div>`,
  ],
  [
    'LibreOffice',
    `<p>One<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> and two<a class="sdfootnoteanc" name="sdfootnote2anc" href="#sdfootnote2sym"><sup>2</sup></a>.</p>
     <div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>The first.</p></div>
     <div id="sdfootnote2"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote2sym" href="#sdfootnote2anc">2</a>The second.</p></div>`,
  ],
  [
    'a page of a site generator',
    `<p>One<sup id="fnref1"><a href="#fn1">[1]</a></sup> and two<sup id="fnref2"><a href="#fn2">[2]</a></sup>.</p>
     <hr><section><ol><li id="fn1"><p>The first. <a href="#fnref1">↩︎</a></p></li><li id="fn2"><p>The second. <a href="#fnref2">↩︎</a></p></li></ol></section>`,
  ],
];

test.each(notes)('footnotes of %s are footnotes', (_, html) => {
  const { markdown, left } = pasteHtml(html);
  expect(markdown).toBe('One[^1] and two[^2].\n\n[^1]: The first.\n\n[^2]: The second.');
  expect(left).toEqual([]);
});

test('endnotes are numbered apart from footnotes, and a note of two paragraphs stays one', () => {
  const { markdown } = pasteHtml(
    `<p>One<a href="#_ftn1" name="_ftnref1">[1]</a> and two<a href="#_edn1" name="_ednref1">[i]</a>.</p>
     <div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> The first.</p></div>
     <div id=edn1><p><a href="#_ednref1" name="_edn1">[i]</a> The end.</p><p>Of two parts.</p></div>`,
  );
  expect(markdown).toBe('One[^1] and two[^e1].\n\n[^1]: The first.\n\n[^e1]: The end.\\\nOf two parts.');
});

test('a note that was not copied is said to be missing, and no link leads nowhere', () => {
  const { markdown, left } = pasteHtml('<p>One<a href="#_ftn1" name="_ftnref1">[1]</a>.</p>');
  expect(markdown).toBe('One[1].');
  expect(left).toEqual(['A link leads to a place that was not copied with it; its words stay. “[1]”']);
});

test('a table of contents is no list of footnotes', () => {
  const { markdown } = pasteHtml(
    '<p><a href="#a">Part</a></p><h2 id="a">Part</h2><p>Words. <a href="#top">Up</a></p>',
  );
  expect(markdown).toBe('Part\n\n## Part\n\nWords. Up');
});

test('paragraphs of a table cell do not run into one', () => {
  const { markdown, left } = pasteHtml(
    '<table><tr><td><p>Year</p></td><td><p>Sum</p></td></tr><tr><td><p>2025</p></td><td><p>5 * 3</p><p>second line</p></td></tr><tr><td>2026</td><td><p>All.</p><p>Good.</p></td></tr></table>',
  );
  expect(markdown).toContain('| 2025 | 5 \\* 3 / second line |\n| 2026 | All. Good. |');
  expect(left.join('\n')).toContain('Paragraphs of a table cell stand on one line now');
});

test('raised and lowered numbers of Google Docs stay other numbers', () => {
  const { markdown, left } = pasteHtml(
    '<b style="font-weight:normal;"><p><span>10</span><span style="font-size:0.6em;vertical-align:super;">6</span><span> m of H</span><span style="vertical-align:sub">2</span><span>O, </span><sup><span style="vertical-align:super">2</span></sup><span style="vertical-align:baseline">x</span></p></b>',
  );
  expect(markdown).toBe('10⁶ m of H₂O, ²x');
  expect(left).toEqual([]);
});
