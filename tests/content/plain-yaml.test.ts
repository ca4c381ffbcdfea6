import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlainYaml } from '../../src/content/plain-yaml.ts';
import { parseFrontMatter, readYaml } from '../../src/content/yaml-document.ts';
import { hostileYaml } from '../fixtures/hostile-pieces.ts';

const usual = `title: The herons’ year, and 12 others
date: 2024-05-06
updated: 2024-05-07T08:00+08:00
draft: true
topics: [Research, Social Science]
summary: "What changed: the river"
slug: 'herons'
series: 河边的鹭
credits:
  draft: YANG Lindi
  photos: [LI Hua, SUN Wei]
related:
  - first-story
  - 'second-story'`;

/** Pieces of which honest front matter is made, and those that mean something else to YAML. */
const pieces = [
  ...['title', 'date', 'topics', 'credits', 'null', 'True', 'constructor', '__proto__', '2024', '<<', 'ключ'],
  ...[
    ':',
    ': ',
    ':  ',
    ' : ',
    '\n',
    '\n',
    '\n  ',
    '\n    ',
    '\n- ',
    '\n  - ',
    '\n  -',
    ' ',
    '  ',
    '\t',
    '\r',
  ],
  ...[
    '[',
    ']',
    ', ',
    ',',
    '{',
    '}',
    '"',
    "'",
    '\\',
    '#',
    ' #',
    '&a',
    '*a',
    '!t',
    '|',
    '>',
    '%',
    '@',
    '`',
    '?',
    '---',
  ],
  ...[
    'Herons',
    'of the river',
    'a',
    'é',
    'e\u0301',
    '河边',
    '《鹭》',
    '“',
    '’',
    '\u200b',
    '\u202e',
    '\u00ad',
    '\ufeff',
    '\u2028',
  ],
  ...[
    '2024-05-06',
    '2024-05-06T08:00+08:00',
    '12',
    '1e3',
    '0x1f',
    '.5',
    '-1',
    'true',
    'no',
    '~',
    '.inf',
    '<!--',
    '\u0000',
    '😀',
  ],
  ...hostileYaml,
];

const madeOf = (list: readonly string[], maxLength: number) =>
  fc.array(fc.constantFrom(...list), { maxLength }).map((parts) => parts.join(''));

/** Honest front matter with a piece put in, or taken out, somewhere. */
const damaged = fc
  .tuple(fc.nat(usual.length), fc.nat(3), fc.constantFrom('', ...pieces))
  .map(([at, length, piece]) => usual.slice(0, at) + piece + usual.slice(at + length));

const entry = fc
  .tuple(fc.constantFrom('title', 'date', 'topics', '  draft', '  - ', '-'), madeOf(pieces, 5))
  .map(([key, value]) => `${key}: ${value}`);
const entries = fc.array(entry, { maxLength: 5 }).map((lines) => lines.join('\n'));

describe('plain YAML', () => {
  test('is what most front matter is', () => {
    expect(readPlainYaml(usual)).toEqual({
      title: 'The herons’ year, and 12 others',
      date: '2024-05-06',
      updated: '2024-05-07T08:00+08:00',
      draft: true,
      topics: ['Research', 'Social Science'],
      summary: 'What changed: the river',
      slug: 'herons',
      series: '河边的鹭',
      credits: { draft: 'YANG Lindi', photos: ['LI Hua', 'SUN Wei'] },
      related: ['first-story', 'second-story'],
    });
  });

  test.each([
    ['a number', 'title: 2024'],
    ['nothing', 'title: Null'],
    ['a comment', 'title: Prize #1'],
    ['a key in a text', 'title: Herons: a year'],
    ['a key twice', 'title: A\ntitle: B'],
    ['a text of two lines', 'title: A\n  b'],
    ['an escape', 'title: "A\\u202e"'],
    ['a hidden character', 'title: A\u200bb'],
    ['a mark that is stored apart from its letter', 'title: Cafe\u0301'],
    ['a comment of HTML', 'title: A <!-- b -->'],
    ['an empty line', 'title: A\n\ndate: 2024-05-06'],
    ['no key', 'Herons'],
    ['nothing at all', ''],
  ])('is not %s', (_what, text) => {
    expect(readPlainYaml(text)).toBeUndefined();
  });

  test.each([
    ['honest text with a slip', damaged],
    ['lines of keys', entries],
    ['any pieces', madeOf(pieces, 14)],
  ])('of %s is the value that the parser gives, which finds nothing wrong with it', (_what, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const value = readPlainYaml(text);
        if (value === undefined) return;
        const parsed = parseFrontMatter(text, 'index.md', 2);
        expect(parsed.diagnostics).toEqual([]);
        expect(parsed.notices).toEqual([]);
        expect(value).toStrictEqual(parsed.value);
        expect(Object.keys(value)).toEqual(Object.keys(Object(parsed.value)));
      }),
      { numRuns: 3000 },
    );
  });

  test('has its places where the parser finds them', () => {
    const [plain, parsed] = [readYaml(usual, 'index.md', 2), parseFrontMatter(usual, 'index.md', 2)];
    expect(plain.placeOf(['topics', 1])).toEqual(parsed.placeOf(['topics', 1]));
    expect(plain.keyPlaceOf(['credits'], 'draft')).toEqual(parsed.keyPlaceOf(['credits'], 'draft'));
    expect(plain.typedAt(['summary'])).toBe('"What changed: the river"');
    expect(plain.commentAt(['title'])).toBeUndefined();
    expect(plain.hasLine('draft: true')).toBe(true);
  });
});
