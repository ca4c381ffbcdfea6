import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printLedger, readLedger } from '../../src/content/address-ledger.ts';

const url = fc.stringMatching(/^\/[a-z0-9-]{1,8}\/$/u);
const owner = fc.constantFrom('people', 'topics', 'pages/about.md', 'articles/2024/fair/index.zh.md');
const file = fc.stringMatching(/^articles\/\d{4}\/[^/]{1,9}\/index\.md$/u);
const record = { title: 'a', date: '2024-05-06', text: 'b', quotes: ['c'], captions: { '1.jpg': 'd' } };

describe('the ledger of addresses', () => {
  test('is read as it was written, whatever is in it', () => {
    fc.assert(
      fc.property(fc.dictionary(url, owner), fc.dictionary(file, fc.constant(record)), (known, told) => {
        const before = {
          addresses: new Map(Object.entries(known)),
          stories: new Map(Object.entries(told)),
        };
        const reading = readLedger(printLedger(before), 'x');
        if (!reading.ok) throw new Error(reading.diagnostic.message);
        expect(new Map(reading.ledger.addresses)).toEqual(before.addresses);
        expect(new Map(reading.ledger.stories)).toEqual(before.stories);
      }),
    );
  });

  test('has a line for each address, which mistakes point at', () => {
    const text = printLedger({
      addresses: new Map([
        ['/b/', 'people'],
        ['/a/', 'pages/a.md'],
      ]),
      stories: new Map([['articles/2024/a/index.md', record]]),
    });
    const reading = readLedger(text, 'content/.addresses.json');
    expect(text.split('\n').slice(3, 5)).toEqual(['  "/a/": "pages/a.md",', '  "/b/": "people"']);
    expect(reading.ok && reading.ledger.placeOf('/b/')).toMatchObject({ line: 5, column: 3, endColumn: 8 });
  });

  test.each(['merge', 'diff3'])('with an unfinished merge (%s) is what both versions hold', (style) => {
    const base = style === 'diff3' ? '||||||| 123abc\n  "/a/": "people"\n' : '';
    const text = `{\n "version": 1,\n "addresses": {\n<<<<<<< HEAD\n  "/a/": "people",\n  "/b/": "people"\n${base}=======\n  "/a/": "people",\n  "/c/": "people"\n>>>>>>> other\n },\n "names": {\n },\n "stories": {\n }\n}\n`;
    const reading = readLedger(text, 'content/.addresses.json');
    if (!reading.ok) throw new Error(reading.diagnostic.message);
    expect([...reading.ledger.addresses.keys()].sort()).toEqual(['/a/', '/b/', '/c/']);
    expect(reading.unfinished).toMatchObject({ code: 'unfinished-merge', severity: 'error', line: 4 });
    expect(reading.unfinished?.hint).toContain('npx news addresses --update');
  });

  test('with a merge that leaves no whole version says how to take one', () => {
    const reading = readLedger('{\n<<<<<<< HEAD\n"version": 1\n', 'content/.addresses.json');
    expect(reading.ok ? '' : reading.diagnostic.hint).toContain(
      'git checkout --theirs content/.addresses.json',
    );
  });

  test.each([
    '',
    '[]',
    '{"version": 2}',
    '{"version": 1, "addresses": {"x": "people"}, "stories": {}}',
    '{"version"',
  ])('damaged as %j is an error that says where to take it from', (text) => {
    const reading = readLedger(text, 'content/.addresses.json');
    expect(reading.ok).toBe(false);
    if (!reading.ok) expect(reading.diagnostic.hint).toContain('git');
  });
});
