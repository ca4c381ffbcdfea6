/** Pages that readers of every language are owed, and the photos of pages and people. */

import { expect, test } from 'vitest';
import { siteYaml, story } from '../builds/temporary-content.ts';
import { assembled } from './assembled.ts';

const article = (title: string) =>
  story(`title: ${title}\ndate: 2024-01-02\ntopics: [Research]\ncredits: {draft: LI Hua}`, 'Text.');
const page = (title: string, nav = true) => story(`title: ${title}\nnav: ${nav}`, 'Words.');

test('a language leads to the default one’s pages where it has none of its own, and says so', async () => {
  const { edition } = await assembled({
    'site.yaml': `${siteYaml}accessibility: accessibility\n`,
    'articles/2024/a/index.md': article('A'),
    'articles/2024/a/index.zh.md': article('甲'),
    'pages/about.md': page('About'),
    'pages/about.zh.md': page('关于'),
    'pages/privacy.md': page('Privacy'),
    'pages/hidden.md': page('Hidden', false),
    'pages/accessibility.md': page('Accessibility'),
  });
  const { menu, accessibility } = edition('zh').frame;
  expect(menu).toEqual([
    { title: '关于', url: '/zh/about/' },
    { title: 'Privacy', url: '/privacy/', lang: 'en' },
  ]);
  expect(accessibility).toBe('/accessibility/');
  expect(edition('en').frame.menu.map(({ lang }) => lang)).toEqual([undefined, undefined]);
});

test('photos of pages and of people are published, and the first of a person is the portrait in every language', async () => {
  const { site, edition } = await assembled({
    'articles/2024/a/index.md': article('A'),
    'articles/2024/a/index.zh.md': article('甲'),
    'people/li-hua.md': story('name: LI Hua', '![LI Hua](li.jpg "LI Hua")\n\nWrites.\n\n![Desk](desk.jpg)'),
    'people/li.jpg': 'x',
    'people/desk.jpg': 'x',
    'pages/about.md': story('title: About', '::: note "Where"\n![The house](house.jpg)\n:::'),
    'pages/house.jpg': 'x',
  });
  expect(site.photos.map(({ file }) => file).sort()).toEqual([
    'pages/house.jpg',
    'people/desk.jpg',
    'people/li.jpg',
  ]);
  for (const lang of ['en', 'zh']) {
    const [person] = edition(lang).people;
    expect(person?.portrait?.photo.file).toBe('people/li.jpg');
  }
  const [english] = edition('en').people;
  expect(english?.blocks.map(({ kind }) => kind)).toEqual(['prose', 'figure']);
});
