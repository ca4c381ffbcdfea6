import { describe, expect, test } from 'vitest';
import { siteYaml, story } from '../builds/temporary-content.ts';
import { assembled } from './assembled.ts';

const person = (frontMatter: string) => story(frontMatter, 'Text.');
const files = {
  'articles/2024/a/index.md': story(
    'title: A\ndate: 2024-01-02\ntopics: [Research]\ncredits: {draft: YANG Lindi}',
    'Text.',
  ),
  'articles/2024/a/index.zh.md': story('title: 甲\ndate: 2024-01-02\ntopics: [Research]', '文。'),
  'people/yang-lindi.md': person(
    'name: YANG Lindi\nexpertise: [Rivers, Archives, Rivers]\nemail: yang@example.edu\nphone: +86 10 6233 0000',
  ),
  'people/an-wen.md': person(
    'name: AN Wen\nnames: {zh: 安文}\nrole: Historian\nexpertise: {en: [Archives, Éclairs], zh: [档案]}',
  ),
  'people/li-hua.md': person('name: LI Hua'),
};

describe('experts', async () => {
  const { edition, diagnostics } = await assembled(files);
  const of = (lang: string) =>
    edition(lang).experts.map(({ subject, experts }) => [subject, experts.map(({ name }) => name)]);

  test('stand below their subjects, both in the order of the alphabet, whether they are credited or not', () => {
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(of('en')).toEqual([
      ['Archives', ['AN Wen', 'YANG Lindi']],
      ['Éclairs', ['AN Wen']],
      ['Rivers', ['YANG Lindi']],
    ]);
  });

  test('are asked about what their file says in the language, else in the default one', () => {
    expect(of('zh')).toContainEqual(['档案', ['安文']]);
    expect(of('zh')).toContainEqual(['Rivers', ['YANG Lindi']]);
    expect(of('zh').flat()).not.toContain('Éclairs');
  });

  test('lead to their page where they have one', () => {
    const archives = edition('en').experts.find(({ subject }) => subject === 'Archives');
    expect(archives?.experts).toEqual([
      { slug: 'an-wen', name: 'AN Wen', role: 'Historian' },
      {
        slug: 'yang-lindi',
        name: 'YANG Lindi',
        email: 'yang@example.edu',
        phone: '+86 10 6233 0000',
        url: '/people/yang-lindi/',
      },
    ]);
  });
});

test('the page for journalists has its address only where site.yaml asks for it', async () => {
  const page = { ...files, 'pages/press.md': story('title: Press', 'Text.') };
  const codes = async (yaml: string) =>
    (await assembled({ ...page, 'site.yaml': yaml })).diagnostics.map(({ code }) => code);
  expect(await codes(siteYaml)).not.toContain('duplicate-permalink');
  expect(await codes(`${siteYaml}press: {topics: [research]}\n`)).toContain('duplicate-permalink');
});

test('a topic of releases that does not exist is an error at its place', async () => {
  await expect(
    assembled({ ...files, 'site.yaml': `${siteYaml}press: {topics: [reserch]}\n` }),
  ).rejects.toThrow('unknown-topic');
});
