/** What leads a story to other places: codes that telephones read, and plain links. */

import jsQr from 'jsqr';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { linkedServices } from '../../src/site/share-ways.ts';
import { renderRoute } from '../../templates/page-template.ts';
import { shareCodes } from '../../templates/pages/share-codes.ts';
import { siteYaml, story } from '../builds/temporary-content.ts';
import { smallAssets } from '../feeds/small-assets.ts';
import { assembled } from '../site/assembled.ts';

const files = {
  'articles/2024/a/index.md': story('title: A\ndate: 2024-01-02\ntopics: [Research]', 'Text.'),
  'articles/2025/hu-mian/index.zh.md': story(
    'title: 湖面\ndate: 2025-01-02\ntopics: [Research]\nslug: 湖面上的八个人',
    '文。',
  ),
};

async function scan(svg: string): Promise<string | undefined> {
  const { data, info } = await sharp(Buffer.from(svg))
    .resize(480)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return jsQr.default(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

describe('codes of stories', () => {
  test('lead to the whole address of each, also in other letters', async () => {
    const { site } = await assembled({ ...files, 'site.yaml': `${siteYaml}share: [wechat]\n` });
    const routes = shareCodes.routes(site);
    expect(routes.map(({ url }) => url)).toEqual([
      '/2024/01/a/code.svg',
      '/zh/2025/01/湖面上的八个人/code.svg',
    ]);
    for (const route of routes) {
      const address = site.frame.absolute(route.url.replace(/code\.svg$/u, ''));
      expect(await scan(renderRoute(route, site.frame, smallAssets))).toBe(address);
    }
  });

  test('are made only where site.yaml asks for them', async () => {
    expect(shareCodes.routes((await assembled(files)).site)).toEqual([]);
    const { site } = await assembled({ ...files, 'site.yaml': `${siteYaml}share: [linkedin]\n` });
    expect(shareCodes.routes(site)).toEqual([]);
    expect(site.frame.share).toEqual(['linkedin']);
  });
});

test('links to services carry headline and address whole', () => {
  const story = { title: 'A & B: 50 % #1', address: 'https://news.example.edu/a/?b=1#c' };
  for (const { addressOf } of Object.values(linkedServices)) {
    const address = new URL(addressOf(story));
    const said = new URLSearchParams(address.search.slice(1) || address.hash.slice(1));
    const text = [...said.values()].join('');
    expect(text).toContain(story.address);
    if (!address.host.includes('linkedin')) expect(text).toContain(story.title);
  }
});

test('a headline that a service has no room for is cut, and its address never', () => {
  const address = `https://news.example.edu/2024/05/${'%E6%B9%96'.repeat(12)}/`;
  for (const letter of ['long ', '湖', '👩‍🔬']) {
    const title = letter.repeat(200);
    const textOf = (link: string) =>
      [...new URLSearchParams(new URL(link).search.slice(1) || new URL(link).hash.slice(1)).values()].join(
        '',
      );
    const post = textOf(linkedServices.bluesky.addressOf({ title, address }));
    expect(post.endsWith(`…\n${address}`)).toBe(true);
    expect([...post].length).toBeLessThanOrEqual(300);
    const [headline = ''] = textOf(linkedServices.mastodon.addressOf({ title, address })).split('\n');
    expect([...headline].length).toBeLessThanOrEqual(476);
  }
});
