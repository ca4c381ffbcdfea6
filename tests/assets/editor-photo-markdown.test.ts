/** Markdown of photos as the editor's contact sheet reads and writes it. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { photoMarkdown, photosIn } from '../../assets/scripts/editor/photo-markdown.ts';
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
