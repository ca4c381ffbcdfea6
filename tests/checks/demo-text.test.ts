/** Words of the demonstration in a newsroom of its own are found wherever they stand. */

import { expect, test } from 'vitest';
import { diagnose } from './diagnose.ts';
import { smallSite } from './small-world.ts';

const own = smallSite.replace('https://news.example.edu', 'https://news.university.test');
const story = (body: string) =>
  `---\ntitle: A fair\ndate: 2024-05-06\ntopics: [Research]\ncredits: {draft: LI Hua}\n---\n\n${body}\n`;

async function foundIn(site: string, body = 'The fair opened on Monday.') {
  const { diagnostics } = await diagnose(
    new Map([
      ['site.yaml', site],
      ['articles/2024/fair/index.md', story(body)],
      ['pages/about.md', '---\ntitle: About\n---\n\nUSTB News reports on research.\n'],
    ]),
  );
  return diagnostics
    .filter(({ code }) => code === 'demo-text')
    .map(({ file, line, severity }) => `${file}:${line} ${severity}`);
}

test('in settings of every depth, in stories and on pages', async () => {
  const settings = [
    'contact: {email: news@example.edu}',
    'notice: {en: This is demonstration content.}',
    'organisation: {name: University of Science and Technology Beijing, url: https://en.ustb.edu.cn}',
    'pressKit: {enabled: true, terms: {en: Free with reports on USTB.}}',
  ].join('\n');
  const first = own.split('\n').length;
  expect(await foundIn(`${own}${settings}\n`, 'See [us](https://news.example.edu/x/).')).toEqual([
    'content/articles/2024/fair/index.md:8 warning',
    'content/pages/about.md:5 warning',
    `content/site.yaml:${first} warning`,
    `content/site.yaml:${first + 1} warning`,
    `content/site.yaml:${first + 2} warning`,
    `content/site.yaml:${first + 2} warning`,
    `content/site.yaml:${first + 3} warning`,
  ]);
});

test('an address that only begins like one of them is another one', async () => {
  const about = ['content/pages/about.md:5 warning'];
  for (const host of ['news.example.edu.tr', 'example.edu-campus.test'])
    expect(await foundIn(own, `See [us](https://${host}/x/).`)).toEqual(about);
  expect(await foundIn(own, 'We are at news.example.edu.')).toHaveLength(2);
});

test('but not in the demonstration itself', async () => {
  expect(await foundIn(smallSite)).toEqual([]);
});
