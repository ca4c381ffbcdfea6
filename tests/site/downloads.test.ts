import { expect, test } from 'vitest';
import { downloadEnding, isDownload } from '../../src/site/downloads.ts';

test('a phone’s photo is offered as a JPEG, and says so in its name', () => {
  expect(['a/IMG_1.HEIC', 'b.heif', 'c.jpg', 'd.tar.gz'].map(downloadEnding)).toEqual([
    '.HEIC.jpg',
    '.heif.jpg',
    '.jpg',
    '.gz',
  ]);
  expect(isDownload('a/IMG_1.HEIC')).toBe(true);
});
