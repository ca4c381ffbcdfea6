/** `news new` by its flags; the questions that it asks on a terminal fill the same answers. */

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { runNews } from '../builds/run-news.ts';
import { siteYaml, type TemporaryContent, temporaryContent } from '../builds/temporary-content.ts';
import { photo } from '../imports/test-photos.ts';

let content: TemporaryContent | undefined;
afterEach(async () => {
  await content?.remove();
  content = undefined;
});

/** As a picture desk leaves it: caption, description, photographer and agency inside the file. */
async function described(): Promise<Buffer> {
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" photoshop:Credit="USTB"><dc:description><rdf:Alt><rdf:li xml:lang="x-default">LI Hua opens the [new] bridge</rdf:li></rdf:Alt></dc:description><dc:creator><rdf:Seq><rdf:li>ZHAO Min</rdf:li></rdf:Seq></dc:creator><Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">A person cuts a ribbon</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility></rdf:Description></rdf:RDF></x:xmpmeta>`;
  return await sharp({ create: { width: 60, height: 40, channels: 3, background: '#123456' } })
    .withXmp(xmp)
    .jpeg()
    .toBuffer();
}

async function folderWithPhotos(): Promise<TemporaryContent> {
  content = await temporaryContent();
  const photos = path.join(content.folder, 'my photos');
  await mkdir(photos);
  await writeFile(path.join(photos, 'DSC_2375.JPG'), await described());
  await writeFile(path.join(photos, '10 The Lake.jpeg'), await photo('#101010'));
  await writeFile(path.join(photos, '2.jpg'), await photo('#020202'));
  await writeFile(path.join(photos, '2 copy.jpg'), await photo('#020202'));
  // Of a photo of a phone, what a broken transfer leaves: its first line, which says HEIC.
  await writeFile(
    path.join(photos, 'phone.heic'),
    Buffer.from('0000001c6674797068656963000000006d69663168656963', 'hex'),
  );
  await writeFile(path.join(photos, 'notes.txt'), 'not a photo');
  await mkdir(path.join(photos, 'more'));
  return content;
}

const call = [
  'new',
  '--content',
  'content',
  '--title',
  'A bridge: “finished” at last',
  '--topic',
  'research',
  '--date',
  '2024-05-06',
  '--credit',
  'draft=LI Hua, WANG Wei',
];

test('an article with its photos, their names and their words, that passes the check', async () => {
  const { folder } = await folderWithPhotos();
  const run = await runNews([...call, '--photos', 'my photos'], { cwd: folder });
  expect(run.stdout).toContain(
    'written content/articles/2024/a-bridge-finished-at-last/index.md with 3 photos',
  );
  expect(run.stderr).toContain('2 copy.jpg is the same photo as 2.jpg.');
  expect(run.stderr).toContain('The folder more in my photos was not looked into.');
  expect(run.stderr).toContain('--photos "my photos/more"');
  expect(run.stderr).toContain('"phone.heic" is damaged: its main picture cannot be decoded.');
  expect(run.code).toBe(0);
  const made = path.join(folder, 'content/articles/2024/a-bridge-finished-at-last');
  expect((await readdir(made)).sort()).toEqual([
    '10-the-lake.jpg',
    '2.jpg',
    'index.md',
    'li-hua-opens-the-new-bridge.jpg',
  ]);
  expect(await readFile(path.join(made, 'index.md'), 'utf8')).toBe(`---
title: "A bridge: “finished” at last"
date: 2024-05-06
topics: [Research]
credits:
  draft: [LI Hua, WANG Wei]
draft: true
---

The story begins here.

![](2.jpg)

![](10-the-lake.jpg)

![A person cuts a ribbon](li-hua-opens-the-new-bridge.jpg "LI Hua opens the [new] bridge"){credit="ZHAO Min/USTB"}
`);
  const check = await runNews(['check', '--content', 'content', '--format', 'json'], { cwd: folder });
  const found = z.array(z.object({ severity: z.string(), code: z.string() })).parse(JSON.parse(check.stdout));
  expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
  // A second call with the same headline never writes over the first.
  const again = await runNews(call, { cwd: folder });
  expect(again.stderr).toContain('is there already');
  expect(again.code).toBe(2);
}, 60_000);

test('what is missing or wrong is said, and nothing is written', async () => {
  const { folder } = await folderWithPhotos();
  const expectations: readonly [readonly string[], string][] = [
    [['new', '--content', 'content'], 'A new article needs a headline'],
    [['new', '--content', 'content', '--title', 'A'], 'A new article needs a topic'],
    [['new', '--content', 'content', '--title', 'A', '--topic', 'Reserch'], 'Did you mean "Research"?'],
    [[...call.slice(0, -4), '--date', 'May 6, 2024'], 'Write 2024-05-06'],
    [[...call.slice(0, -2), '--credit', 'drat=LI Hua'], 'Did you mean "draft"?'],
    [[...call, '--photos', 'no such folder'], 'There is no photo or folder no such folder.'],
  ];
  for (const [args, message] of expectations) {
    const run = await runNews(args, { cwd: folder });
    expect(run.stderr).toContain(message);
    expect(run.code).toBe(2);
  }
  expect(await readdir(path.join(folder, 'content'))).toEqual(['site.yaml']);
}, 60_000);

test('a topic may be named in any of the languages of the site, as in front matter', async () => {
  const { folder, write } = await folderWithPhotos();
  await write('site.yaml', siteYaml.replace('{zh: Research}', '{zh: 科学研究}'));
  const run = await runNews(
    ['new', '--content', 'content', '--title', 'A new bridge', '--topic', '科学研究', '--date', '2024-05-06'],
    { cwd: folder },
  );
  expect(run.stderr).toBe('');
  expect(await readFile(path.join(folder, 'content/articles/2024/a-new-bridge/index.md'), 'utf8')).toContain(
    'topics: [Research]',
  );
});
