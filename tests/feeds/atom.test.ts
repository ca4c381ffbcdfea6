import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { atomFeed } from '../../src/feeds/atom.ts';
import { robots } from '../../src/seo/sitemap.ts';
import { escapeXml } from '../../src/text/xml.ts';
import { story } from '../builds/temporary-content.ts';
import { assembled } from '../site/assembled.ts';
import { smallAssets } from './small-assets.ts';

const hostile = 'a < b & "c" \'d\' ]]> <script>alert(1)</script> &amp; 春节 🎓';

async function feedOf(files: Readonly<Record<string, string>>): Promise<string> {
  const { site, edition } = await assembled(files);
  const { articles, frame } = edition('en');
  return atomFeed({
    source: { title: hostile, feedUrl: '/feed.xml', pageUrl: '/', articles },
    context: { edition: frame, site: site.frame, assets: smallAssets },
  }).join('');
}

const parser = new XMLParser({
  ignoreAttributes: false,
  isArray: (name) => name === 'entry' || name === 'link',
});

describe('an Atom feed', () => {
  test('of hostile text is well-formed, and gives every word back as it was', async () => {
    const xml = await feedOf({
      'articles/2024/a/index.md': story(
        `title: ${JSON.stringify(hostile)}\ndate: 2024-01-02\ntopics: [Research]\nsummary: ${JSON.stringify(hostile)}\ncredits: {draft: ${JSON.stringify(`LI "${hostile}"`)}}`,
        `${hostile}\n\n![${hostile.replaceAll(']', '')}](1.jpg "An & caption")\n\n[^1] and [b](../b/index.md)\n\n[^1]: Note.`,
      ),
      'articles/2024/a/1.jpg': 'x',
      'articles/2024/b/index.md': story('title: B\ndate: 2024-01-01\ntopics: [Research]', 'Text.'),
    });
    expect(XMLValidator.validate(xml)).toBe(true);
    expect(xml).not.toContain('<script');
    expect(parser.parse(xml)).toMatchObject({
      feed: {
        title: hostile,
        entry: [{ title: hostile, summary: expect.objectContaining({}) }, { title: 'B' }],
      },
    });
  });

  test('has no address that only the site itself understands', async () => {
    const xml = await feedOf({
      'articles/2024/a/index.md': story(
        'title: A\ndate: 2024-01-02\ntopics: [Research]',
        '## End\n\n![A](1.jpg "B")\n\nSee [b](../b/index.md), [end](#end), [plan](plan.pdf) and a note.[^1]\n\n[^1]: Note.',
      ),
      'articles/2024/a/1.jpg': 'x',
      'articles/2024/a/plan.pdf': 'x',
      'articles/2024/b/index.md': story('title: B\ndate: 2024-01-01\ntopics: [Research]', 'Text.'),
    });
    const addresses = [...xml.matchAll(/(?:href|src)=(?:&quot;|")(.*?)(?:&quot;|")/gu)].map(
      (match) => match[1],
    );
    expect(addresses.length).toBeGreaterThan(8);
    expect(addresses.filter((address) => !/^https:\/\/news\.example\.edu\//u.test(address ?? ''))).toEqual(
      [],
    );
  });

  test('dates each story by its publication, and the feed by its last change', async () => {
    const xml = await feedOf({
      'articles/2024/a/index.md': story('title: A\ndate: 2024-01-02\ntopics: [Research]', 'Text.'),
      'articles/2023/b/index.md': story(
        'title: B\ndate: 2023-01-02\nupdated: 2024-05-01T10:00+08:00\ntopics: [Research]',
        'Text.',
      ),
    });
    expect(
      [...xml.matchAll(/<(updated|published)>(.*?)</gu)].map((match) => match.slice(1).join(' ')),
    ).toEqual([
      'updated 2024-05-01T10:00:00+08:00',
      'published 2024-01-02T00:00:00+08:00',
      'updated 2024-01-02T00:00:00+08:00',
      'published 2023-01-02T00:00:00+08:00',
      'updated 2024-05-01T10:00:00+08:00',
    ]);
  });
});

test('any text is well-formed once it is escaped', () => {
  const unit = fc.constantFrom(
    '<',
    '>',
    '&',
    '"',
    "'",
    ']',
    'a',
    '中',
    '\n',
    '\u0000',
    '\u0008',
    '\ud800',
    '\uffff',
  );
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      expect(XMLValidator.validate(`<a b="${escapeXml(text)}">${escapeXml(text)}</a>`)).toBe(true);
    }),
  );
});

test('robots.txt names the sitemap by its whole address', async () => {
  const { site } = await assembled({
    'articles/2024/a/index.md': story('title: A\ndate: 2024-01-02\ntopics: [Research]', 'Text.'),
  });
  const lines = robots({ context: { site: site.frame } }).split('\n');
  expect(lines.slice(0, 2)).toEqual(['User-agent: *', 'Allow: /']);
  expect(lines).toContain('Sitemap: https://news.example.edu/sitemap.xml');
});
