/** Plain text as Markdown: it means the same text again, whatever it is. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { photoText } from '../../src/imports/article-file.ts';
import { cleanText } from '../../src/imports/fold-text.ts';
import { escapeMarkdown } from '../../src/imports/markdown-text.ts';
import { namePhoto } from '../../src/imports/photo-name.ts';
import type { FigureBlock } from '../../src/markdown/block.ts';
import { parseBody } from '../../src/markdown/parse-body.ts';

const options = { file: 'content/a.md', folder: 'articles/2024/a', firstLine: 1 };

/** Characters that mean something in Markdown, much more often than chance has them. */
const words = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom(
        '*',
        '_',
        '**',
        '`',
        '[',
        ']',
        '(',
        ')',
        '!',
        '<b>',
        '&amp;',
        '\\',
        '# ',
        '1. ',
        '- ',
        '+ ',
        '> ',
        '~~',
        ':::',
        ' ',
        'a',
        '"',
        '{',
        '}',
        '|',
        '[^1]',
        '[a](b)',
        '![x](y)',
        '---',
        '===',
        '[a]: b',
        'https://x.y',
        '<https://x.y>',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => cleanText(parts.join('')));

describe('escaped text', () => {
  test('reads as the same text, in a paragraph of its own', () => {
    fc.assert(
      fc.property(words, (text) => {
        const { body, diagnostics } = parseBody(escapeMarkdown(text), options);
        expect(body.text.replace(/\s+/gu, ' ')).toBe(text);
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(body.blocks.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  test('is the description and the caption of a photo, and breaks neither', () => {
    fc.assert(
      fc.property(words, words, words, (alt, caption, credit) => {
        const source = photoText({ name: '1.jpg', alt, caption: escapeMarkdown(caption), credit });
        const { body, diagnostics } = parseBody(source, options);
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(body.blocks).toHaveLength(1);
        const [figure] = body.blocks.filter((block): block is FigureBlock => block.kind === 'figure');
        expect(figure?.alt).toBe(alt);
        expect(figure?.captionText ?? '').toBe(caption);
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});

describe('the name of a photo', () => {
  test.each([
    ['1.jpg', '', '1.jpg'],
    ['uploads/2019/Spring Fair (final).JPEG', '', 'spring-fair-final.jpg'],
    ['DSC_2375.JPG', 'LI Hua opens the fair', 'li-hua-opens-the-fair.jpg'],
    ['IMG_20240102_101530.jpg', '', 'photo.jpg'],
    ['1578034346660807.png', 'Prof. LI speaks', 'prof-li-speaks.jpg'],
    ['微信图片_20240102101530.jpg', '李华发言', '李华发言.jpg'],
    ['湖面.jpg', '', '湖面.jpg'],
    ['5f2a8c1e-0b3d-4f6a-9c7e-1a2b3c4d5e6f.jpg', '', 'photo.jpg'],
    ['../../etc/passwd', '', 'passwd.jpg'],
    ['c:\\photos\\Lake.jpg', '', 'lake.jpg'],
    ['...', '', 'photo.jpg'],
  ])('%s with the caption "%s" is %s', (name, caption, expected) => {
    expect(namePhoto(name, caption, '.jpg')).toBe(expected);
  });
});
