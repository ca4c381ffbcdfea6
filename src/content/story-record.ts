/**
 * What readers may hold a newsroom to: headline, date, quotes and captions of a story as it was published, as digests.
 * Nothing of the story can be read from them, so that a record may stay where the story may not.
 */

import { z } from 'zod';
import { digestOf } from '../cache/digest.ts';
import type { Block } from '../markdown/block.ts';
import type { ArticleFile } from './article.ts';
import { oldAddress } from './old-address.ts';

export const storyRecordSchema = z.strictObject({
  /** Where readers first saw it; of ledgers of before, undefined. */
  address: oldAddress.optional(),
  title: z.string(),
  /** The civil day. */
  date: z.string(),
  /** Of all its words: tells a story whose folder was renamed. */
  text: z.string(),
  /** In the order of the text, each once. */
  quotes: z.array(z.string()),
  /** By the photo's name beside the story. */
  captions: z.record(z.string(), z.string()),
  updated: z.string().optional(),
  corrections: z.string().optional(),
});

export type StoryRecord = Readonly<z.output<typeof storyRecordSchema>>;

/** Shorter ones are single words that a text puts in quotation marks, said by nobody. */
const shortestQuote = 20;

export function recordStory(article: ArticleFile): StoryRecord {
  const { title, date, updated, corrections } = article.frontMatter;
  return {
    title: digestOfText(title),
    date: date.day,
    text: digestOfText(article.body.text),
    quotes: [...quotesOf(article).keys()],
    captions: Object.fromEntries(
      [...captionsOf(article)].map(([photo, caption]) => [photo, digestOfText(caption)]),
    ),
    ...(updated === undefined ? {} : { updated: updated.iso }),
    ...(corrections.length === 0 ? {} : { corrections: digestOf(corrections).slice(0, digestLength) }),
  };
}

/** What was said, by its digest: quotations in the text, and those that stand out. */
export function quotesOf({ body }: ArticleFile): ReadonlyMap<string, string> {
  const spoken = [...body.text.matchAll(/“([^“”]+)”|「([^「」]+)」/gu)].map(([, a, b]) => a ?? b ?? '');
  const texts = [...spoken, ...pullQuotes(body.blocks)].filter(({ length }) => length >= shortestQuote);
  return new Map(texts.map((text) => [digestOfText(text), text]));
}

/** By the photo's name beside the story; what stands in the text wins, as on the page. */
export function captionsOf({ body, folder, frontMatter }: ArticleFile): ReadonlyMap<string, string> {
  return new Map(
    body.figures.map(({ file, captionText }) => {
      const name = file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file;
      return [name, captionText ?? frontMatter.photos[name]?.caption ?? ''];
    }),
  );
}

function pullQuotes(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'note' || block.kind === 'facts') return pullQuotes(block.blocks);
    if (block.kind !== 'quote') return [];
    return [
      block.html.map((piece) => (typeof piece === 'string' ? piece.replace(/<[^>]*>/gu, '') : '')).join(''),
    ];
  });
}

/** 60 bits: two texts of one site do not meet in them by chance. */
const digestLength = 10;

/** The same for a text and for what typography makes of it: spaces and quotation marks do not count. */
function digestOfText(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\s"'“”‘’«»]+/gu, ' ')
    .trim();
  return digestOf(plain).slice(0, digestLength);
}
