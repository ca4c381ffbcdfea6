/** The letter to subscribers: what it tells of, and that mail programs can show it. */

import { describe, expect, test } from 'vitest';
import { collectDigest, type Digest, type DigestWishes } from '../../src/feeds/digest.ts';
import { digestHtml } from '../../src/feeds/digest-html.ts';
import { digestText } from '../../src/feeds/digest-text.ts';
import { siteYaml, story } from '../builds/temporary-content.ts';
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
  'articles/2024/gone/index.md': story(
    'title: Expired\ndate: 2024-05-08\nexpiresAt: 2024-05-09T00:00Z\ntopics: [Research]',
    'Text.',
  ),
  'articles/2024/off/index.md': story(
    'title: Off\ndate: 2024-05-01\ntopics: [Research]\nevent: {from: 2024-06-01T18:00+08:00, cancelled: true}',
    'Text.',
  ),
  'articles/2024/hour/index.md': story(
    'title: At six\ndate: 2024-05-01\ntopics: [Research]\nevent: {from: 2024-06-02T18:00+08:00, place: Hall}',
    'Text.',
  ),
  'articles/2024/zh/index.zh.md': story(
    'title: 湖面上的八个人\ndate: 2024-05-08\ntopics: [Research]',
    `${'湖面上的八个人划过了第三个秋天，'.repeat(8)}。`,
  ),
};

async function digestOf(
  since: string,
  lang = 'en',
  wishes: Omit<DigestWishes, 'sinceMs'> = {},
  stories: Readonly<Record<string, string>> = files,
): Promise<Digest | undefined> {
  const { site, edition } = await assembled(stories, { now: '2024-05-10T00:00:00Z' });
  return collectDigest(site, edition(lang), { sinceMs: Date.parse(since), ...wishes });
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
    expect(events.map(({ article }) => article.title)).toEqual(['Two topics', 'At six']);
    expect(digestText(await letter())).toContain('June 2, 2024 at 6:00 PM, Hall');
  });

  test('is not made where nothing appeared, and says nothing of what waits', async () => {
    expect(await digestOf('2024-05-09T00:00Z')).toBeUndefined();
    const digest = await letter();
    expect(digestHtml(digest) + digestText(digest)).not.toMatch(/Waits|Expired|Off/u);
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

  test('of one topic tells of that alone', async () => {
    const digest = await digestOf('2024-05-06T00:00Z', 'en', { topic: 'university-news' });
    expect(digest?.sections.map(({ articles }) => articles.map(({ title }) => title))).toEqual([
      ['Two topics'],
    ]);
    expect(digest?.events.map(({ article }) => article.title)).toEqual(['Two topics']);
    expect(await digestOf('2024-05-09T00:00Z', 'en', { topic: 'research' })).toBeUndefined();
    // Its stories are those of the topic, whichever stands first in them.
    const research = await digestOf('2024-05-06T00:00Z', 'en', { topic: 'research' });
    expect(research?.sections.map(({ articles }) => articles.length)).toEqual([2]);
  });

  test('has the service’s mark for leaving as it was written', async () => {
    for (const unsubscribe of ['{{ UnsubscribeURL }}', '*|UNSUB|*', '{{ unsubscribe }}']) {
      const digest = await digestOf('2024-05-06T00:00Z', 'en', { unsubscribe });
      if (digest === undefined) throw new Error('There is no letter.');
      expect(digestHtml(digest)).toContain(`href="${unsubscribe}"`);
      expect(digestText(digest)).toContain(`Unsubscribe: ${unsubscribe}`);
    }
    expect(digestHtml(await letter())).not.toContain('Unsubscribe');
  });

  test('of a hundred stories is not cut off by Gmail, and leads to those that it leaves out', async () => {
    const long =
      'A headline that goes on and on, as headlines of committees do, until nobody reads it any more';
    const many = Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [
        `articles/2024/s${index}/index.md`,
        story(
          `title: ${long} ${index}\ndate: 2024-05-08\ntopics: [${index % 3 === 0 ? 'University News' : 'Research'}]\nsummary: ${`${long}. `.repeat(6)}`,
          'Text.',
        ),
      ]),
    );
    const digest = await digestOf('2024-05-06T00:00Z', 'en', { unsubscribe: '*|UNSUB|*' }, many);
    if (digest === undefined) throw new Error('There is no letter.');
    const html = digestHtml(digest);
    expect(Buffer.byteLength(html)).toBeLessThan(102_000);
    expect(html).toContain('All of Research');
    expect(html).toContain('*|UNSUB|*');
    expect(html.match(/<h3/gu)?.length).toBeGreaterThan(30);
    // A text is not cut off.
    expect(digestText(digest).match(/\/2024\/05\/s\d+\/$/gmu)).toHaveLength(100);
  });

  test('says its language and direction where programs leave the document out', async () => {
    const { site, edition } = await assembled(
      {
        ...files,
        'site.yaml': siteYaml.replace('  zh:', '  ar: {name: العربية, locale: ar-EG}\n  zh:'),
        'articles/2024/two/index.ar.md': story('title: مكتبة\ndate: 2024-05-08\ntopics: [Research]', 'نص.'),
      },
      { now: '2024-05-10T00:00:00Z' },
    );
    const digest = collectDigest(site, edition('ar'), { sinceMs: Date.parse('2024-05-06') });
    if (digest === undefined) throw new Error('There is no letter.');
    const body = digestHtml(digest).replace(/^[\s\S]*<body[^>]*>/u, '');
    expect(body).toMatch(/^\s*<div[^>]*>[^<]*<\/div>\s*<table[^>]* lang="ar" dir="rtl"/u);
    expect(body).toContain('text-align:right');
  });
});
