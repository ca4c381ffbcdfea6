import { describe, expect, test } from 'vitest';
import { joinLines, withoutFoldedSpaces } from '../../src/text/line-ends.ts';

describe('a line end', () => {
  test.each([
    ['同学们骑着自行\n车来到草地，\n一共有四十个', '同学们骑着自行车来到草地，一共有四十个'],
    ['一共有四十个摊位\n与 Beijing\n大学合作', '一共有四十个摊位与 Beijing 大学合作'],
    ['他说：\n“好。”\n然后', '他说：“好。”然后'],
    ['自転車で\n来ました', '自転車で来ました'],
    ['two\nwords', 'two words'],
    ['한국어\n텍스트', '한국어 텍스트'],
    ['𠮷\n𠮷', '𠮷𠮷'],
  ])('%j is read as %j', (text, joined) => {
    expect(joinLines(text)).toBe(joined);
  });

  test('that YAML has made a space is none between Chinese characters', () => {
    expect(withoutFoldedSpaces('草地上 的集市 at noon', '草地上\n  的集市\n  at noon')).toBe(
      '草地上的集市 at noon',
    );
    expect(withoutFoldedSpaces('有 空格', '有 空格')).toBe('有 空格');
  });
});
