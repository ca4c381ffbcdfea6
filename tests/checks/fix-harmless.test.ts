/** What `--fix` must never change: formulas, code, attributes, measures, soft hyphens, signs of other languages. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixText } from '../../src/checks/fix-text.ts';

const frontMatter = '---\ntitle: A title\ndate: 2024-01-02\n---\n';
const locales: Readonly<Record<string, string>> = { en: 'en-US', de: 'de-DE', zh: 'zh-CN' };

function fix(body: string, lang = 'en'): string {
  const text = frontMatter + body;
  const locale = locales[lang] ?? lang;
  return fixText({ displayPath: 'x.md', text, lang, locale }, {}).slice(frontMatter.length);
}

/** Each is right as it is typed, alone and in a sentence. */
const untouchable = [
  "f'(x)",
  "f''(x)",
  "f'(x) = g''(x)",
  "x' = y' + z'",
  "x'(t)",
  "y''",
  'lang="en"',
  "class='note'",
  '--name="a b"',
  'x = "a"',
  'if (x == "a")',
  'print("hello")',
  "row['name']",
  '["a", "b"]',
  "['a','b']",
  '{"key": "value"}',
  '{a,bc}',
  'max(width,height)',
  '$x\' = "a"$',
  '<span title="x">',
  '6\'2"',
  '5\'11"',
  '5" and 6"',
  '5½"',
  '15" pipe',
  '40°26\'46"N',
  "40°26'N",
  '5° 3\' 20"',
  "5'-UTR",
  "3'UTR",
  "5' and 3' ends",
  "3'-5' exonuclease",
  'Donau\u00addampf\u00adschiff',
  'soft\u00adhyphen',
  'Auf\u200clage',
  'Hawaiʻi',
  'Qurʾān and ʿAlī',
  '„Haus“',
  '«maison»',
  'version 2024.1.2',
  'v2024.1.2',
  'Möbel',
] as const;

describe('fixing never changes', () => {
  test.each(untouchable)('%s', (text) => {
    for (const lang of ['en', 'de', 'zh']) {
      expect(fix(text, lang)).toBe(text);
      const sentence = lang === 'zh' ? `他写 ${text} 了。` : `Before ${text} after.`;
      expect(fix(sentence, lang)).toBe(sentence);
    }
  });

  test('any of these among quotations', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...untouchable), { minLength: 1, maxLength: 4 }),
        fc.constantFrom('en', 'de'),
        (texts, lang) => {
          const [open, close] = lang === 'de' ? ['„', '“'] : ['“', '”'];
          const before = texts.map((text) => `He said "yes" and ${text} too`).join('. ');
          const after = texts.map((text) => `He said ${open}yes${close} and ${text} too`).join('. ');
          expect(fix(before, lang)).toBe(after);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('fixing types', () => {
  test.each([
    ["rock 'n' roll", 'rock ’n’ roll'],
    ["the '90s and '68", 'the ’90s and ’68'],
    ["O'Neil's book", 'O’Neil’s book'],
    ["\"It's 'good'\", she said.", '“It’s ‘good’”, she said.'],
    ["James' \"book's 'title'\".", 'James’ “book’s ‘title’”.'],
    ['"\'Tis" he said', '“’Tis” he said'],
    ['the 1990\'s and "2024"', 'the 1990’s and “2024”'],
    ['"A 12" vinyl," he said.', '“A 12" vinyl,” he said.'],
    ['On May 12 2000 students came', 'On May 12 2000 students came'],
    ['letter \'a\' and "b"', 'letter ‘a’ and “b”'],
    ['at \u00adthe end\u00ad of', 'at the end of'],
  ])('English: %s', (before, after) => {
    expect(fix(before)).toBe(after);
  });

  test.each([
    ['"Das ist \'gut\'", sagte sie.', '„Das ist ‚gut‘“, sagte sie.'],
    ["Wie geht's? Die '68er.", 'Wie geht’s? Die ’68er.'],
    ['Er fragte: "Warum?" "Darum!" ("weil").', 'Er fragte: „Warum?“ „Darum!“ („weil“).'],
    ['Das »eine« und "das andere"', 'Das »eine« und »das andere«'],
    ['*"A"* und **"B"**', '*„A“* und **„B“**'],
  ])('German: %s', (before, after) => {
    expect(fix(before, 'de')).toBe(after);
  });

  test('nothing in languages whose quotation it does not know', () => {
    expect(fix('Il dit "oui".', 'fr')).toBe('Il dit "oui".');
  });
});
