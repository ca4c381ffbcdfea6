import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composed } from '../../src/text/composed.ts';

/** What it says of itself, without its shorter way. */
const asDefined = (text: string) => text.replace(/\P{M}\p{M}+/gu, (letter) => letter.normalize('NFC'));

test('letters and their marks are put together, whatever else stands in the text', () => {
  expect(composed('Cafe\u0301, 河边')).toBe('Caf\u00e9, 河边');
  // NFC has another character for the first one, whose text stays as it is typed.
  expect(composed('\uf900 \u212b')).toBe('\uf900 \u212b');
  const unit = fc.oneof(
    fc.constantFrom('e', '\u0301', '\u3099', 'か', '’', '鹭', '\uf900', '\ud83d'),
    fc.string(),
  );
  fc.assert(
    fc.property(
      fc.array(unit).map((parts) => parts.join('')),
      (text) => {
        expect(composed(text)).toBe(asDefined(text));
      },
    ),
  );
});

test('no character is taken for a letter that is a mark', () => {
  const texts = Array.from({ length: 0x10000 }, (_, code) => `か${String.fromCharCode(code)}`);
  expect(texts.filter((text) => composed(text) !== asDefined(text))).toEqual([]);
});
