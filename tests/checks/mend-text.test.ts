import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mendText } from '../../src/checks/mend-text.ts';
import { structureOf } from '../../src/markdown/structure.ts';
import { markdownText } from '../markdown/markdown-text.ts';

const frontMatter = '---\ntitle: "A \'straight\'  title ,here"\ndate: 2024-01-02\n---\n';

function mend(body: string, lang = 'en'): string {
  const locale = lang === 'zh' ? 'zh-CN' : 'en-US';
  const mended = mendText({ shownFile: 'x.md', text: frontMatter + body, lang, locale }, {});
  expect(mended.startsWith(frontMatter)).toBe(true);
  return mended.slice(frontMatter.length);
}

const letters = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s"'“”‘’.,;:?!()\u200b]|(?<=\d)(?:nd|st|rd|th)/giu, '')
    .replace(/20240?10?2|January0?22024/giu, '');

describe('mending', () => {
  test.each([
    ['He said "yes" and left.', 'He said “yes” and left.'],
    ["It's the students' work.", 'It’s the students’ work.'],
    ["the class of '98 and 'tis", 'the class of ’98 and ’tis'],
    ['*"A"* and **"B"**', '*“A”* and **“B”**'],
    ['"[A](a.md)" is here', '“[A](a.md)” is here'],
    ['a 6\' 2" man', 'a 6\' 2" man'],
    ['Two  spaces   here', 'Two spaces here'],
    ['kept  \nbreak', 'kept  \nbreak'],
    ['On January 02,2024 it', 'On January 2, 2024 it'],
    ['On January  2nd , 2024 it', 'On January 2, 2024 it'],
    ['On 2024.1.2 and 2024/01/02', 'On January 2, 2024 and January 2, 2024'],
    ['In Beijing，China（north）.', 'In Beijing, China (north).'],
    ['at 北京，中国 today', 'at 北京，中国 today'],
    ['a word , and another,two', 'a word, and another, two'],
    ['1,000 and f(a,b)', '1,000 and f(a,b)'],
    ['see https://e.example/one,two now', 'see https://e.example/one,two now'],
    ['zero\u200bwidth', 'zerowidth'],
    ['`"x"  y` stays', '`"x"  y` stays'],
    [
      '![Two  men](a.jpg "The \'Lab\'  opens"){credit="X  Y"}',
      '![Two men](a.jpg "The ‘Lab’ opens"){credit="X  Y"}',
    ],
    ['## January 02,2024 "now"', '## January 02,2024 “now”'],
    // The first line's mending would take a paragraph away, so each mending is tried by itself.
    ['\u200b\n- January 2nd , 2024word', '\u200b\n- January 2, 2024word'],
  ])('%s', (before, after) => {
    expect(mend(before)).toBe(after);
  });

  test.each([
    ['他说"你好",然后走了。', '他说“你好”,然后走了。'],
    ['北京,上海', '北京，上海'],
    ['只有一个"引号', '只有一个"引号'],
  ])('Chinese: %s', (before, after) => {
    expect(mend(before, 'zh')).toBe(after);
  });

  test('twice changes nothing more, and code, addresses, photos and structure stay', () => {
    fc.assert(
      fc.property(markdownText, fc.constantFrom('en', 'zh'), (body, lang) => {
        const once = mend(body, lang);
        expect(mend(once, lang)).toBe(once);
        expect(structureOf(once)).toBe(structureOf(body));
        expect(letters(once)).toBe(letters(body));
        expect(once.split('\n')).toHaveLength(body.split('\n').length);
      }),
      { numRuns: 300 },
    );
  });
});
