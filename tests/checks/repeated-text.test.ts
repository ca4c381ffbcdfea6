/** What git has joined twice into one text, and what a text may well say twice. */

import { expect, test } from 'vitest';
import { readText } from '../../src/checks/checked-document.ts';
import { repeatedText } from '../../src/checks/repeated-text.ts';

const said = 'The fair opened on Monday, and four thousand people came to see it.';
const find = (body: string, more = '') =>
  repeatedText
    .check(readText(`---\ntitle: A fair\n${more}---\n\n${body}\n`, 'content/a.md', 'en', 'en-US'))
    .map(({ line, column, message }) => `${line}:${column} ${message}`);

test.each([
  ['a paragraph', `${said}\n\nIt rained.\n\n${said}`, '9:1 This paragraph stands in line 5 already.'],
  [
    'one that is broken into lines',
    `${said}\nIt rained.\n\nOther.\n\n${said}\nIt rained.`,
    '10:1 This paragraph stands in line 5 already.',
  ],
  ['an entry of a list', `- ${said}\n- Other.\n- ${said}`, '7:3 This paragraph stands in line 5 already.'],
  [
    'one in Chinese',
    `${'四十个摊位在草地上。'.repeat(4)}\n\n${'四十个摊位在草地上。'.repeat(4)}`,
    '7:1 This paragraph stands in line 5 already.',
  ],
  [
    'a photo',
    '![A stall](stall.jpg)\n\nIt rained.\n\n![A stall](stall.jpg)',
    '9:1 This line stands in line 5 already.',
  ],
  [
    'a photo of a gallery',
    '::: gallery\n![A](1.jpg "A")\n![B](2.jpg "B")\n\n![A](1.jpg "A")\n:::',
    '9:1 This line stands in line 6 already.',
  ],
  [
    'a quote',
    `::: quote "LI Hua"\n${said}\n:::\n\nOther.\n\n::: quote\n${said}\n:::`,
    '12:1 This paragraph stands in line 6 already.',
  ],
])('%s twice', (_what, body, told) => {
  expect(find(body)).toEqual([told]);
});

test.each([
  ['a short line', 'It rained.\n\nOther.\n\nIt rained.'],
  ['a pull quote of the text', `${said}\n\n::: quote "LI Hua"\n${said}\n:::`],
  ['a quotation of the text', `${said}\n\n> ${said}`],
  ['a heading', `## ${said}\n\nA.\n\n## ${said}\n\nB.`],
  [
    'the refrain of a song',
    `The fair, the fair, the green green fair,\\\nthe fair, the fair, the fair is there.\n\nA.\n\nThe fair, the fair, the green green fair,\\\nthe fair, the fair, the fair is there.`,
  ],
  ['cells', `| a | b |\n|---|---|\n| ${said} | ${said} |\n| ${said} | ${said} |`],
  ['code', `\`\`\`\n${said}\n\n${said}\n\`\`\``],
  ['the same photo with other words', '![A](stall.jpg "Before")\n\nIt rained.\n\n![A](stall.jpg "After")'],
  ['two links in the same words', `[${said}](https://a.example.org)\n\n[${said}](https://b.example.org)`],
])('%s may stand there twice', (_what, body) => {
  expect(find(body)).toEqual([]);
});

test('a summary is the first paragraph again', () => {
  expect(find(said, `summary: ${said}\n`)).toEqual([]);
});
