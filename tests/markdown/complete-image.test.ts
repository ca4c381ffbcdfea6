/** Writing texts into images that have none. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completeImage } from '../../src/markdown/complete-image.ts';
import { parseBody } from '../../src/markdown/parse-body.ts';

const texts = { alt: 'Two people', caption: 'The signing', credit: 'LI Hua' };

test.each([
  ['![](1.jpg)', '![Two people](1.jpg "The signing"){credit="LI Hua"}'],
  ['![Seen](1.jpg)', '![Seen](1.jpg "The signing"){credit="LI Hua"}'],
  ['![](1.jpg "Said")', '![Two people](1.jpg "Said"){credit="LI Hua"}'],
  ["![](1.jpg 'Said'){credit=ZHAO}", "![Two people](1.jpg 'Said'){credit=ZHAO}"],
  ['![ ](<a b.jpg>)', '![Two people](<a b.jpg> "The signing"){credit="LI Hua"}'],
  ['![Seen](1.jpg "Said"){credit="ZHAO Li"}', '![Seen](1.jpg "Said"){credit="ZHAO Li"}'],
])('%s becomes %s', (before, after) => {
  expect(completeImage(before, texts)).toBe(after);
});

test.each(['![](1.jpg){decorative}', '![a [b] c](1.jpg)', '![a][ref]', '![](a(b).jpg)', 'text'])(
  '%s is left to a person',
  (source) => {
    expect(completeImage(source, texts)).toBeUndefined();
  },
);

test('whatever the photo says is read back as it was said, or at least as the same letters', () => {
  const letters = (text = '') =>
    text
      .normalize('NFKC')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const said = fc
    .string({
      unit: fc.constantFrom(...'aB7 签é"\'\\`*_[]<>&;#~^=$(){}!|-.:/@'),
      minLength: 1,
      maxLength: 30,
    })
    .map((text) => text.replace(/\s+/gu, ' ').trim())
    .filter((text) => /[\p{L}\p{N}]/u.test(text));
  fc.assert(
    fc.property(said, said, said, (alt, caption, credit) => {
      const source = completeImage('![](1.jpg)', { alt, caption, credit }) ?? '';
      const { body } = parseBody(source, { file: 'a.md', folder: 'a', firstLine: 1 });
      const [figure] = body.blocks;
      // What would be read otherwise is found when the article is read again, and is not written.
      if (figure?.kind !== 'figure') return;
      expect(letters(figure.captionText)).toBe(letters(caption));
    }),
  );
});
