import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutImpossible } from '../../src/text/hidden-characters.ts';

test('takes out controls and halves of pairs, and leaves whole pairs and breaks of lines', () => {
  expect(withoutImpossible('a\u0000b\u0008c\u007fd\u009fe\ufffef\uffffg')).toBe('abcdefg');
  expect(withoutImpossible('half \ud83d and \ude00, whole \ud83d\ude00')).toBe(
    'half  and , whole \ud83d\ude00',
  );
  expect(withoutImpossible('two\r\n\tlines \u202e é 文')).toBe('two\r\n\tlines \u202e é 文');
});

test('leaves nothing that no text has, and only takes out', () => {
  const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 });
  fc.assert(
    fc.property(units, (codes) => {
      const text = String.fromCharCode(...codes);
      const kept = withoutImpossible(text);
      expect(kept).not.toMatch(
        /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/u,
      );
      expect(kept).toBe([...text].filter((character) => withoutImpossible(character) !== '').join(''));
    }),
  );
});
