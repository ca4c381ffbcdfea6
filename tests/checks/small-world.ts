/** What surrounds an article in tests of messages: settings, three people, one other story, and photos. */

import sharp from 'sharp';

export const smallSite = `name: Test News
tagline: News for tests
baseUrl: https://news.example.edu
timeZone: Asia/Shanghai
defaultLanguage: en
languages:
  en: {name: English, locale: en-US}
  zh: {name: 中文, locale: zh-CN}
topics:
  - {name: Research, slug: research, names: {zh: 科研}}
  - {name: University News, slug: university-news, names: {zh: 学校要闻}}
credits:
  draft: {en: Draft, zh: 撰稿}
  revision: {en: Revision, zh: 审核}
  photos: {en: Photos, zh: 摄影}
`;

const goodStory = `---
title: A good story
date: 2024-05-06
topics: [Research]
---

## The end

It is good.
`;

const person = (name: string, more = '') => `---\nname: ${name}\n${more}---\n`;

const photos = {
  'stall.jpg': await photo(1200, 800),
  '1.jpg': await photo(1200, 801),
  '2.jpg': await photo(1200, 802),
  'DSC_2375.jpg': await photo(1200, 803),
  'red stall.jpg': await photo(1200, 804),
  'signing-ceremony.jpg': await photo(1200, 805),
  'small.jpg': await photo(400, 300),
  'empty.jpg': Buffer.alloc(0),
  'plan.pdf': Buffer.from('%PDF-1.4'),
  'report.docx': Buffer.from('PK\u0003\u0004 a document'),
  'huge.jpg': enlarged(await photo(1200, 800), 20_000, 9000),
} as const;

function photo(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#456789' } })
    .jpeg()
    .toBuffer();
}

/** A JPEG that says of itself that it is so large, as a program sees before it decodes a pixel. */
function enlarged(jpeg: Buffer, widthPx: number, heightPx: number): Buffer {
  const frame = [0xc0, 0xc2].map((marker) => jpeg.indexOf(Buffer.from([0xff, marker]))).find((at) => at > 0);
  if (frame === undefined) throw new Error('The JPEG has no frame.');
  const bytes = Buffer.from(jpeg);
  bytes.writeUInt16BE(heightPx, frame + 5);
  bytes.writeUInt16BE(widthPx, frame + 7);
  return bytes;
}

/**
 * The files around an article, and the photos beside it that its text names.
 * @param article the text of `articles/2024/fair/index.md`
 */
export function smallWorld(article: string): Map<string, string | Uint8Array> {
  const stem = (name: string) => name.replace(/\.[^.]+$/u, '');
  return new Map<string, string | Uint8Array>([
    ['site.yaml', smallSite],
    ['people/yang-lindi.md', person('YANG Lindi')],
    ['people/cheng-mingyuan.md', person('CHENG Mingyuan')],
    ['people/yang-renshu.md', person('YANG Renshu', 'honorific: Prof.\n')],
    ['articles/2024/good/index.md', goodStory],
    ['articles/2024/fair/index.md', article],
    ...Object.entries(photos)
      .filter(([name]) => new RegExp(`(?<![\\w-])${stem(name)}\\.`, 'u').test(article))
      .map(([name, bytes]) => [`articles/2024/fair/${name}`, bytes] as const),
  ]);
}
