import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { renderRoute } from '../../templates/page-template.ts';
import { feeds } from '../../templates/pages/feeds.ts';
import { story } from '../builds/temporary-content.ts';
import { assembled } from '../site/assembled.ts';
import { smallAssets } from './small-assets.ts';

const part = (title: string, date: string, body: string) =>
  story(`title: ${JSON.stringify(title)}\ndate: ${date}\ntopics: [Research]\nseries: Voices`, body);
const sound =
  '![A talk with the lamplighter](talk.mp3 "The lamplighter, 12 minutes")\n\n“It was dark,” he says.';
const files = {
  'articles/2024/one/index.md': part('One & two', '2024-01-02', sound),
  'articles/2024/one/talk.mp3': 'x',
  'articles/2024/two/index.md': part('Silent', '2024-02-02', 'Text.'),
  'articles/2024/three/index.md': part('Three', '2024-03-02', `::: note\n${sound}\n:::`),
  'articles/2024/three/talk.mp3': 'x',
};

async function podcasts(
  of: Readonly<Record<string, string>>,
  soundBytes: ReadonlyMap<string, number> = new Map(),
): Promise<readonly string[]> {
  const site = { ...(await assembled(of)).site, soundBytes };
  return feeds
    .routes(site)
    .filter(({ url }) => url.endsWith('podcast.xml'))
    .map((route) => renderRoute(route, site.frame, smallAssets));
}

describe('the podcast of a series', () => {
  test('has the parts with sound, the last first, with file, notes and what programs ask for', async () => {
    const [xml = '', ...more] = await podcasts(files, new Map([['/2024/01/one/talk.mp3', 4321]]));
    expect(more).toEqual([]);
    expect(XMLValidator.validate(xml)).toBe(true);
    const { rss } = new XMLParser({ ignoreAttributes: false }).parse(xml);
    const { channel } = rss;
    expect(channel).toMatchObject({
      title: 'Voices',
      language: 'en-us',
      'itunes:author': 'Test News',
      'itunes:explicit': false,
      'itunes:category': { '@_text': 'Education' },
      'itunes:image': { '@_href': 'https://news.example.edu/cover.png' },
    });
    expect(channel.item.map(({ title }: { readonly title: string }) => title)).toEqual([
      'Three',
      'One & two',
    ]);
    expect(channel.item[1].enclosure).toEqual({
      '@_url': 'https://news.example.edu/2024/01/one/talk.mp3',
      '@_length': '4321',
      '@_type': 'audio/mpeg',
    });
    expect(channel.item[1]['content:encoded']).toContain('It was dark');
  });

  test('is not there where no part has sound', async () => {
    expect(await podcasts({ 'articles/2024/two/index.md': part('Silent', '2024-02-02', 'Text.') })).toEqual(
      [],
    );
  });

  test('names the transcript of each part: its file, or the page where it stands', async () => {
    const [xml = ''] = await podcasts({
      ...files,
      'articles/2024/one/index.md': part(
        'One & two',
        '2024-01-02',
        '![A talk](talk.mp3 "A talk"){transcript=talk.vtt}',
      ),
      'articles/2024/one/talk.vtt': 'WEBVTT\n\n00:01.000 --> 00:02.000\nWords.\n',
      'articles/2024/three/index.md': part(
        'Three',
        '2024-03-02',
        '![A talk](talk.mp3 "A talk"){transcript=talk.md}',
      ),
      'articles/2024/three/talk.md': 'Words.\n',
    });
    expect(XMLValidator.validate(xml)).toBe(true);
    expect(xml.match(/<podcast:transcript [^>]*>/gu)).toEqual([
      '<podcast:transcript url="https://news.example.edu/2024/03/three/" type="text/html" language="en"/>',
      '<podcast:transcript url="https://news.example.edu/2024/01/one/talk.vtt" type="text/vtt" language="en"/>',
    ]);
  });
});
