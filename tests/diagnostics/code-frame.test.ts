import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeFrame } from '../../src/diagnostics/code-frame.ts';
import { didYouMean } from '../../src/diagnostics/did-you-mean.ts';
import { listSome } from '../../src/text/list-some.ts';
import { terminalText } from '../../src/text/terminal-text.ts';

const plain = { mark: (text: string) => text, dim: (text: string) => text };
const frame = (text: string, line: number, column: number, endColumn: number) =>
  codeFrame(text, { line, column, endColumn }, plain);

describe('a code frame', () => {
  test('shows the line above and the line below, and marks the place', () => {
    expect(frame('one\ntwo three\nfour', 2, 5, 10)).toBe(
      ['    1 | one', '  > 2 | two three', '      |     ^^^^^', '    3 | four'].join('\n'),
    );
  });

  test('marks wide letters by the columns that they take on a terminal', () => {
    expect(frame('标题：春节', 1, 4, 6)).toBe(['  > 1 | 标题：春节', '      |       ^^^^'].join('\n'));
  });

  test('cuts a long line around the mark', () => {
    const lines = frame(`${'a'.repeat(300)}BAD${'c'.repeat(300)}`, 1, 301, 304).split('\n');
    expect(lines[0]).toMatch(/^ {2}> 1 \| …a+BADc+…$/u);
    expect(lines[1]?.indexOf('^^^')).toBe(lines[0]?.indexOf('BAD'));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(120);
  });

  test('is empty for a line that the text does not have', () => {
    expect(frame('one', 7, 1, 2)).toBe('');
  });

  test('of any text and place is printable, and marks at least one column', () => {
    const place = fc.integer({ min: 1, max: 60 });
    const unit = fc.constantFrom(
      'a',
      '\n',
      '\r',
      '\t',
      ' ',
      '\u001b',
      '\u0007',
      '\u009b',
      '\u202e',
      '中',
      '🎓',
    );
    const hostile = fc.string({ unit, maxLength: 80 });
    fc.assert(
      fc.property(hostile, place, place, place, (text, line, column, width) => {
        const shown = frame(text, line, column, column + width);
        if (line > text.split('\n').length) expect(shown).toBe('');
        else expect(shown).toContain('^');
        expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});

test('text of a stranger cannot move the cursor, forge a line or turn the reading direction', () => {
  expect(terminalText('a\u001b[2Jb\nc\rd\te\u202ef\u0007')).toBe(
    'a\\u{1b}[2Jb\\u{a}c\\u{d}d e\\u{202e}f\\u{7}',
  );
});

test('text of a stranger is no command to a CI system, whatever it begins with', () => {
  expect(terminalText('  ::stop-commands::x')).toBe('  \\u{3a}:stop-commands::x');
  expect(terminalText('A ##[add-mask]e and ##vso[task.setvariable x]')).toBe(
    'A \\u{23}#[add-mask]e and \\u{23}#vso[task.setvariable x]',
  );
  expect(terminalText('::: note at 8:00::9:00, a ## heading, C#')).toBe(
    '::: note at 8:00::9:00, a ## heading, C#',
  );
});

describe('did you mean', () => {
  test.each([
    ['sumary', 'summary'],
    ['Sciense and technology', 'Science and Technology'],
    ['science_and-technology', 'Science and Technology'],
    ['ｓｕｍｍａｒｙ', 'summary'],
    ['weather', undefined],
    ['', undefined],
  ])('of "%s" is %s', (word, meant) => {
    expect(didYouMean(word, ['summary', 'Science and Technology', 'slug'])).toBe(meant);
  });
});

test('a few names are listed, of many the first', () => {
  const names = Array.from({ length: 20 }, (_, index) => `n${index}`);
  expect(listSome(names.slice(0, 13))).toBe(names.slice(0, 13).join(', '));
  expect(listSome(names)).toBe(`${names.slice(0, 12).join(', ')} and 8 more`);
});
