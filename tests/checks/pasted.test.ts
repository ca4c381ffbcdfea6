import { describe, expect, test } from 'vitest';
import { readText } from '../../src/checks/checked-document.ts';
import { pastedAddress } from '../../src/checks/pasted-address.ts';
import { namesIn } from '../../src/checks/several-names.ts';
import { unreadMarkup } from '../../src/checks/unread-markup.ts';

const text = (body: string, keys = '') =>
  readText(`---\ntitle: A fair\n${keys}---\n\n${body}\n`, 'index.md', 'en', 'en-US');

describe('what was pasted', () => {
  test.each([
    ['Stall\tPrice\nTea\t5', 'a table'],
    ['Stall\tPrice', 'a table'],
    ['• Tea\n• Pots', 'a list'],
    ['• Tea', 'a list'],
    ['•\tTea', 'a list'],
    ['\uF0B7\tTea', 'a list'],
    ['● 茶', 'a list'],
    ['– Tea\n– Pots', 'a list'],
    ['o\tTea', 'a list'],
    ['-Tea\n-Pots', 'a list'],
    ['1.Tea\n2.Pots', 'a list'],
    ['*Tea\n*Pots', 'a list'],
    ['- Tea\n-Pots\n- Bowls', 'a list'],
    ['1. Tea\n2.Pots', 'a list'],
    ['a) Tea\nb) Pots', 'a list'],
    ['(1) Tea\n(2) Pots', 'a list'],
    ['i. Tea\nii. Pots', 'a list'],
    ['o   Tea', 'a list'],
    ['o\u00a0 Tea', 'a list'],
    ['[call](tel:+1 212 555 0100)', 'a link'],
    ['It is here (https://example.org/z).', 'a link'],
    ['It rained.[1]\n\n[1] All day.', 'a footnote'],
    ['The river runs,\nthe night is long,\nand nobody sings.', 'as one'],
    ['河水流，\n夜很长，\n无人唱。', 'as one'],
    ['It is over.\n---', 'a heading'],
    ['Best regards\n--', 'a heading'],
    ['A sentence that goes on,\nand on.\n----------', 'a heading'],
    ['10. Tea\n9. Pots', '11.'],
    ['1. Tea\n3. Pots', '2.'],
    ['Student*innen und Lehrer*innen', 'italic'],
    ['Es sind 5*3*2 Euro.', 'italic'],
    ['Water is $E = mc^2$ here.', 'This is a code'],
    ['CO~2~ rose.', 'This is a code'],
    ['It is x^2^ long.', 'This is a code'],
    ['[A red stall](stall.jpg "The stall of the chess club")', 'a photo'],
    ['[ ] Tea', 'a list of tasks'],
    ['See [[2024/fair|the fair]].', 'a link'],
    ['#The stalls', 'a heading'],
    ['**The stalls**\n\nIt opened.', 'a heading'],
    ['| Stall | Price |\n| Tea | 5 |', 'a table'],
    ['It was ==red==.', 'This is a code'],
    ['{: .lead}', 'This is a code'],
    ['[TOC]', 'This is a code'],
    ['> [!NOTE]\n> It rained.', 'This is a code'],
    ['{% include x %}', 'This is a code'],
    ['It was %%not%% red.', 'This is a code'],
    ['https://youtu.be/abc', 'a link'],
    ['It is at www.example.org.', 'a link'],
    ['    The fair opened on Monday, and it rained.', 'program code'],
    ['\tThe fair opened on Monday, and it rained.', 'program code'],
    ['    集市在星期一开幕，下了雨。', 'program code'],
  ])('%s', (body, what) => {
    const found = unreadMarkup.check(text(body));
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toContain(what);
    expect(found[0]?.hint).toMatch(/\w/u);
  });

  test.each([
    '- Tea\n- Pots',
    '– LI Hua, visitor',
    '**Open:** Monday',
    '**It is over.**\n\nIt was red.',
    '**The stalls**',
    '`[[a]]` and `==b==`',
    'if a == b and c == d',
    '| Stall | Price |\n|---|---|\n| Tea | 5 |',
    '    const stall = open({ red: true });\n    run(stall);',
    '- Tea\n\n  It is green.\n\n    Still green, said the man.',
    'It was 50%% of 20%%.',
    '[1] A remark.',
    'It cost $5 and $10, or $5+ and $10, ~5 to ~10, 2^3 and a ^ b ^ c.',
    'See [the map](map.jpg).',
    '~~gone~~ and `x^2^`',
    'It rained. [1] A remark.\n\n[1] Another one.',
    'Tea\\\nPots\\\nBowls',
    'Tea  \nPots  \nBowls',
    'Tea, Pots\nand Bowls.',
    'A line that a program has wrapped where its window ended,\nand goes on,\nand on.',
    'The stalls\n----------',
    'It is over.\n\n---\n\nIt was red.',
    '1. Tea\n1. Pots\n1. Bowls',
    '2. Tea\n3. Pots\n   1. Bowls\n   2. Cups\n4. Plates',
    'un*believ*able and Student\\*innen und Lehrer\\*innen',
    'Die Student*innen kamen.',
    '这是*重点*内容，那是*另*一个。',
    'And [x]( https://example.org ) one, [y](https://example.org/y "Y").',
    'See <https://example.org>, [www.example.org](https://www.example.org) and `https://a.example`.',
    '[1]: https://example.org',
    'Write to anna@www.example.org.',
  ])('is not seen in: %s', (body) => {
    expect(unreadMarkup.check(text(body))).toEqual([]);
  });
});

describe('a pasted address', () => {
  test.each([
    ['https://www.google.com/url?q=https://example.org/list&sa=D', 'https://example.org/list'],
    ['https://www.google.de/url?sa=t&url=https%3A%2F%2Fexample.org%2Fa%20b', 'https://example.org/a b'],
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org', 'https://example.org'],
    [
      'https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org&data=1',
      'https://example.org',
    ],
    ['https://link.zhihu.com/?target=https%3A//example.org', 'https://example.org'],
    ['https://www.baidu.com/link?url=AbC', 'copy the address'],
    ['https://docs.google.com/document/d/1AbC/edit?usp=sharing', 'PDF'],
    ['https://docs.google.com/spreadsheets/d/1AbC/edit#gid=0', 'PDF'],
    ['https://drive.google.com/file/d/1AbC/view?usp=sharing', 'PDF'],
    ['https://docs.qq.com/doc/DAbC', 'PDF'],
    ['https://ustb.sharepoint.com/:w:/s/news/abc?web=1', 'PDF'],
    ['https://1drv.ms/w/s!AbC', 'PDF'],
    ['https://wiki.example.org/fair/edit', 'PDF'],
    ['http://localhost:8080/fair/', 'public address'],
    ['http://192.168.1.20/fair/', 'public address'],
  ])('%s', (address, hint) => {
    for (const body of [`See [the list](${address}).`, `See <${address}>.`, `See ${address} now.`]) {
      const found = pastedAddress.check(text(body));
      expect(found.map((one) => one.hint)).toEqual([expect.stringContaining(hint)]);
      const [{ column, endColumn } = { column: 0, endColumn: 0 }] = found;
      expect(body.slice(column - 1, endColumn - 1)).toBe(address);
    }
    expect(pastedAddress.check(text('It opened.', `source: {name: A, url: "${address}"}\n`))).toHaveLength(1);
  });

  test.each([
    'https://www.google.com/maps/place/Beijing',
    'https://docs.google.com/forms/d/e/1AbC/viewform',
    'https://docs.google.com/document/d/e/1AbC/pub',
    'https://example.org/edition/',
    'https://example.org/credit',
    'https://www.facebook.com/ustb',
    'https://www.youtube.com/watch?v=abc',
    'https://www.baidu.com/',
    'https://github.com/owner/name',
  ])('%s is good', (address) => {
    expect(pastedAddress.check(text(`See [it](${address}) and ${address}.`))).toEqual([]);
  });

  test('in code is an example', () => {
    expect(pastedAddress.check(text('`http://localhost:8080/`\n\n```\nhttp://localhost/\n```'))).toEqual([]);
  });
});

describe('several names in one', () => {
  test.each([
    ['YANG Lindi, LI Hua', ['YANG Lindi', 'LI Hua']],
    ['LI Hua and WANG Wu', ['LI Hua', 'WANG Wu']],
    ['LI Hua & WANG Wu', ['LI Hua', 'WANG Wu']],
    ['YANG Lindi (text), LI Hua (photos)', ['YANG Lindi', 'LI Hua']],
    ['Anna Berg und Jan van Dijk', ['Anna Berg', 'Jan van Dijk']],
    ['LI Hua / WANG Wu; ZHAO Liu', ['LI Hua', 'WANG Wu', 'ZHAO Liu']],
    ['李华、王五', ['李华', '王五']],
    ['李华 王五', ['李华', '王五']],
    ['李华，王五', ['李华', '王五']],
    ['王建国和李华', ['王建国', '李华']],
  ])('%s', (typed, names) => {
    expect(namesIn(typed)).toEqual(names);
  });

  test.each([
    'YANG Lindi',
    'LI Hua, Ph.D.',
    'LI Hua (Henry)',
    'School of Materials and Metallurgy',
    'Beijing University and Tsinghua University',
    'Xinhua News Agency, Beijing Office',
    '李和平',
    '宣传部、新闻中心',
    'yang-lindi',
    'Martin Luther King, Jr.',
    'The Sports and Arts Desk',
  ])('%s is one', (typed) => {
    expect(namesIn(typed)).toBeUndefined();
  });
});

test('the brackets of an address are a part of it, those around it are not', () => {
  const typed = 'See https://example.org/(x), https://example.org/a_(b)_c and (https://example.org/z).';
  expect(unreadMarkup.check(text(typed)).map(({ hint }) => hint)).toEqual([
    'Write <https://example.org/(x)>',
    'Write <https://example.org/a_(b)_c>',
    'Write <https://example.org/z>',
  ]);
});

test('a telephone number in a link is written as telephones read it', () => {
  expect(unreadMarkup.check(text('[u](tel:+49 (0) 30 123)'))[0]?.hint).toBe('Write [u](tel:+4930123)');
});

describe('a headline and a summary are plain text', () => {
  const heading = (keys: string) =>
    unreadMarkup.check(readText(`---\n${keys}\n---\n\nIt opened.\n`, 'index.md', 'en', 'en-US'));

  test.each([
    ['title: Students in *Nature*', '*Nature*', 'Write Nature'],
    ['title: Students in **Nature** again', '**Nature**', 'Write Nature'],
    ['title: Students in _Nature_', '_Nature_', 'Write Nature'],
    ['title: Students in <i>Nature</i>', '<i>Nature</i>', 'Write Nature'],
    ['title: Research &amp; art', '&amp;', 'Write the character itself'],
    ['summary: A [link](https://x.test) here.', '[link](https://x.test)', 'Write link'],
  ])('%s', (keys, typed, hint) => {
    const found = heading(keys);
    expect(found.map((one) => one.hint)).toEqual([hint]);
    expect(found[0]?.message).toContain(typed);
  });

  test.each([
    'title: Student*innen und Lehrer*innen',
    'title: 5*3*2 and snake_case_name',
    'title: "[Photos] What we saw (and heard)"',
    'title: A & B, C* and D*',
    'title: "#1 - and more"',
    'corrections: [{date: 2024-05-08, text: The fair had forty stalls.}]',
  ])('%s is good', (keys) => {
    expect(heading(keys)).toEqual([]);
  });
});
