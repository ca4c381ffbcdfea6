import { expect, test } from 'vitest';
import { shippedWords } from '../../src/site/messages/messages-for.ts';
import { siteYaml, story } from '../builds/temporary-content.ts';
import { assembled } from '../site/assembled.ts';

const labelsWith = async (credits: string, languages = '{en: {name: English, locale: en-US}}') => {
  const { site, diagnostics } = await assembled({
    'site.yaml': siteYaml
      .replace(/^languages:\n(?: {2}.*\n)+/mu, `languages: ${languages}\n`)
      .replace(/^credits:\n(?: {2}.*\n)+/mu, `credits: ${credits}\n`),
    'articles/2024/a/index.md': story('title: A\ndate: 2024-01-02\ntopics: [Research]', 'Text.'),
  });
  return {
    credits: site.config.credits,
    named: diagnostics.filter(({ code }) => code === 'missing-name').map(({ message }) => message),
  };
};

test('a usual role without a label has the word of its language, and one of the newsroom’s own stays', async () => {
  const { credits } = await labelsWith('{draft: {}, revision: {en: Revision}, chef: {en: Cook}}');
  expect(credits).toEqual({ draft: { en: 'By' }, revision: { en: 'Revision' }, chef: { en: 'Cook' } });
});

test('every language that ships has its words, and nothing has to be named', async () => {
  const names = [...shippedWords.keys()].map((lang) => `${lang}: {name: ${lang}, locale: ${lang}}`);
  const { credits, named } = await labelsWith('{draft: {}, source: {}}', `{${names.join(', ')}}`);
  for (const lang of shippedWords.keys()) {
    expect(credits.draft?.[lang], lang).toMatch(/\S/u);
    expect(credits.source?.[lang], lang).toMatch(/\S/u);
  }
  expect(named.filter((message) => message.includes('role'))).toEqual([]);
});
