import { expect, test } from 'vitest';
import { findRawHtml } from '../../src/markdown/raw-html.ts';

const text =
  '- one <i>\n  two <u>\n\n> deep\n> > deeper <s>\n\n| a <q> | b <q> |\n|---|---|\n| <q> | <q> |\n\nFirst\nsecond\n  third <h>\n\n## Heading <k>\n\nNote.^[In <b>the</b> note] And.[^1]\n\n[^1]: Text <b>.';

test('raw HTML is found where it stands: in lists, quotations, tables, footnotes and long paragraphs', () => {
  const found = findRawHtml(text, 1).map(
    ({ tag, place }) => `${place.line}:${place.column}-${place.endColumn} ${tag}`,
  );
  expect(found.toSorted()).toEqual(
    [
      '1:7-10 <i>',
      '2:7-10 <u>',
      '5:12-15 <s>',
      '7:5-8 <q>',
      '7:13-16 <q>',
      '9:3-6 <q>',
      '9:9-12 <q>',
      '13:9-12 <h>',
      '15:12-15 <k>',
      '17:11-14 <b>',
      '19:12-15 <b>',
    ].toSorted(),
  );
});

test('a tag is found once, and in captions too', () => {
  expect(findRawHtml('<b>x</b> &lt;i&gt; `<u>` 1 < 2 and a<b', 1).map(({ name }) => name)).toEqual(['b']);
  const [{ name, place } = { name: '', place: undefined }] = findRawHtml('![A](a.jpg "The <b>stall</b>")', 7);
  expect({ name, place }).toEqual({ name: 'b', place: { line: 7, column: 1, endColumn: 31 } });
});
