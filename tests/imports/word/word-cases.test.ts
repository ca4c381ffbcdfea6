/** Word files whose text or pictures the library behind the import passes over. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { LabelWords } from '../../../src/imports/facts/label-words.ts';
import { readDocx } from '../../../src/imports/word/read-docx.ts';
import { config } from '../import-config.ts';
import { makeDocx } from './make-docx.ts';

const cases = path.resolve(import.meta.dirname, '../../fixtures/imports');
const options = { displayPath: 'a.docx', labels: new LabelWords(config) };

async function readCase(file: string) {
  return await read(await readFile(path.join(cases, file)));
}

async function read(bytes: Buffer) {
  const { articles, issues } = await readDocx(bytes, options);
  const blocks = articles[0]?.blocks ?? [];
  return {
    title: articles[0]?.title?.value,
    text: blocks.flatMap((block) => (block.kind === 'markdown' ? [block.text] : [])).join('\n\n'),
    photos: blocks.flatMap((block) => (block.kind === 'photos' ? block.photos : [])),
    issues,
  };
}

/** @param body the XML of paragraphs */
async function readBody(body: string) {
  const xml = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>The Fair Opens</w:t></w:r></w:p>${body}</w:body></w:document>`;
  return await read(await makeDocx({ parts: [], entries: { 'word/document.xml': xml } }));
}

describe('a file with everything that Word can do', () => {
  test('keeps its words, its links and the descriptions of its pictures', async () => {
    const { text, photos, issues } = await readCase('word-fields.docx');
    const plain = text.replace(
      /\(import:\d+:([^)]*)\)/gu,
      (_whole, address: string) => `(${decodeURIComponent(address)})`,
    );
    for (const words of [
      'Figure 7 shows the fair. See [SIMPLELINK](https://example.edu/b) for more.',
      'Ruby: 漢 (hàn)字 is a word.',
      '[FIELDLINK](https://example.edu/a#frag) ends.',
      '[BLANKLINK](https://example.edu/a) ends.',
      'BOX WITHOUT FALLBACK',
      'H₂O and m².',
      '**重要。**后文**“好”**的。',
      'CUSTOMXMLDIRRUNBDORUN',
      '☑ CHECKED done.',
    ])
      expect(plain).toContain(words);
    expect(photos.map(({ alt }) => alt)).toEqual(['A dog in a group', 'B cat in a group']);
    expect(text).not.toContain('HIDDENTEXT');
    expect(issues.find(({ text: hidden }) => hidden === 'HIDDENTEXT')?.kind).toBe('dropped');
    expect(issues.some(({ message }) => message.startsWith('A file was inserted'))).toBe(true);
  });
});

test('a large first letter belongs to its word', async () => {
  const { text } = await readCase('docx/drop-cap.docx');
  expect(text).toBe('The fair opened on the sports ground with forty stalls on Monday.');
});

test('a field that only some of its pieces tell is one link', async () => {
  const piece = (text: string) => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const { text } = await readBody(
    `<w:p>${mark('begin')}${piece(' HYPERLINK &quot;https://example')}${piece('.edu/c&quot; \\o &quot;A tip&quot; ')}${mark('separate')}<w:r><w:t>words</w:t></w:r>${mark('end')}</w:p>`,
  );
  expect(decodeURIComponent(text)).toContain('https://example.edu/c)');
});

test('text that a style hides is left out, and what a run shows in spite of it stays', async () => {
  const xml = (body: string) =>
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  const styles =
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>';
  const run = (properties: string, text: string) =>
    `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const { text, issues } = await read(
    await makeDocx({
      parts: [],
      entries: {
        'word/document.xml': xml(
          `<w:p><w:r><w:t>Title</w:t></w:r></w:p><w:p>${run('', 'Open ')}${run('<w:rStyle w:val="Secret"/>', 'SECRET ')}${run('<w:rStyle w:val="Secret"/><w:vanish w:val="0"/>', 'shown.')}</w:p>`,
        ),
        'word/styles.xml': styles,
      },
    }),
  );
  expect(text).toBe('Open shown.');
  expect(issues.map(({ text: words }) => words)).toContain('SECRET');
});

describe('pictures that Word shows otherwise', () => {
  const sizeOf = async (file: string) => {
    const { photos } = await readCase(file);
    const [photo] = photos;
    if (photo?.source.kind !== 'bytes') throw new Error('There is no picture.');
    const { width, height, exif } = await sharp(photo.source.bytes).metadata();
    return { width, height, exif, bytes: photo.source.bytes, alt: photo.alt, caption: photo.caption };
  };

  test('come cut, without a trace of the rest', async () => {
    const { width, height, exif, alt, caption } = await sizeOf('word-crop/crop.docx');
    expect({ width, height, exif, alt, caption }).toEqual({
      width: 450,
      height: 600,
      exif: undefined,
      alt: 'A stall',
      caption: 'The left half of the picture',
    });
  });

  test('come turned', async () => {
    expect(await sizeOf('word-crop/rot.docx')).toMatchObject({ width: 600, height: 900 });
  });
});
