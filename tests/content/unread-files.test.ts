/** Names that look like ours: whoever wrote such a file believes that it is read. */

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkBesideContent } from '../../src/build/check-beside-content.ts';
import { findUnread } from '../../src/content/unread-files.ts';
import { story, temporaryContent } from '../builds/temporary-content.ts';
import { diagnose } from '../checks/diagnose.ts';
import { smallSite, smallWorld } from '../checks/small-world.ts';

const good = story('title: A fair\ndate: 2024-05-06\ntopics: [Research]', 'It opened.');

test.each([
  ['site.yml', 'Rename it to site.yaml.'],
  ['Site.yaml', 'Rename it to site.yaml.'],
  ['tombstone.yaml', 'Rename it to tombstones.yaml.'],
  ['topic.yaml', 'Rename it to topics.yaml.'],
  ['topics.yml', 'Rename it to topics.yaml.'],
  ['redirects.yaml', 'aliases: [/old/address/]'],
  ['_redirects', 'aliases: [/old/address/]'],
  ['_headers', 'addPassthroughCopy in .eleventy.ts'],
  ['.htaccess', 'addPassthroughCopy in .eleventy.ts'],
  ['robots.txt', 'addPassthroughCopy in .eleventy.ts'],
  ['people.yaml', 'people/li-hua.md'],
  ['settings.yaml', 'All settings stand in site.yaml.'],
  ['team-list.yaml', 'site.yaml, tombstones.yaml, topics.yaml, views.json'],
  ['people/li-hua.yaml', 'Rename it to people/li-hua.md'],
  ['people/li-hua.MD', 'Rename it to people/li-hua.md'],
  ['pages/about.zh.markdown', 'Rename it to pages/about.zh.md'],
  ['messages/zh.json', 'messages/zh.yaml'],
  ['message/zh.yaml', 'Rename it to messages.'],
  ['theme.css', 'under theme:'],
  ['theme/look.scss', 'under theme:'],
  ['articles/2024/fair/index.md.orig', 'delete this file'],
  ['articles/2024/fair/index.md~HEAD', 'delete this file'],
  ['articles/2024/fair/index_LOCAL_4711.md', 'delete this file'],
])('%s is told', (file, hint) => {
  const found = findUnread([file]);
  expect(found.map((one) => one.file)).toEqual([file]);
  expect(found[0]?.hint).toContain(hint);
});

test.each([
  ...['site.yaml', 'tombstones.yaml', 'topics.yaml', 'views.json', 'README.md', 'README.zh.md'],
  ...['.addresses.json', '.views.json', '.check-baseline.json', '.schema/site.schema.json'],
  ...['people/li-hua.md', 'people/li-hua.jpg', 'pages/about.md', 'pages/form.docx', 'messages/tr.yml'],
  ...['theme/logo.svg', 'theme/house.woff2', 'images/a.jpg', 'data/visitors.csv', 'plan.pdf', 'notes.txt'],
  ...['articles/2024/fair/data.json', 'articles/2024/fair/index.md~', 'articles/2024/fair/figures.yaml'],
])('%s is not', (file) => {
  expect(findUnread([file])).toEqual([]);
});

test('a folder of nearly our name is told once', () => {
  const files = ['Articles/2024/fair/a.jpg', 'person/a.jpg', 'themes/a.svg', 'themes/b.svg'];
  expect(findUnread(files).map(({ file, hint }) => `${file}: ${hint}`)).toEqual([
    'Articles/2024/fair/a.jpg: Rename it to articles.',
    'person/a.jpg: Rename it to people.',
    'themes/a.svg: Rename it to theme.',
  ]);
});

test('the check says it as a warning, and where site.yaml is missing says which file it would be', async () => {
  const { diagnostics } = await diagnose(smallWorld(good).set('redirects.yaml', '{}'));
  expect(diagnostics).toMatchObject([
    { code: 'misplaced-file', severity: 'warning', file: 'content/redirects.yaml', line: 1 },
  ]);
  const world = smallWorld(good).set('site.yml', smallSite);
  world.delete('site.yaml');
  const renamed = await diagnose(world);
  expect(renamed.diagnostics[0]?.hint).toBe('Rename content/site.yml to site.yaml.');
  const empty = await diagnose(new Map([['.gitkeep', '']]));
  expect(empty.diagnostics[0]?.hint).toContain('git submodule update --init');
});

test('what git’s tools have left of a page or a person is not published', async () => {
  const page = '---\ntitle: About\n---\n\nWho we are.\n';
  const { diagnostics, site } = await diagnose(
    smallWorld(good).set('pages/about.md', page).set('pages/about_REMOTE_4711.md', page),
  );
  expect(diagnostics).toMatchObject([
    { code: 'misplaced-file', severity: 'warning', file: 'content/pages/about_REMOTE_4711.md' },
  ]);
  expect(site?.editions[0]?.pages.map(({ url }) => url)).toEqual(['/about/']);
});

test('so is what lies beside the content folder, which may have files of the team', async () => {
  const { folder, remove } = await temporaryContent({});
  try {
    for (const file of ['tombstones.yaml', '_redirects', 'netlify.toml', 'package.json', 'settings.yaml'])
      await writeFile(path.join(folder, file), '');
    await mkdir(path.join(folder, 'elsewhere'));
    const merge = 'a\r\n<<<<<<< HEAD\r\nb\r\n=======\r\nc\r\n>>>>>>> li\r\n';
    await mkdir(path.join(folder, '.github/workflows'), { recursive: true });
    for (const file of ['.github/workflows/check.yml', '.npmrc', 'notes.txt'])
      await writeFile(path.join(folder, file), merge);
    const content = path.join(folder, 'content');
    const found = await checkBesideContent({ home: folder, content, displayContent: 'content' });
    expect(found.every(({ severity }) => severity === 'warning')).toBe(true);
    expect(found.map(({ file, line, hint }) => `${file}:${line} ${hint?.slice(0, 30)}`)).toEqual([
      '.npmrc:2 Keep the lines that are right,',
      '.github/workflows/check.yml:2 Keep the lines that are right,',
      '_redirects:1 An old address stands in the f',
      'tombstones.yaml:1 Move it into the content folde',
    ]);
    expect(
      await checkBesideContent({ home: path.join(folder, 'elsewhere'), content, displayContent: 'content' }),
    ).toEqual([]);
  } finally {
    await remove();
  }
});
