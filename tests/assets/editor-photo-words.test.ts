/** Words of photos in the contact sheet: none is lost, whether a line of the text shows the photo or not. */

import { expect, test } from 'vitest';
import { photosIn } from '../../assets/scripts/editor/photo-markdown.ts';
import { isHeadWord, withoutWords, wordsOfPhoto } from '../../assets/scripts/editor/photo-words.ts';

const lake = { name: 'lake.jpg', widthPx: 800, heightPx: 600, caption: 'As the camera says' };
const lineOf = (markdown: string) => photosIn(markdown)[0];
const data = { photos: { 'lake.jpg': { alt: 'A lake', focus: [0.2, 0.3] } } };

test('what the line of a photo says wins over the front matter, and that over the file', () => {
  const line = lineOf('![](lake.jpg "At noon")');
  expect(wordsOfPhoto(lake, line, data)).toEqual({
    alt: 'A lake',
    caption: 'At noon',
    credit: '',
    source: '',
  });
  expect(wordsOfPhoto(lake, undefined, data)).toMatchObject({ alt: 'A lake', caption: 'As the camera says' });
  expect(wordsOfPhoto(lake, lineOf('![Water](lake.jpg)'), data)).toMatchObject({ alt: 'Water', caption: '' });
});

test.each([
  ['a photo that no line shows', '', 'caption', true],
  ['a line without the word', '![](lake.jpg)', 'caption', false],
  ['a line without the word, which the front matter has', '![](lake.jpg)', 'alt', true],
  ['a line with the word, which the front matter has too', '![Water](lake.jpg)', 'alt', false],
] as const)('of %s, a change goes where readers take the word from', (_, markdown, key, isHead) => {
  expect(isHeadWord('lake.jpg', key, lineOf(markdown), data)).toBe(isHead);
});

test('a photo that comes into the text leaves no words behind, and what else is said of it stays', () => {
  expect(withoutWords('lake.jpg', data)).toEqual({
    path: ['photos', 'lake.jpg'],
    value: { focus: [0.2, 0.3] },
  });
  expect(withoutWords('lake.jpg', { photos: { 'lake.jpg': { credit: 'LI Hua' } } })?.value).toBeUndefined();
  expect(withoutWords('lake.jpg', { photos: { 'lake.jpg': { focus: 'top' } } })).toBeUndefined();
  expect(withoutWords('lake.jpg', {})).toBeUndefined();
});
