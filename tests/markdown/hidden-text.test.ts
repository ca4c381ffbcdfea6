/** What Markdown takes out of a text is told with its line; what readers see is not. */

import { expect, test } from 'vitest';
import { parseBody } from '../../src/markdown/parse-body.ts';

function found(source: string) {
  return parseBody(source, { file: 'index.md', folder: '', firstLine: 1 })
    .diagnostics.filter(({ code }) => code === 'hidden-text')
    .map(({ line, severity, message, hint }) => ({ line, severity, message, hint }));
}

test.each([
  ['It was red.\n\n[^1]: Mostly.', 3, 'called nowhere', 'Write [^1] in the text'],
  ['It was red.[^1]\n\n[^1]: Mostly.\n[^1]: Always.', 3, 'written twice', 'another name'],
  ['Red.[^1]\n\n[^1]: Mostly.\n\n    See below.\n\n[^2]: Never.', 7, 'called nowhere', '[^2]'],
  ['It was red.\n\n[1]: Ibid.', 3, 'No link', 'here [^1]: Ibid.'],
  ['It was red.\n\n[1]: https://a.example', 3, 'No link', 'Write [words][1]'],
  [
    'A [link][one].\n\n[one]: https://a.example\n[One]: https://b.example',
    4,
    'written twice',
    'another name',
  ],
  ['| A | B |\n|---|---|\n| 1 | 2 | 3 |', 3, 'would not see "3"', '\\|'],
  ['A | B\n--|--\n1 | 2 | 3 | 4', 3, 'would not see "3 | 4"', '\\|'],
  ['> | A |\n> |---|\n> | 1 | 2 |', 3, 'would not see "2"', '\\|'],
])('%j hides a line', (source, line, message, hint) => {
  expect(found(source)).toEqual([
    {
      line,
      severity: 'warning',
      message: expect.stringContaining(message),
      hint: expect.stringContaining(hint),
    },
  ]);
});

test.each([
  'It was red.[^1]\n\n[^1]: Mostly.[^2]\n\n[^2]: Always.',
  'It was ^[see [the list][list]] red.\n\n[list]: https://a.example',
  '**[the list][List]**, [list] and [list][].\n\n[list]: <https://a.example> "A list"',
  '[![A stall](stall.jpg)][fair]\n\n[fair]: https://a.example',
  'A [link][one].\n\n[one]: https://a.example\n[one]: https://a.example',
  '[Note]: It rained all day.',
  '| A | B |\n|---|---|\n| 1 | a \\| b |\n| 2 |\n| 3 | 4 |  |',
  '- A | B\n  --|--\n  1 | 2',
  '```\n[1]: Ibid.\n```',
])('%j hides nothing', (source) => {
  expect(found(source)).toEqual([]);
});
