import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixText } from '../../src/checks/fix-text.ts';
import { structureOf } from '../../src/markdown/structure.ts';
import { markdownText } from '../markdown/markdown-text.ts';

const frontMatter = '---\ntitle: A title\ndate: 2024-01-02\n---\n';

function fix(body: string, lang = 'en'): string {
  const locale = lang === 'zh' ? 'zh-CN' : 'en-US';
  const fixed = fixText({ displayPath: 'x.md', text: frontMatter + body, lang, locale }, {});
  expect(fixed.startsWith(frontMatter)).toBe(true);
  return fixed.slice(frontMatter.length);
}

const letters = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s"'“”‘’.,;:?!()\u200b]|(?<=\d)(?:nd|st|rd|th)/giu, '')
    .replace(/20240?10?2|January0?22024/giu, '');

describe('fixing', () => {
  test.each([
    ['He said "yes" and left.', 'He said “yes” and left.'],
    ["It's the students' work.", 'It’s the students’ work.'],
    ["the class of '98 and 'tis", 'the class of ’98 and ’tis'],
    ['*"A"* and **"B"**', '*“A”* and **“B”**'],
    ['"[A](a.md)" is here', '“[A](a.md)” is here'],
    ['a 6\' 2" man', 'a 6\' 2" man'],
    ['6\'2"', '6\'2"'],
    ['a 6\'2" man and a 5\'8" woman', 'a 6\'2" man and a 5\'8" woman'],
    ['"A 6\'2" man," she said.', '“A 6\'2" man,” she said.'],
    ['a 15" pipe', 'a 15" pipe'],
    ['39°54\'15" north', '39°54\'15" north'],
    ['It ended in "2024" and in the 1990\'s.', 'It ended in “2024” and in the 1990’s.'],
    ['![A red stall(stall.jpg "The stall")', '![A red stall(stall.jpg "The stall")'],
    ['![A](a.jpg "It\'s"', '![A](a.jpg "It\'s"'],
    ['![A](a.jpg "x  y" "z")', '![A](a.jpg "x  y" "z")'],
    ['![A](a.jpg \'The  "Lab"\')', "![A](a.jpg 'The “Lab”')"],
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
    // The first line's fixing would take a paragraph away, so each fixing is tried by itself.
    ['\u200b\n- January 2nd , 2024word', '\u200b\n- January 2, 2024word'],
  ])('%s', (before, after) => {
    expect(fix(before)).toBe(after);
  });

  test.each([
    ['他说"你好",然后走了。', '他说“你好”,然后走了。'],
    ['北京,上海', '北京，上海'],
    ['只有一个"引号', '只有一个"引号'],
    ["他说'好'，然后走了。", '他说‘好’，然后走了。'],
    ["'好'字", '‘好’字'],
    ['他说’好’。', '他说‘好’。'],
    ['”好”与“坏“', '“好”与“坏”'],
    ['他说"\'好\'字"。', '他说“‘好’字”。'],
    ["It's 好'的", "It’s 好'的"],
    ['身高6\'2"的"姚"', '身高6\'2"的“姚”'],
    ['他说“‘好’字”。', '他说“‘好’字”。'],
  ])('Chinese: %s', (before, after) => {
    expect(fix(before, 'zh')).toBe(after);
  });

  test.each([
    ["title: It's a fair", 'title: It’s a fair'],
    ['title: "The \'Lab\'  opens ,now"', 'title: "The ‘Lab’ opens, now"'],
    ['title: On January 02,2024', 'title: On January 2, 2024'],
    ['summary: 6\'2" tall and "good"', 'summary: 6\'2" tall and “good”'],
    ["photos: {1.jpg: {caption: It's a stall}}", 'photos: {1.jpg: {caption: It’s a stall}}'],
    [
      'corrections: [{date: 2024-01-02, text: \'Mr. "Li"\'}]',
      "corrections: [{date: 2024-01-02, text: 'Mr. “Li”'}]",
    ],
    ['title: "It\\u0027s \\"x\\""', 'title: "It\\u0027s \\"x\\""'],
    // A comma would end the caption, and a colon make a key of the headline.
    ['photos: {1.jpg: {caption: Tea，pots}}', 'photos: {1.jpg: {caption: Tea，pots}}'],
    ['title: The fair：a start', 'title: The fair：a start'],
    ['credits: {draft: "Li  Hua"}', 'credits: {draft: "Li  Hua"}'],
  ])('the front matter: %s', (before, after) => {
    const text = (keys: string) => `---\ndate: 2024-01-02\n${keys}\n---\n\nIt opened.\n`;
    const fixed = fixText({ displayPath: 'x.md', text: text(before), lang: 'en', locale: 'en-US' }, {});
    expect(fixed).toBe(text(after));
  });

  test('twice changes nothing more, and code, addresses, photos and structure stay', () => {
    fc.assert(
      fc.property(markdownText, fc.constantFrom('en', 'zh'), (body, lang) => {
        const once = fix(body, lang);
        expect(fix(once, lang)).toBe(once);
        expect(structureOf(once)).toBe(structureOf(body));
        expect(letters(once)).toBe(letters(body));
        expect(once.split('\n')).toHaveLength(body.split('\n').length);
      }),
      { numRuns: 300 },
    );
  });
});
