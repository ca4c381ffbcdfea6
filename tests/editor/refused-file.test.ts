/** Files that are no photos: what an editor is told who drops one. */

import { expect, test } from 'vitest';
import { refusedFile } from '../../src/editor/refused-file.ts';
import { recognizeFormat } from '../../src/photos/recognize-format.ts';

const archive = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(100)]);
const film = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypmp42'), Buffer.alloc(100)]);

test.each<[string, Buffer, RegExp]>([
  ['story.docx', archive, /is a Word file.*paste it here/u],
  ['old.DOC', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /is a document.*paste it here/u],
  ['visits.xlsx', archive, /is a spreadsheet.*CSV/u],
  ['visits.csv', Buffer.from('year,visits\n2024,12\n'), /!\[What it shows\]\(figures\.csv\)/u],
  ['plan.pdf', Buffer.from('%PDF-1.7'), /a link: \[The programme\]/u],
  ['film.mp4', film, /by hand.*\(film\.mp4/u],
  ['IMG_0001.MOV', film, /Export it as MP4/u],
  ['talk.mp3', Buffer.from('ID3'), /is a recording.*\(talk\.mp3/u],
  ['page.html', Buffer.from('<!doctype html><p>'), /is a web page.*paste it here/u],
  // What the bytes say of these is more than their names do.
  ['photo.jpg', Buffer.from('%PDF-1.7'), /is a PDF, not a photo.*Export the page/u],
  ['photos.zip', archive, /ZIP archive.*Unpack it/u],
  ['empty.pdf', Buffer.alloc(0), /is empty \(0 bytes\)/u],
])('%s', (name, bytes, expected) => {
  const recognized = recognizeFormat(bytes);
  if (recognized.kind !== 'other') throw new Error('This is a photo.');
  const said = refusedFile(name, recognized.format);
  expect(said).toMatch(expected);
  expect(said.startsWith(`"${name}" `)).toBe(true);
});
