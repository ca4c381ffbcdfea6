/** Edits of front matter: only the lines of the field change, whatever stands in the others. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DataPath, withValue } from '../../src/editor/data-steps.ts';
import { editFrontMatter, frontMatterBlock, readFrontMatter } from '../../src/editor/front-matter-edit.ts';
import type { PlainData } from '../../src/editor/plain-data.ts';
import { applyToRaw, applyToText, plainTextOf } from '../../src/editor/story-text.ts';
import '../fixed-seed.ts';

const fixtures = path.join(import.meta.dirname, '../fixtures');
const textOf = (file: string): string => readFileSync(path.join(fixtures, file), 'utf8');
/** The whole dialect, and front matter in every style. */
const stories = ['editor/round-trip.md', 'editor/every-style.md'].map(
  (file) => [file, textOf(file)] as const,
);
/** All that a newsroom has written. */
const newsroom = readdirSync(path.join(fixtures, 'newsroom'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /articles.*index(?:\.\w+)?\.md$/u.test(file))
  .map((file) => `newsroom/${file}`);
const keyOrder = ['title', 'date', 'topics', 'summary', 'credits', 'draft', 'publishAt', 'updated'];

/** The text after one edit; throws when it is refused. */
function edited(raw: string, at: DataPath, value: PlainData | undefined): string {
  const edit = editFrontMatter(plainTextOf(raw), at, value, keyOrder);
  if (!edit.ok) throw new Error(`${edit.reason}: ${at.join('.')}`);
  return edit.edits.reduce((text, one) => applyToRaw(text, [one]), raw);
}

function of(yaml: string): string {
  return `---\n${yaml}---\n\nText.\n`;
}

/** Lines that are gone and lines that are new. */
function lineChanges(before: string, after: string): { readonly gone: string[]; readonly added: string[] } {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1;
  let tail = 0;
  while (
    tail < Math.min(old.length, now.length) - head &&
    old[old.length - 1 - tail] === now[now.length - 1 - tail]
  )
    tail += 1;
  return { gone: old.slice(head, old.length - tail), added: now.slice(head, now.length - tail) };
}

describe('one field', () => {
  test.each<[string, string, DataPath, PlainData | undefined, string]>([
    ['a plain text', 'title: Old\ndate: 2024-01-02\n', ['title'], 'New', 'title: New\ndate: 2024-01-02\n'],
    ['a text with a colon', 'title: Old # why\n', ['title'], 'New: now', 'title: "New: now" # why\n'],
    ['a number in words', 'title: Old\n', ['title'], '2024', 'title: "2024"\n'],
    ['a quoted text', "title: 'It''s'\n", ['title'], "It's new", "title: 'It''s new'\n"],
    [
      'a folded text',
      'summary: >-\n   Old\n   words\ntitle: T\n',
      ['summary'],
      'New',
      'summary: >-\n   New\ntitle: T\n',
    ],
    ['a text in a flow list', 'topics: [A, B]\n', ['topics', 1], 'C, D', 'topics: [A, "C, D"]\n'],
    [
      'a new key',
      'title: T\ncredits: {}\n',
      ['date'],
      '2024-01-02',
      'title: T\ndate: 2024-01-02\ncredits: {}\n',
    ],
    ['a first key', '# note\nsummary: S\n', ['title'], 'T', '# note\ntitle: T\nsummary: S\n'],
    [
      'a removed key',
      'title: T\ndraft: true # yet\ndate: 2024-01-02\n',
      ['draft'],
      undefined,
      'title: T\ndate: 2024-01-02\n',
    ],
    ['a removed block', 'summary: |\n  S\n\n  S\ntitle: T\n', ['summary'], undefined, 'title: T\n'],
    [
      'a list that grows',
      'topics:\n- A\n- B # b\ntitle: T\n',
      ['topics'],
      ['A', 'B', 'C'],
      'topics:\n- A\n- B # b\n- C\ntitle: T\n',
    ],
    ['a flow list that grows', 'topics: [A] # one\n', ['topics'], ['A', 'B'], 'topics: [A, B] # one\n'],
    ['a flow list that shrinks', 'topics: [A, B, C]\n', ['topics'], ['A', 'C'], 'topics: [A, C]\n'],
    ['a text that becomes a list', 'topics: A\n', ['topics'], ['A', 'B'], 'topics: [A, B]\n'],
    [
      'a role',
      'credits: {draft: LI Hua} # who\n',
      ['credits', 'photos'],
      ['A', 'B'],
      'credits: {draft: LI Hua, photos: [A, B]} # who\n',
    ],
    [
      'a second writer on the line of the first',
      'credits: {draft: YANG Lindi, photos: LI Hua}   # a remark\n',
      ['credits', 'draft'],
      ['YANG Lindi', 'WANG Wu'],
      'credits: {draft: [YANG Lindi, WANG Wu], photos: LI Hua}   # a remark\n',
    ],
    [
      'a second topic before a remark',
      'topics: A # one\n',
      ['topics'],
      ['A', 'B, C'],
      'topics: [A, "B, C"] # one\n',
    ],
    [
      'a list inside of braces that are the whole',
      '{title: T, topics: A}\n',
      ['topics'],
      ['A', 'B'],
      '{title: T, topics: [A, B]}\n',
    ],
    [
      'a first key behind a hyphen that goes',
      'contacts:\n  # press\n  - name: LI Hua # she\n    email: li@example.edu # hers\n  - {name: B}\n',
      ['contacts', 0, 'name'],
      undefined,
      'contacts:\n  # press\n  - email: li@example.edu # hers\n  - {name: B}\n',
    ],
    [
      'a last role that goes',
      'title: T\ncredits:\n  draft: LI Hua\n',
      ['credits', 'draft'],
      undefined,
      'title: T\n',
    ],
    [
      'credits without any',
      'credits:\ntitle: T\n',
      ['credits', 'draft'],
      'LI Hua',
      'credits:\n  draft: LI Hua\ntitle: T\n',
    ],
    [
      'a correction',
      'title: T\n',
      ['corrections'],
      [{ date: '2024-01-02', text: 'Was: wrong.' }],
      'title: T\ncorrections:\n  - date: 2024-01-02\n    text: "Was: wrong."\n',
    ],
    [
      'a second correction',
      'corrections:\n- {date: 2024-01-02, text: A}\n',
      ['corrections', 1],
      { date: '2024-01-03', text: 'B' },
      'corrections:\n- {date: 2024-01-02, text: A}\n- date: 2024-01-03\n  text: B\n',
    ],
    [
      'a photo',
      'photos:\n  a.jpg: {caption: A}\n',
      ['photos', 'b.jpg', 'alt'],
      'B',
      'photos:\n  a.jpg: {caption: A}\n  b.jpg:\n    alt: B\n',
    ],
    ['a flag', 'draft: true   # yet\n', ['draft'], false, 'draft: false   # yet\n'],
    ['empty front matter', '', ['title'], 'T', 'title: T\n'],
    ['nothing but a comment', '# note\n', ['title'], 'T', '# note\ntitle: T\n'],
  ])('%s', (_, yaml, at, value, expected) => {
    expect(edited(of(yaml), at, value)).toBe(of(expected));
  });

  test('is left to the text where the front matter cannot be read', () => {
    expect(editFrontMatter(of('title: "open\n'), ['title'], 'T', keyOrder)).toEqual({
      ok: false,
      reason: 'unreadable',
    });
    expect(editFrontMatter('Text.\n', ['title'], 'T', keyOrder).ok).toBe(false);
    expect(readFrontMatter(of('- a\n'))).toBeUndefined();
  });

  test.each<[string, string, DataPath]>([
    ['a name where roles belong', 'credits: LI Hua\n', ['credits', 'draft']],
    ['a caption where its key is missing', 'photos: {a.jpg: The stall}\n', ['photos', 'a.jpg', 'alt']],
    ['a list of photos', 'photos: [a.jpg]\n', ['photos', 'b.jpg', 'alt']],
    ['a text where a list belongs', 'corrections: Was wrong.\n', ['corrections', 0, 'text']],
    ['a map where a list belongs', 'corrections: {text: Was wrong.}\n', ['corrections', 0, 'text']],
  ])('is left to the text where it would take the place of %s', (_, yaml, at) => {
    expect(editFrontMatter(of(yaml), at, 'New', keyOrder)).toEqual({ ok: false, reason: 'impossible' });
  });

  test('keeps a byte order mark, line ends of Windows, and single ones among them', () => {
    const raw = '\uFEFF---\r\ntitle: Old\r\ndate: 2024-01-02\n---\r\n\r\nText.\n\rMore.';
    expect(edited(raw, ['title'], 'New')).toBe(raw.replace('Old', 'New'));
    expect(edited(raw, ['draft'], true)).toBe(raw.replace('01-02\n', '01-02\ndraft: true\r\n'));
  });
});

/** Paths of all values, the whole ones before their parts. */
function pathsIn(data: PlainData, at: DataPath = []): DataPath[] {
  const inside =
    typeof data !== 'object' || data === null
      ? []
      : Object.entries(data).flatMap(([key, value]) =>
          pathsIn(value, [...at, Array.isArray(data) ? Number(key) : key]),
        );
  return at.length === 0 ? inside : [at, ...inside];
}

describe.each(stories)('every value of %s', (_, raw) => {
  const data = readFrontMatter(plainTextOf(raw)) ?? {};

  test('set to what it is changes no byte', () => {
    expect(pathsIn(data).length).toBeGreaterThan(10);
    for (const at of pathsIn(data)) {
      const edit = editFrontMatter(plainTextOf(raw), at, valueAt(data, at), keyOrder);
      expect(edit, at.join('.')).toEqual({ ok: true, edits: [] });
    }
  });

  test.each([
    ['changed', 'Another: "text", with #marks'],
    ['removed', undefined],
  ] as const)('%s leaves all lines of other keys as they are', (__, value) => {
    for (const at of pathsIn(data)) {
      const after = edited(raw, at, value);
      expect(readFrontMatter(plainTextOf(after)), at.join('.')).toEqual(withValue(data, at, value));
      const { gone } = lineChanges(raw, after);
      const own = linesOfKey(raw, String(at[0]));
      for (const line of gone) expect(own, at.join('.')).toContain(line);
    }
  });
});

test('every story of a newsroom keeps its bytes, and a new headline changes the lines of the old one', () => {
  expect(newsroom.length).toBeGreaterThan(20);
  for (const file of newsroom) {
    const raw = textOf(file);
    const data = readFrontMatter(plainTextOf(raw)) ?? {};
    for (const [key, value] of Object.entries(data))
      expect(editFrontMatter(plainTextOf(raw), [key], value, keyOrder), file).toEqual({
        ok: true,
        edits: [],
      });
    const after = edited(raw, ['title'], 'Another: headline');
    expect(readFrontMatter(plainTextOf(after)), file).toEqual({ ...data, title: 'Another: headline' });
    const { gone, added } = lineChanges(raw, after);
    expect(gone.length, file).toBeGreaterThan(0);
    expect(added, file).toHaveLength(1);
    for (const line of gone) expect(linesOfKey(raw, 'title'), file).toContain(line);
  }
});

function valueAt(data: PlainData, at: DataPath): PlainData {
  return at.reduce<PlainData>(
    (found, key) => Object.entries(found ?? {}).find(([one]) => one === String(key))?.[1],
    data,
  );
}

/** The lines from a key of the front matter to the next one. */
function linesOfKey(raw: string, key: string): string[] {
  const lines = (frontMatterBlock(raw)?.yaml ?? '').split('\n');
  const start = lines.findIndex((line) => line.replaceAll('"', '').startsWith(`${key}:`));
  const length = lines.slice(start + 1).findIndex((line) => /^["\w]/u.test(line));
  return length < 0 ? lines.slice(start) : lines.slice(start, start + 1 + length);
}

describe('random front matter', () => {
  const word = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(
      'LI Hua',
      '李华',
      'a: b',
      '- c',
      'true',
      '12',
      "it's",
      'two\nlines',
      ' x ',
      'a #b',
      '[c',
      'é"',
      '2024-01-02',
    ),
  );
  const scalar = fc.oneof(word, fc.boolean(), fc.integer({ min: 0, max: 999 }));
  const value: fc.Arbitrary<PlainData> = fc.oneof(
    scalar,
    fc.array(scalar, { minLength: 1, maxLength: 4 }),
    fc.dictionary(
      fc.stringMatching(/^[a-z][a-z. ]{0,6}[a-z]$/u),
      fc.oneof(scalar, fc.array(scalar, { minLength: 1, maxLength: 3 })),
      { minKeys: 1, maxKeys: 3 },
    ),
    fc.array(fc.record({ date: word, text: word }), { minLength: 1, maxLength: 3 }),
  );
  const key = fc.constantFrom(
    'title',
    'date',
    'topics',
    'summary',
    'credits',
    'photos',
    'corrections',
    'draft',
  );

  test('holds after any edits what it should hold, and the body and all other values stay', () => {
    let made = 0;
    fc.assert(
      fc.property(
        fc.dictionary(key, value, { minKeys: 0, maxKeys: 5 }),
        fc.array(fc.tuple(key, fc.option(value, { nil: undefined })), { minLength: 1, maxLength: 4 }),
        fc.constantFrom('\n', '\r\n'),
        (start, changes, end) => {
          let raw = of('');
          for (const [one, first] of Object.entries(start)) raw = edited(raw, [one], first);
          raw = raw.replaceAll('\n', end);
          let data: PlainData = readFrontMatter(plainTextOf(raw)) ?? {};
          expect(data).toEqual(start);
          for (const [one, next] of changes) {
            raw = edited(raw, [one], next);
            data = withValue(data, [one], next);
            made += 1;
            expect(readFrontMatter(plainTextOf(raw))).toEqual(data);
            expect(raw.endsWith(`---${end}${end}Text.${end}`)).toBe(true);
            if (end === '\r\n') expect(raw.replaceAll('\r\n', '')).not.toContain('\n');
          }
        },
      ),
      { numRuns: 100 },
    );
    expect(made).toBeGreaterThan(100);
  });

  test('and random edits of a body change the same in the bytes as in the text', () => {
    const text = fc
      .array(fc.constantFrom('a', 'é', '\n', '\r\n', '\r', '😀'), { maxLength: 30 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        text,
        fc.boolean(),
        fc.nat(),
        fc.nat(),
        fc.constantFrom('', 'x', '\n', 'y\nz'),
        (raw, hasMark, a, b, insert) => {
          const whole = (hasMark ? '\uFEFF' : '') + raw;
          const plain = plainTextOf(whole);
          const [from = 0, to = 0] = [a % (plain.length + 1), b % (plain.length + 1)].sort((x, y) => x - y);
          const after = applyToRaw(whole, [{ from, to, insert }]);
          expect(after.startsWith('\uFEFF')).toBe(hasMark);
          expect(plainTextOf(after)).toBe(applyToText(plain, [{ from, to, insert }]));
        },
      ),
      { numRuns: 500 },
    );
  });
});
