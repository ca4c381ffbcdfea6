/** Small pieces of HTML as Markdown that reads as the page did. */

import { describe, expect, test } from 'vitest';
import { LabelWords } from '../../../src/imports/facts/label-words.ts';
import { readHtmlBody } from '../../../src/imports/html/html-body.ts';
import { parseHtml } from '../../../src/imports/html/html-tree.ts';
import { config } from '../import-config.ts';

const labels = new LabelWords(config);

function read(html: string) {
  const $ = parseHtml(html);
  const body = readHtmlBody($, $('body'), {
    displayPath: 'page.html',
    labels,
    withoutFacts: true,
    findPhoto: (file) => ({ kind: 'file', file }),
  });
  const text = body.blocks.map((block) =>
    block.kind === 'markdown'
      ? block.text
      : block.photos
          .map(({ source, caption = '' }) => `![](${source.kind === 'file' ? source.file : ''} "${caption}")`)
          .join('\n'),
  );
  return { text: text.join('\n\n').replaceAll(/import:1:/gu, ''), issues: body.issues };
}

describe('emphasis that ends in the midst of a word', () => {
  test.each([
    ['<b>Date:</b>May', '**Date**:May'],
    ['text<b>“quoted”</b>text', 'text“**quoted**”text'],
    ['word<b>.bold</b>word', 'word.**bold**word'],
    ['<i>*</i>Note', '\\*Note'],
    ['foo<i>(bar)</i>baz', 'foo(*bar*)baz'],
    ['<b>5 *</b>x', '**5** \\*x'],
    ['<del>old.</del>new', '~~old~~.new'],
    ['<b>text <code>x</code></b>y', 'text `x`y'],
    ['<b>Note!</b> x', '**Note!** x'],
    ['<b>Q?</b><br>A', '**Q?**\\\nA'],
    ['<span><b>Who:</b></span>She', '**Who**:She'],
    ['<strong><em>both</em></strong><em>tail</em>', '***both***_tail_'],
    ['中文<b>“强调”</b>中文', '中文**“强调”**中文'],
  ])('%s', (html, wanted) => {
    expect(read(`<p>${html}</p>`)).toEqual({ text: wanted, issues: [] });
  });
});

test.each([
  [
    'a list after a list',
    '<ol><li>a</li></ol><ol><li>b</li></ol><ul><li>c</li></ul><ul><li>d</li></ul>',
    '1. a\n\n1) b\n\n- c\n\n* d',
  ],
  [
    'an entry with a paragraph behind its text',
    '<ul><li>a<p>b</p></li><li><p>c</p></li></ul>',
    '- a\n\n  b\n- c',
  ],
  [
    'terms and definitions',
    '<dl><dt>A</dt><dt>B</dt><dd>D<ul><li>x</li></ul></dd><dt>C</dt><dd>c</dd><dd>d</dd></dl>',
    '**A**\\\n**B**\n\nD\n\n- x\n\n**C**\\\nc\\\nd',
  ],
  ['a heading that ends with a sign of headings', '<h2>Class #</h2><h2>C#</h2>', '## Class \\#\n\n## C#'],
  ['two line ends in emphasis', '<p><b>one<br><br>two</b></p>', '**one**\n\n**two**'],
  [
    'a table with its caption, and its foot at its end',
    '<table><caption>Cap</caption><thead><tr><th>h</th><th>X</th></tr></thead><tfoot><tr><td>sum</td><td>9</td></tr></tfoot><tbody><tr><td>a</td><td>4</td></tr></tbody></table>',
    'Cap\n\n| h | X |\n| --- | --- |\n| a | 4 |\n| sum | 9 |',
  ],
  [
    'lists in cells',
    '<table><tr><th>a</th><th>b</th></tr><tr><td><ul><li>1</li><li>2</li></ul></td><td>- y</td></tr></table>',
    '| a | b |\n| --- | --- |\n| 1 / 2 | \\- y |',
  ],
  [
    'readings without brackets of their own',
    '<p><ruby>漢<rt>hàn</rt></ruby>字 <ruby>東<rp>(</rp><rt>x</rt><rp>)</rp></ruby></p>',
    '漢(hàn)字 東(x)',
  ],
  [
    'a slideshow',
    '<ul class="slides"><li><img src="a.jpg"><p>One</p></li><li><a href="b.jpg"><img src="b-300x200.jpg"></a><p>Two <b>b</b></p></li></ul>',
    '![](a.jpg "One")\n![](b.jpg "Two **b**")',
  ],
  [
    'a figure whose picture is a link to itself',
    '<figure><a href="b.jpg"><img src="b-300x200.jpg"></a></figure><p>Text.</p>',
    '![](b.jpg "")\n\nText.',
  ],
  [
    'films beside the page',
    '<p>T.</p><video controls><source src="media/f.mp4"></video>',
    'T.\n\n[f.mp4](media%2Ff.mp4)',
  ],
])('%s', (_name, html, wanted) => {
  expect(read(html).text).toBe(wanted);
});

test('what no reader saw is dropped and reported, but for what opens', () => {
  const { text, issues } = read(
    '<p>a</p><p style="display: none">one</p><p hidden>two</p><p>x<span style="display:none">three</span>y</p><div class="collapse" style="display:none">kept</div>',
  );
  expect(text).toBe('a\n\nxy\n\nkept');
  expect(issues.map(({ kind, text: said }) => `${kind} ${said}`)).toEqual([
    'dropped one',
    'dropped two',
    'dropped three',
  ]);
});

test('a credit alone below a photo belongs to the photo', () => {
  const { text } = read(
    '<p><img src="a.jpg"></p><p>Photo: LI Hua</p><p>The text goes on for a whole sentence, and ends.</p>',
  );
  expect(text).toBe('![](a.jpg "Photo: LI Hua")\n\nThe text goes on for a whole sentence, and ends.');
});

test.each([
  [
    'figures in entries',
    '<ul><li><figure><img src="a.jpg"><figcaption>A</figcaption></figure></li><li><figure><img src="b.jpg"></figure></li></ul><p>T.</p>',
    '![](a.jpg "A")\n![](b.jpg "")\n\nT.',
  ],
  [
    'photos in some entries',
    '<ul><li><img src="a.jpg"></li><li><img src="b.jpg"></li><li>x</li></ul>',
    '![](a.jpg "")\n![](b.jpg "")\n\n- x',
  ],
  [
    'figures in cells',
    '<table><tr><td><figure><img src="a.jpg"></figure></td><td><figure><img src="b.jpg"></figure></td><td>text</td></tr></table>',
    '![](a.jpg "")\n\n![](b.jpg "")\n\ntext',
  ],
  [
    'photos around a text',
    '<p><img src="a.jpg">text<img src="b.jpg"><br><img src="c.jpg"></p>',
    '![](a.jpg "")\n![](b.jpg "")\n![](c.jpg "")\n\ntext',
  ],
  [
    'photos as terms',
    '<dl><dt><img src="a.jpg"></dt><dd>x<img src="b.jpg"></dd></dl>',
    '![](a.jpg "")\n![](b.jpg "")\n\nx',
  ],
  [
    'a slideshow of WordPress',
    '<div class="wp-block-jetpack-slideshow"><ul><li><figure><img src="a.jpg"><figcaption class="gallery-caption">A</figcaption></figure></li><li><figure><img src="b.jpg"></figure></li></ul></div>',
    '![](a.jpg "A")\n![](b.jpg "")',
  ],
])('no photo is lost of %s, and their order stays', (_name, html, wanted) => {
  expect(read(html).text).toBe(wanted);
});
