/** Where a site lies on its host never leads out of the output folder. */

import { expect, test } from 'vitest';
import { siteReport } from './report-on.ts';

const settings = (pathPrefix: string) => `name: Test News
tagline: News for tests
baseUrl: https://news.example.edu
pathPrefix: ${pathPrefix}
timeZone: Asia/Shanghai
defaultLanguage: en
languages:
  en: {name: English, locale: en-US}
topics:
  - {name: Research, slug: research}
credits: {draft: {en: Draft}}
`;

test.each(['/../', '/news/../', '/news/../../etc/', '/./', '/news/./'])(
  '%s is refused at its place',
  (prefix) => {
    expect(siteReport(settings(prefix))).toMatch(/^site\.yaml:4:13 error wrong-value\n/u);
  },
);

test.each(['/', '/news/', '/en/news/', '/news.old/', '/..news/'])('%s is good', (prefix) => {
  expect(siteReport(settings(prefix))).not.toContain('pathPrefix');
});
