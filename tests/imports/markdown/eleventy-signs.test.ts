/** What Nunjucks and the folders of an Eleventy site say besides the words of a story. */

import { afterEach, expect, test } from 'vitest';
import { isUnreadText } from '../../../src/imports/read-source.ts';
import { type Sandbox, sandbox } from '../import-files.ts';

let here: Sandbox | undefined;
afterEach(async () => {
  await here?.remove();
  here = undefined;
});

test('comments go and are reported, and code is what readers saw', async () => {
  here = await sandbox({
    'eleventy.config.js': 'export default () => ({});',
    'posts/first.md':
      '---\ntitle: First\ndate: 2021-03-04\n---\nOne.\n\n{# for the\neditor #}\n\n```js\n{% raw %}{{ x }}{% endraw %}\n```\n',
  });
  const { issues } = await here.run();
  const text = await here.read('articles/2021/first/index.md');
  expect(
    text
      .slice(text.indexOf('\n---\n') + 5)
      .trim()
      .replace(/\n{3,}/gu, '\n\n'),
  ).toBe('One.\n\n```js\n{{ x }}\n```');
  expect(issues.find(({ message }) => message === 'A comment is not part of the story.')).toMatchObject({
    line: 7,
    text: 'for the\neditor',
  });
});

test.each([
  ['src/posts/second.njk', true],
  ['src/2021-03-05-second.liquid', true],
  ['src/posts/index.njk', false],
  ['src/feed.njk', false],
  ['notes.rst', true],
])('%s seems to be a story that nothing reads: %s', (file, isStory) => {
  expect(isUnreadText(file)).toBe(isStory);
});
