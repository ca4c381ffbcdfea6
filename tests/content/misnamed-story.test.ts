/** Stories whose file has a name that nothing reads: Windows adds ".txt" and hides it. */

import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { loadContent } from '../../src/content/load-content.ts';
import {
  goodFrontMatter,
  story,
  type TemporaryContent,
  temporaryContent,
} from '../builds/temporary-content.ts';

let content: TemporaryContent | undefined;
afterEach(async () => {
  await content?.remove();
  content = undefined;
});

test.each([
  ['index.md.txt', true],
  ['Index.MD', true],
  ['index.zh.markdown', true],
  ['index.txt', true],
  ['notes.txt', false],
])('%s', async (name, isReported) => {
  const file = `articles/2024/fair/${name}`;
  content = await temporaryContent({ [file]: story(goodFrontMatter, 'Text.') });
  const { diagnostics } = await loadContent({
    contentFolder: path.join(content.folder, 'content'),
    displayFolder: 'content',
  });
  const found = diagnostics.filter(({ code }) => code === 'misplaced-file').map((one) => one.file);
  expect(found).toEqual(isReported ? [`content/${file}`] : []);
});
