import { expect, test } from 'vitest';
import { siteYaml, story } from '../builds/temporary-content.ts';
import { assembled } from '../site/assembled.ts';

test.each([
  ['press: {}\npressKit: {enabled: true, terms: {en: Free to print.}}', '/press/#press-terms'],
  ['press: {}\npressKit: {enabled: true}', undefined],
  ['press: {}\npressKit: {enabled: false, terms: {en: Free to print.}}', undefined],
  ['pressKit: {enabled: true, terms: {en: Free to print.}}', undefined],
])('the viewer leads to terms that the page for journalists has: %s', async (yaml, url) => {
  const { edition } = await assembled({
    'site.yaml': `${siteYaml}${yaml}\n`,
    'articles/2024/a/index.md': story('title: A\ndate: 2024-01-02\ntopics: [Research]', 'Text.'),
  });
  expect(edition('en').frame.photoTermsUrl).toBe(url);
});
