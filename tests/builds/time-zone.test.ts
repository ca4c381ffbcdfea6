/** The same content gives the same bytes on any machine, wherever it stands. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runNews } from './run-news.ts';
import { photo, story, temporaryContent } from './temporary-content.ts';

const content = await temporaryContent({
  'articles/2023/last-night/index.md': story(
    'title: The last night\ndate: 2023-12-31T23:30-08:00\ntopics: [Research]\ncredits: {draft: YANG Lindi}\nupdated: 2024-01-02T00:10+08:00',
    'Text.\n\n![A lake](1.jpg "The lake")',
  ),
  'articles/2023/last-night/1.jpg': await photo(),
  'articles/2024/first-day/index.md': story(
    'title: The first day\ndate: 2024-01-01\ntopics: [University News]\ncredits: {draft: YANG Lindi, revision: LI Hua}\ncorrections: [{date: 2024-03-10, text: A name.}]',
    'See [the night before](../../2023/last-night/index.md).',
  ),
  'articles/2024/first-day/index.zh.md': story(
    'title: 第一天\ndate: 2024-01-01\ntopics: [Research]',
    '正文。',
  ),
  'articles/2024/clock-change/index.md': story(
    'title: The clocks change\ndate: 2024-03-10T02:30Z\ntopics: [Research]\npublishAt: 2024-03-10T02:30Z',
    'Text.',
  ),
});
afterAll(content.remove);

const zones = ['Asia/Shanghai', 'UTC', 'America/Los_Angeles'];

/** Every file of the output with the hash of its bytes. */
async function buildIn(zone: string): Promise<readonly (readonly [string, string])[]> {
  // Nothing is shared: each builds in folders of its own, called from elsewhere, with an empty cache.
  const own = path.join(content.folder, `machine/${zones.indexOf(zone)}`);
  await cp(path.join(content.folder, 'content'), path.join(own, 'content'), { recursive: true });
  const output = path.join(own, 'site');
  const folders = [
    '--content',
    path.join(own, 'content'),
    '--output',
    output,
    '--cache',
    path.join(own, 'cache'),
  ];
  const { code, stderr } = await runNews(['build', ...folders], {
    cwd: zone === 'UTC' ? own : content.folder,
    // A machine's own language must not show either.
    env: { TZ: zone, LC_ALL: zone === 'UTC' ? 'C' : 'de_DE.UTF-8' },
  });
  expect(code, stderr).toBe(0);
  return readdirSync(output, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((file) => [
      path.relative(output, file),
      createHash('sha256').update(readFileSync(file)).digest('hex'),
    ]);
}

test('the whole site is the same bytes in Shanghai, in Greenwich and in Los Angeles', async () => {
  const [shanghai, ...others] = await Promise.all(zones.map(buildIn));
  expect(shanghai?.map(([file]) => file)).toEqual(
    expect.arrayContaining([
      'index.html',
      // Half past eleven in Los Angeles is the next afternoon on the site.
      '2024/01/last-night/index.html',
      'archive/2024/03/index.html',
      'feed.xml',
    ]),
  );
  for (const other of others) expect(other).toEqual(shanghai);
});
