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
