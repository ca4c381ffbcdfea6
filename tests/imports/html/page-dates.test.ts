/** Dates of pages that are two days: what the page tells machines, and what its language is, decide. */

import { afterEach, expect, test } from 'vitest';
import { type Sandbox, sandbox } from '../import-files.ts';

let here: Sandbox | undefined;
afterEach(async () => {
  await here?.remove();
  here = undefined;
});

const page = (lang: string, date: string, head = '') =>
  `<!DOCTYPE html><html lang="${lang}"><head><title>A lab</title>${head}</head><body><article><h1>A lab</h1><p>${date}</p><p>The lab opened with a feast, and all who came to see it were glad that it did not rain.</p><p>A second paragraph tells what the lab is for, and who will work there from the autumn on.</p></article></body></html>`;

test.each([
  ['with dots', page('en', '02.03.2018'), '2018-03-02', 0],
  ['in French', page('fr', '02/03/2018'), '2018-03-02', 1],
  ['in British English', page('en-GB', '02/03/2018'), '2018-03-02', 1],
  ['in English', page('en', '02/03/2018'), '2018-02-03', 1],
  [
    'in English, with a moment for machines',
    page('en', '02/03/2018', '<meta property="article:published_time" content="2018-03-02T10:00:00Z">'),
    '2018-03-02',
    0,
  ],
  [
    'in French, with an American moment for machines',
    page('fr', '02/03/2018', '<meta property="article:published_time" content="2018-02-03">'),
    '2018-02-03',
    0,
  ],
])('%s', async (_, html, day, guesses) => {
  here = await sandbox({ 'a.html': html });
  const { articles, issues } = await here.run();
  const [{ file } = { file: '' }] = articles;
  expect(await here.read(file.replace('content/', ''))).toContain(`date: ${day}\n`);
  expect(issues.filter(({ message }) => message.includes('was read as'))).toHaveLength(guesses);
});
