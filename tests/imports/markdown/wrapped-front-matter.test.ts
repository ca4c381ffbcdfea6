/** Front matter that goes on in the next line, as generators of the time accepted it. */

import { afterEach, expect, test } from 'vitest';
import { type Sandbox, sandbox } from '../import-files.ts';

let here: Sandbox | undefined;
afterEach(async () => {
  await here?.remove();
  here = undefined;
});

test.each([
  ['at the margin', 'title: "Students open\na workshop"\ndate: 2023-05-06'],
  ['indented', 'title: "Students open\n  a workshop"\ndate: 2023-05-06'],
  ['in single quotes', "title: 'Students open\na workshop'\ndate: 2023-05-06"],
  ['with a date that ends in a zone', 'title: Students open a workshop\ndate: 2023-05-06 10:00:00 +0800'],
])('%s', async (_how, frontMatter) => {
  here = await sandbox({
    '_posts/2023-05-06-workshop.md': `---\n${frontMatter}\n---\n\nOn Monday the school opened a workshop.\n`,
  });
  await here.run();
  const [file = ''] = (await here.list()).filter((name) => name.endsWith('index.md'));
  expect(await here.read(file)).toMatch(/^---\ntitle: Students open a workshop\ndate: 2023-05-06/u);
});
