/** What is kept of a story for the feeds that follow. */

import { describe, expect, test } from 'vitest';
import { jsonFeed } from '../../src/feeds/json-feed.ts';
import { keepEntries } from '../../src/feeds/kept-entries.ts';
import type { Article } from '../../src/site/site.ts';
import { story } from '../builds/temporary-content.ts';
import { assembled } from '../site/assembled.ts';
import { smallAssets } from './small-assets.ts';

async function small(title = 'A', others = 1) {
  const { site, edition } = await assembled(
    Object.fromEntries(
      [title, ...Array.from({ length: others }, (_, index) => `B${index}`)].map((name, index) => [
        `articles/2024/story-${index}/index.md`,
        story(`title: ${JSON.stringify(name)}\ndate: 2024-01-02\ntopics: [Research]`, 'Text.'),
      ]),
    ),
  );
  const { articles, frame } = edition('en');
  return { articles, context: { edition: frame, site: site.frame } };
}

describe('an entry of a feed', async () => {
  const { articles, context } = await small('A', 3);
  const [first, second] = articles;
  if (first === undefined || second === undefined) throw new Error('There are no stories.');

  test('is written once for all feeds of a site, and anew for another site', async () => {
    const written: string[] = [];
    const entry = keepEntries(({ title }, { site }) => {
      written.push(title);
      return `${title} ${site.absolute('/')}`;
    });
    const text = entry(first, context);
    expect([entry(second, context), entry(first, context)]).toEqual([expect.any(String), text]);
    expect(written).toEqual([first.title, second.title]);
    const moved = { ...context.site, absolute: (url: string) => `https://moved.example.edu${url}` };
    expect(entry(first, { ...context, site: moved })).toBe(`${first.title} https://moved.example.edu/`);
    expect(entry(first, { ...context, edition: { ...context.edition } })).toBe(text);
  });

  test('is forgotten when too much is kept, the oldest first', () => {
    const written: Article[] = [];
    const entry = keepEntries((article) => {
      written.push(article);
      return article.title.padEnd(1_500_000);
    });
    for (const article of [first, second, ...articles.slice(2), second, first]) entry(article, context);
    // Two of them have room: the last ones.
    const [, , third, fourth] = articles;
    expect(written).toEqual([first, second, third, fourth, second, first]);
  });
});

test('a JSON Feed is what JSON.stringify makes of it, whatever lines the text has', async () => {
  for (const [title, others] of [
    ['A', 1],
    ['Lines\u2028of\u2029many\u0085kinds', 2],
  ] as const) {
    const { articles, context } = await small(title, others);
    for (const shown of [articles, articles.slice(0, 1), []]) {
      const text = jsonFeed({
        source: { title, feedUrl: '/feed.xml', pageUrl: '/', articles: shown },
        context: { ...context, assets: smallAssets },
      }).join('');
      expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 1)}\n`);
    }
  }
});
