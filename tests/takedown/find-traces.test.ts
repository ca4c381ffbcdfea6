import { describe, expect, test } from 'vitest';
import { findTraces } from '../../src/takedown/find-traces.ts';
import { namePattern } from '../../src/takedown/name-pattern.ts';
import type { Needle } from '../../src/takedown/needles.ts';
import { foldSpaces } from '../../src/takedown/searchable-text.ts';

const sentence: Needle = { what: 'sentence', text: foldSpaces('“It’s late & wet,” she said.') };
const name: Needle = { what: 'name', text: 'LI Hua', pattern: namePattern('LI Hua') };
const address: Needle = { what: 'address', text: '/2024/05/fair/' };
const found = (file: string, text: string, ...needles: readonly Needle[]) =>
  findTraces(file, Buffer.from(text), needles).map(({ what }) => what);

describe('a trace of what was taken down', () => {
  test.each([
    ['a.html', '<p>“It’s late &amp; <em>wet</em>,” she said.</p>'],
    ['a.html', '<meta content="&quot;It&#39;s late &#x26; wet,&quot;\n  she said.">'],
    ['feed.json', '{"html": "\\u201cIt’s late & wet,\\u201d she\\nsaid."}'],
    [
      'feed.xml',
      '<content>&lt;p&gt;“It’s late &amp;amp; &lt;b&gt;wet&lt;/b&gt;,” she said.&lt;/p&gt;</content>',
    ],
  ])('is found in %s however it is written: %s', (file, text) => {
    expect(found(file, text, sentence)).toEqual(['sentence']);
  });

  test('is a name as a whole, in any letters', () => {
    expect(found('a.html', 'Photo: li  hua.', name)).toEqual(['name']);
    expect(found('a.html', 'LI Huaqing', name)).toEqual([]);
    expect(found('a.jpg', 'xmp LI Hua', name)).toEqual(['name']);
    expect(namePattern('李华').test('记者李华报道')).toBe(true);
  });

  test('is no address where the address says that it is gone', () => {
    const text = 'at /2024/05/fair/';
    for (const file of ['_redirects', '_nginx.conf', 'manifest.json', '2024/05/fair/index.html'])
      expect(found(file, text, address)).toEqual([]);
    for (const file of ['index.html', 'sitemap.xml', 'search/en/1.json'])
      expect(found(file, text, address)).toEqual(['address']);
  });

  test('is the file of a photo', () => {
    const photo: Needle = { what: 'photo', text: 'photos/abc-640.webp' };
    expect(found('photos/abc-640.webp', '', photo)).toEqual(['photo']);
    expect(found('index.html', '<img src="/photos/abc-640.webp">', photo)).toEqual(['photo']);
  });
});
