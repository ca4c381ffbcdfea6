/** Texts that nobody writes by accident: whatever stands in a body, it is read without harm. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, BodyPlace, FigureBlock } from '../../src/markdown/block.ts';
import { maximumFootnotes, maximumParagraphLength } from '../../src/markdown/bounds.ts';
import { type ParsedBody, parseBody } from '../../src/markdown/parse-body.ts';
import { parseInline } from '../../src/markdown/parse-inline.ts';
import { hostileAddresses, hostileMarkdown } from '../fixtures/hostile-pieces.ts';
import { foreignHtml, htmlOf } from './foreign-html.ts';

const options = { file: 'content/articles/2024/fair/index.md', folder: 'articles/2024/fair', firstLine: 5 };

const text = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...hostileMarkdown) },
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    {
      maxLength: 40,
    },
  )
  // Files are read with line feeds alone.
  .map((parts) => parts.join('').replaceAll('\r', ''));

function figuresOf(block: Block): readonly FigureBlock[] {
  if (block.kind === 'figure') return [block];
  if (block.kind === 'gallery') return block.figures;
  return block.kind === 'note' || block.kind === 'facts' ? block.blocks.flatMap(figuresOf) : [];
}

function expectPlacesInText(source: string, { body, diagnostics }: ParsedBody): void {
  const lines = source.split('\n');
  const places: readonly BodyPlace[] = [
    ...diagnostics,
    ...body.headings.map(({ place }) => place),
    ...body.links.map(({ place }) => place),
    ...body.blocks.flatMap(figuresOf).map(({ place }) => place),
  ];
  for (const { line, column, endColumn } of places) {
    const length = lines[line - options.firstLine]?.length ?? -1;
    expect(length).toBeGreaterThanOrEqual(0);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(column).toBeLessThanOrEqual(length + 1);
    expect(endColumn).toBeGreaterThan(column);
    expect(endColumn).toBeLessThanOrEqual(Math.max(length + 1, column + 1));
  }
}

describe('a body of any text', () => {
  test('is read without throwing, its HTML holds nothing foreign, and every place lies in the text', () => {
    fc.assert(
      fc.property(text, (source) => {
        const parsed = parseBody(source, options);
        expect(parsed.body.blocks.flatMap(htmlOf).flatMap(foreignHtml)).toEqual([]);
        expectPlacesInText(source, parsed);
      }),
      { numRuns: 800 },
    );
  });

  test('gives the same whenever it is read', () => {
    fc.assert(
      fc.property(text, (source) => {
        expect(parseBody(source, options)).toEqual(parseBody(source, options));
      }),
      { numRuns: 200 },
    );
  });

  test('as a caption is as harmless', () => {
    fc.assert(
      fc.property(text, (source) => {
        expect(foreignHtml(parseInline(source, options).html)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});

describe('a text of one million characters', () => {
  const million = (unit: string) => unit.repeat(Math.ceil(1_000_000 / unit.length));

  test.each(['[', '![', 'a*', '*a **b ', '![](', '[^', '^[', 'a`', '<', '&', '_a ', '~~a ', '[a](', '\\'])(
    'of %s without an end is refused as too long a paragraph',
    (unit) => {
      const { body, diagnostics } = parseBody(`Before.\n\n${million(unit)}\n\nAfter.`, options);
      expect(diagnostics).toMatchObject([{ code: 'unreadable-markdown', line: 7 }]);
      expect(body.text).toBe('Before.\n\nAfter.');
    },
  );

  test('of paragraphs that are as long as one may be is read', () => {
    const paragraph = '['.repeat(maximumParagraphLength);
    const { body, diagnostics } = parseBody(`${paragraph}\n\n${paragraph}`, options);
    expect(diagnostics).toEqual([]);
    expect(body.text).toHaveLength(2 * maximumParagraphLength + 2);
  });
});

describe('a text of many small things', () => {
  test.each([
    ['headings', '## a\n', 'prose'],
    ['blocks without an end', '::: note\n', 'note'],
    ['lines of a table', '|x|y|\n', 'prose'],
    ['lines of one paragraph', 'a\n', 'prose'],
    ['lists in lists', '- ', 'prose'],
    ['quotations in quotations', '>', 'prose'],
    ['links to nothing', '[a](#b)\n\n', 'prose'],
  ])('of %s is read', (_name, unit, kind) => {
    const { body } = parseBody(`|a|b|\n|-|-|\n${unit.repeat(20_000)}`, options);
    expect(body.blocks.at(-1)?.kind).toBe(kind);
  });
});

test('an address that decodes to the mark of addresses is read like any other', () => {
  const { body } = parseBody('<https://example.com/%00> <https://example.com/%000%00>', options);
  expect(body.blocks.flatMap(htmlOf).flatMap(foreignHtml)).toEqual([]);
});

test('blocks in blocks end at a depth, and say so once', () => {
  const { diagnostics } = parseBody('::: note\n'.repeat(50), options);
  expect(diagnostics.filter(({ message }) => message.includes('open already'))).toHaveLength(1);
});

test.each(hostileAddresses)(
  'the address %j is not one that a browser runs or leaves the site by',
  (address) => {
    const texts = [
      `[a](${address})`,
      `[a](<${address}>)`,
      `<${address}>`,
      `[a][b]\n\n[b]: ${address}`,
      `![a](${address})`,
    ];
    for (const text of texts) {
      const { body } = parseBody(text, options);
      expect(body.blocks.flatMap(htmlOf).flatMap(foreignHtml), text).toEqual([]);
      for (const piece of body.blocks.flatMap(htmlOf)) {
        const href = typeof piece === 'string' ? /href="([^"]*)"/u.exec(piece)?.[1] : undefined;
        if (href === undefined || href === '{refused}') continue;
        const url = new URL(href.replaceAll('&amp;', '&'), 'https://news.example.edu/2024/');
        expect(url.protocol, text).toMatch(/^(?:https?|mailto|tel):$/u);
      }
    }
  },
);

test('braces after a photo are read once, however long', () => {
  const { body } = parseBody(
    `![A](1.jpg "B"){${'a'.repeat(40)}!\n\n![A](1.jpg){${'a="'.repeat(400)}`,
    options,
  );
  expect(body.blocks.map(({ kind }) => kind)).toEqual(['prose']);
});

test('a story has a bounded number of footnotes, and says so once', () => {
  const { diagnostics } = parseBody('Word.^[note] '.repeat(maximumFootnotes + 50), options);
  expect(diagnostics).toMatchObject([{ code: 'unreadable-markdown', line: 5 }]);
});
