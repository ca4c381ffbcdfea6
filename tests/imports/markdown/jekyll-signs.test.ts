/** What kramdown, Liquid and the data of a Jekyll site say besides the words of a story. */

import { afterEach, expect, test } from 'vitest';
import { type Sandbox, sandbox } from '../import-files.ts';

let here: Sandbox | undefined;
afterEach(async () => {
  await here?.remove();
  here = undefined;
});

const config =
  'title: Old\ncollections: {people: {output: false}}\ndefaults: [{scope: {path: ""}, values: {author: press}}]\n';

async function imported(body: string, more = '') {
  here = await sandbox({
    '_config.yml': config,
    '_data/authors.yml': 'press: {name: Press Office}\nida: {name: Ida Lund}\n',
    '_people/ida.md': '---\nname: Ida Lund\n---\nIda writes.\n',
    '_posts/2019-03-04-hall.md': `---\ntitle: The hall\n${more}---\n${body}\n`,
  });
  const { issues } = await here.run();
  const text = await here.read('articles/2019/hall/index.md');
  return { text, body: text.slice(text.indexOf('\n---\n') + 5).trim(), issues };
}

test.each([
  ['a list of contents', 'One.\n\n* TOC\n{:toc}\n\nTwo.', 'One.\n\nTwo.'],
  [
    'what stands behind abbreviations',
    'The TLA.\n\n*[TLA]: Three letters\n[ref]: https://example.org/ref\n\nA [word][ref].',
    'The TLA.\n\n\n[ref]: <https://example.org/ref>\n\nA [word][ref].',
  ],
  ['comments that no reader saw', 'One.\n\n{::comment}\nhidden\n{:/comment}\n\nTwo.', 'One.\n\n\n\n\nTwo.'],
])('%s goes, and is reported', async (_name, source, wanted) => {
  const { body, issues } = await imported(source);
  expect(body.replace(/\n{3,}/gu, '\n\n')).toBe(wanted.replace(/\n{3,}/gu, '\n\n'));
  expect(issues.filter(({ kind, file }) => kind === 'dropped' && file.includes('_posts'))).toHaveLength(1);
});

test('raw text keeps its braces, and dashes are those that readers saw', async () => {
  const { body } = await imported(
    '{% raw %}{{ name }}{% endraw %} -- the hall---at last...\n\n`a -- b`\n\n| a -- b | c |\n|---|---|\n| 1 | 2 |',
  );
  expect(body).toBe('{{ name }} – the hall—at last…\n\n`a -- b`\n\n| a -- b | c |\n|---|---|\n| 1 | 2 |');
});

test.each([
  ['', 'draft: Press Office'],
  ['author: ida\n', 'draft: Ida Lund'],
  ['authors: [ida, Per Holm]\n', 'draft: [Ida Lund, Per Holm]'],
])('writers have their names, and the settings speak for posts without one: %j', async (more, credits) => {
  const { text } = await imported('Text.', more);
  expect(text).toContain(`credits:\n  ${credits}\n`);
});

test('a collection that the site never printed has no stories', async () => {
  await imported('Text.');
  expect((await here?.list())?.filter((file) => file.endsWith('.md'))).toEqual([
    'articles/2019/hall/index.md',
  ]);
});
