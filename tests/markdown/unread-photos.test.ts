import { describe, expect, test } from 'vitest';
import { parseBody } from '../../src/markdown/parse-body.ts';
import { readProse } from '../../src/markdown/prose.ts';

const options = { file: 'content/articles/2024/fair/index.md', folder: 'articles/2024/fair', firstLine: 1 };
const unread = (source: string) =>
  parseBody(source, options).diagnostics.filter(({ code }) => code === 'unread-photo');

describe('a photo that is not read as one', () => {
  test.each([
    ['![A stall](stall.jpg “The stall”)', '![A stall](stall.jpg "The stall")'],
    ['![A stall](stall.jpg "The stall"', '![A stall](stall.jpg "The stall")'],
    ['![A stall(stall.jpg "The stall")', '![A stall](stall.jpg "The stall")'],
    ['![x(a.jpg)', '![x](a.jpg)'],
    ['![A stall](stall.jpg "The stall" "on Monday")', '![A stall](stall.jpg "The stall on Monday")'],
    ['![A stall](stall.jpg "The "best" stall")', '![A stall](stall.jpg "The “best” stall")'],
    ['![A stall](stall.jpg The stall)', '![A stall](stall.jpg "The stall")'],
    ['![A stall](my stall.jpg "The stall")', '![A stall](<my stall.jpg> "The stall")'],
    ['![A stall] (stall.jpg "The stall")', '![A stall](stall.jpg "The stall")'],
    ['！[A stall](stall.jpg "The stall"', '![A stall](stall.jpg "The stall")'],
    ['！【集市】（stall.jpg “集市上”）', '![集市](stall.jpg "集市上")'],
    ['!\\[A stall\\](stall.jpg "The stall")', '![A stall](stall.jpg "The stall")'],
    ['\\![A stall\\](stall.jpg "The stall")', '![A stall](stall.jpg "The stall")'],
    ['![A stall]\n(stall.jpg "The stall")', '![A stall](stall.jpg "The stall")'],
    ['![[stall.jpg]]', '![What is to be seen](stall.jpg)'],
    ['![[stall.jpg|300]]', '![What is to be seen](stall.jpg)'],
    ['!(A stall)[stall.jpg]', '![A stall](stall.jpg)'],
    ['[A stall](stall.jpg "The stall"', '![A stall](stall.jpg "The stall")'],
    ['{{< figure src="stall.jpg" caption="The stall" alt="A stall" >}}', '![A stall](stall.jpg "The stall")'],
    ['stall.jpg', '![What is to be seen](stall.jpg)'],
    ['1.jpgThe stall', '![What is to be seen](1.jpg "The stall")'],
    ['The fair opened.\n![A stall(stall.jpg)\nIt rained.', '![A stall](stall.jpg)'],
    ['- ![A stall](stall.jpg "x"', '![A stall](stall.jpg "x")'],
  ])('%s', (typed, right) => {
    const found = unread(typed);
    expect(found.map(({ severity, hint }) => [severity, hint])).toEqual([['error', `Write ${right}`]]);
    // What it says to write is read.
    expect(parseBody(right, options).body.figures).toHaveLength(1);
    expect(unread(right)).toEqual([]);
    // No rule of typography touches such a line.
    const [{ line } = { line: 0 }] = found;
    for (const prose of readProse(typed, 1)) {
      if (prose.line === line) expect(prose.text).toMatch(/^\uFFFC*$/u);
    }
  });

  test('HTML of a photo is an error too', () => {
    expect(unread('<img src="stall.jpg">')).toHaveLength(1);
  });

  test.each([
    'Hurray! (It opened.)',
    'Look at [the plan](plan.pdf), and [the photo](stall.jpg)!',
    'Great! [The photo](stall.jpg) is here.',
    'The file `![x](a.jpg` is called stall.jpg.',
    '    ![x](a.jpg',
    '```\n![x](a.jpg\n```',
    'Wow![^1]\n\n[^1]: Really.',
    '\\[x\\] is a.jpg, a file!',
    'See IMG files such as stall.jpg and 2.jpg in the folder.',
    '![A stall](stall.jpg "The stall"){credit="LI Hua"}',
    '![A [red] stall](stall.jpg "See (a.jpg) ![too]")',
    '<https://example.org/a.jpg>',
  ])('is not seen in: %s', (typed) => {
    expect(unread(typed)).toEqual([]);
  });
});
