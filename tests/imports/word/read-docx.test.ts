/** Word files, built as Word builds them, and files that only pretend to be. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import JSZip from 'jszip';
import { afterEach, describe, expect, test } from 'vitest';
import { openDocx } from '../../../src/imports/word/open-docx.ts';
import { type Sandbox, sandbox } from '../import-files.ts';
import { photo, png } from '../test-photos.ts';
import { makeDocx, type Part } from './make-docx.ts';

const root = path.resolve(import.meta.dirname, '../../..');
let here: Sandbox | undefined;
afterEach(async () => {
  await here?.remove();
  here = undefined;
});

describe('a Word file', () => {
  test('calls a picture that cannot be read by its place, as it has no name', async () => {
    here = await sandbox({
      'a.docx': await makeDocx({
        parts: [
          { text: 'A bridge for the north pond' },
          { text: 'The bridge was opened on Monday, and herons were the first to cross it.' },
          { picture: 'image1.png', alt: 'A heron' },
        ],
        pictures: { 'image1.png': Buffer.from('no picture') },
      }),
    });
    const { issues } = await here.run();
    const [issue] = issues.filter(({ group }) => group === 'unreadable-photo');
    expect(issue?.message).toContain('picture 1 of the file');
    expect(JSON.stringify(issues)).not.toContain('photo-1');
  });

  test('with the words and photos of the seed story becomes the same article', async () => {
    const folder = path.join(root, 'content/articles/2024/ustb-puth-agreement');
    const lines = (await readFile(path.join(root, 'tests/fixtures/seed/ustb-puth-agreement.txt'), 'utf8'))
      .split('\n')
      .filter((line) => line.trim() !== '');
    const pictures = Object.fromEntries(
      await Promise.all(
        [1, 2, 3, 4, 5, 6].map(
          async (number) => [`image${number}.jpeg`, await photo(`#${number}${number}${number}`)] as const,
        ),
      ),
    );
    const parts = lines.slice(2).flatMap((line, index): Part[] => {
      const [, number, caption = ''] = /^(\d)\.jpg(.*)$/u.exec(line) ?? [];
      if (number !== undefined)
        return [{ picture: `image${number}.jpeg` }, { text: caption, isCentred: true }];
      return [{ text: line.replace('•', '').trim(), ...(index === 0 ? { style: 'Title' } : {}) }];
    });
    here = await sandbox({ 'ustb-puth-agreement.docx': await makeDocx({ parts, pictures }) });
    const { issues, articles } = await here.run();
    expect(articles).toMatchObject([{ outcome: 'new', isDraft: false }]);
    expect(issues.map(({ kind }) => kind)).toEqual(Array.from({ length: 6 }, () => 'guessed'));
    // Word numbers pictures by itself, so they are named after their captions.
    const nameless = (text: string) => text.replace(/!\[[^\]]*\]\([a-z\d-]+\.jpg/gu, '![](x.jpg');
    const made = await here.read('articles/2024/ustb-puth-agreement/index.md');
    expect(nameless(made)).toBe(nameless(await readFile(path.join(folder, 'index.md'), 'utf8')));
    expect(made).toContain('![](mr-wu-guilong-delivered-a-remark.jpg "Mr. WU Guilong delivered a remark")');
  });

  test('keeps captions by style, descriptions, headings, quotations and footnotes, and tells what it leaves', async () => {
    here = await sandbox({
      'Final version 2.docx': await makeDocx({
        parts: [
          { text: 'A bridge for the north pond' },
          { text: 'By LI Hua' },
          {
            text: 'The bridge was opened on Monday, and herons were the first to cross it, two days before the guests.',
            footnote: 1,
          },
          { picture: 'image1.png', alt: 'A heron stands on a wooden bridge' },
          { text: 'The first guest on the "new" bridge.', style: 'Caption' },
          { text: 'How it was built', style: 'Heading1' },
          {
            text: 'It took 3 * 4 weeks & a [large] crane, which came by train and left by river in the end.',
            isBold: true,
          },
          { text: 'We only counted the herons.', style: 'Quote' },
          { picture: 'image2.jpeg' },
          {
            text: 'The text goes on below this picture with a sentence that is no caption, because it is a sentence of the story.',
          },
          { text: 'Photos: ZHAO Min' },
          { text: 'May 6, 2024' },
        ],
        pictures: { 'image1.png': await png(), 'image2.jpeg': await photo() },
        footnotes: ['Counted by the bird club.'],
        header: 'Draft, do not send',
        comment: 'Is this true?',
        deleted: 'It rained.',
      }),
    });
    const { issues } = await here.run();
    expect(issues.map(({ kind, line, text }) => ({ kind, line, text }))).toEqual([
      { kind: 'dropped', line: 1, text: 'Draft, do not send' },
      { kind: 'dropped', line: 1, text: 'Is this true?' },
      { kind: 'dropped', line: 1, text: 'It rained.' },
      { kind: 'guessed', line: 1, text: undefined },
    ]);
    expect(await here.read('articles/2024/a-bridge-for-the-north-pond/index.md')).toBe(`---
title: A bridge for the north pond
date: 2024-05-06
topics: [Research]
credits:
  draft: LI Hua
  photos: ZHAO Min
draft: true
---

The bridge was opened on Monday, and herons were the first to cross it, two days before the guests.[^1]

![A heron stands on a wooden bridge](the-first-guest-on-the-new-bridge.png "The first guest on the \\"new\\" bridge.")

## How it was built

**It took 3 \\* 4 weeks & a [large] crane, which came by train and left by river in the end.**

> We only counted the herons.

![](photo.jpg)

The text goes on below this picture with a sentence that is no caption, because it is a sentence of the story.

[^1]: Counted by the bird club.
`);
  });
});

describe('a file that is no Word file', () => {
  const failure = async (bytes: Uint8Array): Promise<string | undefined> => {
    here = await sandbox({ 'a.docx': bytes });
    const { issues, articles } = await here.run();
    expect(articles).toEqual([]);
    expect(issues).toMatchObject([{ kind: 'failed' }]);
    return issues[0]?.message;
  };

  test('an old Word file', async () => {
    expect(await failure(Buffer.from('d0cf11e0a1b11ae1000000', 'hex'))).toContain('save it as .docx');
  });

  test('any bytes', async () => {
    expect(await failure(Buffer.from('This is no archive.'))).toContain('not a Word file');
  });

  test('another archive', async () => {
    const zip = new JSZip();
    zip.file('a.txt', 'a');
    expect(await failure(await zip.generateAsync({ type: 'nodebuffer' }))).toContain('not a Word file');
  });

  test('a damaged part', async () => {
    expect(
      await failure(await makeDocx({ parts: [], entries: { 'word/document.xml': '<w:document><broken' } })),
    ).toMatch(/cannot be read/u);
  });

  test('an archive whose part leads out of it', async () => {
    expect(await failure(await makeDocx({ parts: [], entries: { '../../evil.txt': 'x' } }))).toContain(
      'leads out of it',
    );
  });

  test('XML with entities that grow', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><w:document>&b;</w:document>`;
    expect(await failure(await makeDocx({ parts: [], entries: { 'word/document.xml': bomb } }))).toContain(
      'document type',
    );
  });

  test('an archive that unpacks to more than the limit is not unpacked to its end', async () => {
    const zip = new JSZip();
    zip.file('word/document.xml', Buffer.alloc(20_000_000));
    const bytes = await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
    expect(bytes.length).toBeLessThan(100_000);
    expect(await openDocx(bytes, 1_000_000)).toMatchObject({
      ok: false,
      message: expect.stringContaining('unpacks'),
    });
  });
});
