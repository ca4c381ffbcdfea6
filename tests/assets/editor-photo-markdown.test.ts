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
