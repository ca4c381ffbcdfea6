/** The letter to subscribers: what it tells of, and that mail programs can show it. */

import { describe, expect, test } from 'vitest';
import { collectDigest, type Digest } from '../../src/feeds/digest.ts';
import { digestHtml } from '../../src/feeds/digest-html.ts';
import { digestText } from '../../src/feeds/digest-text.ts';
import { story } from '../builds/temporary-content.ts';
import { assembled } from '../site/assembled.ts';

const hostile = '<script>alert(1)</script> & “more”';
const files = {
  'articles/2024/old/index.md': story('title: Old\ndate: 2024-04-01\ntopics: [Research]', 'Text.'),
  'articles/2024/new/index.md': story(
    `title: ${JSON.stringify(hostile)}\ndate: 2024-05-07\ntopics: [Research]\nsummary: ${JSON.stringify('A sentence that is much longer than a line of a letter has room for, so that it is broken.')}`,
    'Text.\n\n![A](1.jpg "B")',
  ),
  'articles/2024/new/1.jpg': 'x',
  'articles/2024/two/index.md': story(
    'title: Two topics\ndate: 2024-05-08\ntopics: [University News, Research]\nevent: {from: 2024-06-01, place: Gate}',
    'Text.',
  ),
  'articles/2024/wait/index.md': story(
    'title: Waits\ndate: 2024-05-08\ntopics: [Research]\nembargoUntil: 2024-06-01T00:00Z',
    'Text.',
  ),
  'articles/2024/zh/index.zh.md': story(
    'title: 湖面上的八个人\ndate: 2024-05-08\ntopics: [Research]',
    `${'湖面上的八个人划过了第三个秋天，'.repeat(8)}。`,
  ),
};

async function digestOf(since: string, lang = 'en'): Promise<Digest | undefined> {
  const { site, edition } = await assembled(files, { now: '2024-05-10T00:00:00Z' });
  return collectDigest(site, edition(lang), Date.parse(since));
}

async function letter(lang = 'en'): Promise<Digest> {
  const digest = await digestOf('2024-05-06T00:00Z', lang);
  if (digest === undefined) throw new Error('There is no letter.');
  return digest;
}

describe('a letter to subscribers', () => {
  test('tells of what appeared since the day, each story once, in the order of the topics', async () => {
    const { sections, events } = await letter();
    expect(sections.map(({ topic, articles }) => [topic, articles.map(({ title }) => title)])).toEqual([
      ['Research', [hostile]],
      ['University News', ['Two topics']],
    ]);
    expect(events.map(({ article }) => article.title)).toEqual(['Two topics']);
  });

  test('is not made where nothing appeared, and says nothing of what waits', async () => {
    expect(await digestOf('2024-05-09T00:00Z')).toBeUndefined();
    const digest = await letter();
    expect(digestHtml(digest) + digestText(digest)).not.toContain('Waits');
  });

  test('has its style on its elements, tables that are none, whole addresses, and no script', async () => {
    const html = digestHtml(await letter());
    expect(html).not.toMatch(/<(?:script|link|svg)/u);
    expect(html).toContain('&lt;script&gt;');
    for (const [, tag = ''] of html.matchAll(/<(table[^>]*)>/gu))
      expect(tag).toContain('role="presentation"');
    for (const [, address = ''] of html.matchAll(/(?:href|src)="([^"]*)"/gu))
      expect(address).toMatch(/^https:\/\/news\.example\.edu\//u);
    for (const [image] of html.matchAll(/<img[^>]*>/gu))
      expect(image).toMatch(/alt="A" width="\d+" height="\d+"/u);
    expect(html).toContain('@media (prefers-color-scheme:dark)');
    for (const [block] of html.matchAll(/<(?:h2|h3|p)\b[^>]*>/gu)) expect(block).toContain('style="');
  });

  test.each(['en', 'zh'])('as text has lines that every program shows whole: %s', async (lang) => {
    const lines = digestText(await letter(lang)).split('\n');
    const places = (line: string) =>
      [...line].reduce((sum, one) => sum + (/\p{Script=Han}|，/u.test(one) ? 2 : 1), 0);
    for (const line of lines.filter((one) => !one.startsWith('http')))
      expect(places(line)).toBeLessThanOrEqual(74);
    expect(lines).toContain(lang === 'en' ? hostile : '湖面上的八个人');
  });
});
