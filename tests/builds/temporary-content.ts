/** A small content folder for one test. */

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';

export interface TemporaryContent {
  /** The folder that holds `content/`, where the command is called. */
  readonly folder: string;
  readonly write: (file: string, content: string | Uint8Array) => Promise<void>;
  readonly remove: () => Promise<void>;
}

export const siteYaml = `name: Test News
tagline: News for tests
baseUrl: https://news.example.edu
timeZone: Asia/Shanghai
defaultLanguage: en
languages:
  en: {name: English, locale: en-US}
  zh: {name: 中文, locale: zh-CN}
topics:
  - {name: Research, slug: research, names: {zh: Research}}
  - {name: University News, slug: university-news, names: {zh: University News}}
credits:
  draft: {en: Draft, zh: 撰稿}
  revision: {en: Revision, zh: 审核}
photos: {widths: [320, 640], formats: [webp, jpeg], effort: fast}
`;

export function story(frontMatter: string, body: string): string {
  return `---\n${frontMatter}\n---\n\n${body}\n`;
}

export const goodFrontMatter =
  'title: A good story\ndate: 2024-05-06\ntopics: [Research]\ncredits: {draft: YANG Lindi}';

/** With `site.yaml` and, unless told otherwise, one good story with a photo. */
export async function temporaryContent(
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<TemporaryContent> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'news-content-'));
  const write = async (file: string, content: string | Uint8Array) => {
    const target = path.join(folder, 'content', file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, content);
  };
  await write('site.yaml', siteYaml);
  for (const [file, content] of Object.entries(files)) await write(file, content);
  return { folder, write, remove: () => rm(folder, { recursive: true, force: true }) };
}

export function photo(widthPx = 900, heightPx = 600): Promise<Buffer> {
  return sharp({ create: { width: widthPx, height: heightPx, channels: 3, background: '#456789' } })
    .jpeg()
    .toBuffer();
}
