/** The words of a photo in a shortcode or an include, under whatever name a theme keeps them. */

import { describe, expect, test } from 'vitest';
import { readFigure } from '../../../src/imports/markdown/shortcode-photos.ts';

const read = (words: Readonly<Record<string, string>>, inner?: string) =>
  readFigure(
    {
      kind: 'shortcode',
      name: 'image.html',
      named: new Map(Object.entries({ url: 'a.jpg', ...words })),
      plain: [],
      inside: '',
      source: '',
      start: 0,
      isClosing: false,
    },
    inner,
  );

describe('the words of a photo', () => {
  test.each([
    [{ description: 'Ein Foto' }, { caption: 'Ein Foto', alt: undefined }],
    [
      { caption: 'A', description: 'B c' },
      { caption: 'A', alt: 'B c' },
    ],
    [
      { title: 'A', alt: 'B' },
      { caption: 'A', alt: 'B' },
    ],
    [
      { caption: 'A', photographer: 'LI Hua' },
      { caption: 'A', credit: 'LI Hua' },
    ],
    [{ caption: 'A', author: 'LI Hua' }, { credit: 'LI Hua' }],
    [{ text: 'A b' }, { caption: 'A b' }],
  ])('have their places: %o', (words, expected) => {
    expect(read(words)).toMatchObject({ ...expected, unplaced: [] });
  });

  test('are told where they have none', () => {
    expect(read({ caption: 'A', title: 'Another one' })?.unplaced).toEqual(['title: Another one']);
    expect(read({ caption: 'A', mood: 'Heiter' })?.unplaced).toEqual(['mood: Heiter']);
    expect(read({ description: 'Ein Foto' }, 'The words inside')).toMatchObject({
      caption: 'The words inside',
      alt: 'Ein Foto',
    });
    expect(read({ caption: 'A', class: 'wide left', width: '300', lazy: 'true' })?.unplaced).toEqual([]);
  });
});
