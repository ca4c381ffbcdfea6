/** Markdown of photos as the editor's contact sheet reads and writes it. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type PhotoWords,
  photoMarkdown,
  photosIn,
  withPhotoWord,
} from '../../assets/scripts/editor/photo-markdown.ts';
import { parseBody } from '../../src/markdown/parse-body.ts';

const figuresOf = (markdown: string) =>
  parseBody(`${markdown}\n`, { file: 'index.md', folder: 'articles/2024/fair', firstLine: 1 }).body.figures;

test.each([
  ['![A lake](lake.jpg "The lake"){credit="LI Hua"}', 'lake.jpg', 'A lake', 'The lake', 'LI Hua', '', ''],
  ['![](<my lake.jpg>){decorative}', 'my lake.jpg', '', '', '', 'decorative', ''],
  ['![A](a.jpg \'Says "yes"\')', 'a.jpg', 'A', 'Says "yes"', '', '', ''],
  ['![A \\[b\\]](a%20b.jpg "Says \\"yes\\"")', 'a b.jpg', 'A [b]', 'Says "yes"', '', '', ''],
  [
    '![A](a.jpg){size=half source=ai-edited credit="LI Hua"}',
    'a.jpg',
    'A',
    '',
    'LI Hua',
    'size=half',
    'ai-edited',
  ],
  ['![A](a.jpg){source="digitalCapture"}', 'a.jpg', 'A', '', '', '', 'digitalCapture'],
  ['![A](./a.jpg){credit=“LI Hua” size=half}', 'a.jpg', 'A', '', 'LI Hua', 'size=half', ''],
  ['![A](a.jpg){credit="a } source=ai"}', 'a.jpg', 'A', '', 'a } source=ai', '', ''],
  ['![A](a.jpg "The \\[old\\] lake")', 'a.jpg', 'A', 'The \\[old\\] lake', '', '', ''],
])('%s', (markdown, name, alt, caption, credit, attributes, source) => {
  const [photo] = photosIn(`Before\n\n${markdown}\nAfter`);
  expect(photo).toEqual({ name, alt, caption, credit, attributes, source, from: 8, to: 8 + markdown.length });
});

test('a source is written where one is chosen, read by the parser, and taken away again', () => {
  const markdown = '![A](a.jpg){size=half credit="LI Hua"}';
  const [photo] = photosIn(markdown);
  if (photo === undefined) throw new Error('There is no photo.');
  const sourced = photoMarkdown('a.jpg', { ...photo, source: 'ai' }, photo.attributes);
  expect(figuresOf(sourced)).toMatchObject([{ source: 'ai', credit: 'LI Hua' }]);
  expect(photoMarkdown('a.jpg', { ...photo, source: '' }, photo.attributes)).toBe(markdown);
});

test.each([
  ['O\'Neil "Max"', "O'Neil “Max”"],
  ['"Max" O\'Neil ("M")', "“Max” O'Neil (“M”)"],
  ['Studio "A}B"', 'Studio “A}B”'],
])('a credit with quotes, %s, has them in pairs: %s', (typed, credit) => {
  const markdown = photoMarkdown('a.jpg', { alt: 'A', caption: '', credit: typed });
  expect(figuresOf(markdown)).toMatchObject([{ credit }]);
  expect(photosIn(markdown)).toMatchObject([{ credit }]);
});

test.each(['C:\\', 'a \\" b', '"\\"'])(
  'a caption that holds backslashes, %s, ends where it ends',
  (caption) => {
    const markdown = photoMarkdown('a.jpg', { alt: 'A', caption, credit: 'LI Hua' });
    expect(figuresOf(markdown)).toMatchObject([{ credit: 'LI Hua' }]);
    const [read] = photosIn(markdown);
    expect(read && photoMarkdown('a.jpg', read)).toBe(markdown);
  },
);

test.each([
  ['  ![A](a.jpg "B")', 'A', 'B'],
  ['![A]( a.jpg  "B" )', 'A', 'B'],
  ['![A](a.jpg (B \\(c\\)))', 'A', 'B (c)'],
  ['![A long\n  line](a.jpg "B\nC")', 'A long line', 'B C'],
])('%s is a photo too', (markdown, alt, caption) => {
  expect(figuresOf(markdown)).toMatchObject([{ alt }]);
  expect(photosIn(markdown)).toMatchObject([{ name: 'a.jpg', alt, caption }]);
});

test.each([
  '```\n![A](a.jpg)\n```',
  '~~~ md\n\n![A](a.jpg)',
  '<!-- ![A](a.jpg) -->',
  '<!--\n![A](a.jpg)\n-->',
  '![A no bracket(a.jpg "B")\n\nText](c.jpg)',
])('%j shows no photo', (markdown) => {
  expect(figuresOf(markdown)).toEqual([]);
  expect(photosIn(markdown)).toEqual([]);
});

test('a photo behind code and comments is found where it stands', () => {
  const text = '```\n![A](a.jpg)\n```\n\n<!-- 湖😀 -->\n\n![B](b.jpg)\n';
  expect(photosIn(text)).toMatchObject([{ name: 'b.jpg', from: text.indexOf('![B]') }]);
});

test.each<[string, keyof PhotoWords, string, string]>([
  [
    '![A](<a.jpg> "B"){.wide credit="C" size=full}',
    'alt',
    'N',
    '![N](<a.jpg> "B"){.wide credit="C" size=full}',
  ],
  ['![A](./a%20b.jpg \'B "c"\')  ', 'alt', 'N', '![N](./a%20b.jpg \'B "c"\')  '],
  ['![A](a.jpg \'B "c"\')', 'caption', "It's", "![A](a.jpg 'It\\'s')"],
  ['![A](a.jpg (B))', 'caption', 'N', '![A](a.jpg "N")'],
  ['![A](a.jpg){size=half}', 'caption', 'N', '![A](a.jpg "N"){size=half}'],
  ['![A](a.jpg "B" ){size=half}', 'caption', '', '![A](a.jpg ){size=half}'],
  ['![A](a.jpg){ credit=“C”  size=half }', 'credit', 'D', '![A](a.jpg){ credit="D"  size=half }'],
  ['![A](a.jpg){credit="C" size=half}', 'credit', '', '![A](a.jpg){size=half}'],
  ['![A](a.jpg){size=half credit="C"}', 'credit', '', '![A](a.jpg){size=half}'],
  ['![A](a.jpg "B"){credit="C"} ', 'credit', '', '![A](a.jpg "B") '],
  ['![A](a.jpg) ', 'credit', 'C', '![A](a.jpg){credit="C"} '],
  ['![A](a.jpg){decorative}', 'source', 'ai', '![A](a.jpg){decorative source=ai}'],
  ['![A](a.jpg){credit="a=b" source=ai}', 'source', 'camera', '![A](a.jpg){credit="a=b" source=camera}'],
])('%s with another %s, %j, keeps all else: %s', (written, key, value, expected) => {
  const made = withPhotoWord(written, key, value);
  expect(made).toBe(expected);
  const [before, after] = [photosIn(written)[0], photosIn(made)[0]];
  expect({ ...after, to: 0 }).toEqual({ ...before, [key]: value, to: 0 });
});

test('an image within a line is left to the text', () => {
  expect(photosIn('See ![A](a.jpg) here.')).toEqual([]);
});

test('what is typed into the sheet is what the parser reads, and what the sheet shows again', () => {
  const words = fc
    .array(fc.constantFrom('lake', '"', "'", ']', '[', '(', ')', '湖', 'a', '}', '*b*', ' '), {
      maxLength: 8,
    })
    .map((parts) => parts.join('').trim().replace(/\s+/gu, ' '));
  fc.assert(
    fc.property(words, words, fc.constantFrom('a.jpg', 'b c.jpg', '湖.jpg'), (alt, caption, name) => {
      const markdown = photoMarkdown(name, { alt, caption, credit: 'LI Hua' });
      const [photo] = photosIn(markdown);
      expect(photo).toMatchObject({ name, alt, caption, credit: 'LI Hua' });
      const [figure] = figuresOf(markdown);
      expect(figure).toMatchObject({ file: `articles/2024/fair/${name}`, credit: 'LI Hua' });
      expect(photoMarkdown(name, photo ?? { alt, caption, credit: '' })).toBe(markdown);
    }),
    { numRuns: 300 },
  );
});
