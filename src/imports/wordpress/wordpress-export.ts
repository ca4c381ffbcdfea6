/**
 * The file that WordPress exports (WXR), parsed: its entries, each with the place where it begins. An export declares
 * no document type; one that does is refused, so no entity of its own is ever expanded. Pure; never throws.
 */

import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';

/** Text of an element, whatever attributes it has. */
const text = z
  .union([
    z.string(),
    z.number().transform(String),
    z
      .object({ '#text': z.union([z.string(), z.number().transform(String)]) })
      .transform((node) => node['#text']),
  ])
  .catch('');

const item = z.object({
  title: text,
  link: text,
  'dc:creator': text,
  'content:encoded': text,
  'excerpt:encoded': text,
  'wp:post_id': text,
  'wp:post_date': text,
  'wp:post_date_gmt': text,
  'wp:post_modified_gmt': text,
  'wp:post_name': text,
  'wp:status': text,
  'wp:post_parent': text,
  'wp:post_type': text,
  'wp:post_password': text,
  'wp:attachment_url': text,
  'wp:is_sticky': text,
  category: z
    .array(z.object({ '@domain': z.string().catch(''), '@nicename': z.string().catch(''), '#text': text }))
    .catch([]),
  'wp:postmeta': z.array(z.object({ 'wp:meta_key': text, 'wp:meta_value': text })).catch([]),
  'wp:comment': z.array(z.unknown()).catch([]),
});

const authorSchema = z.object({
  'wp:author_login': text,
  'wp:author_display_name': text,
  'wp:author_first_name': text,
  'wp:author_last_name': text,
});

export type WordpressItem = z.output<typeof item>;

const exportSchema = z.object({
  rss: z.object({
    channel: z.object({
      link: text,
      'wp:base_site_url': text,
      'wp:base_blog_url': text,
      'wp:author': z.array(authorSchema).catch([]),
      item: z.array(item).catch([]),
    }),
  }),
});

/** Where an entry begins in the file. */
export interface ItemStart {
  readonly offset: number;
  readonly line: number;
}

export interface WordpressExport {
  /** The file with plain line ends, which places are in. */
  readonly source: string;
  readonly items: readonly WordpressItem[];
  /** For each entry. */
  readonly starts: readonly ItemStart[];
  /** Names of the old site's own host. */
  readonly hosts: readonly string[];
  /** Names of authors by their logins. */
  readonly authors: ReadonlyMap<string, string>;
}

export type ParsedExport =
  | { readonly ok: true; readonly value: WordpressExport }
  | { readonly ok: false; readonly message: string };

export function parseWordpressExport(xml: string): ParsedExport {
  const failed = (message: string): ParsedExport => ({ ok: false, message });
  const source = xml.replace(/\r\n?/gu, '\n');
  if (markupOf(source).some(({ text: markup }) => /<!DOCTYPE|<!ENTITY/iu.test(markup)))
    return failed('This file declares a document type, which an export of WordPress never does.');
  if (!/<rss\b/iu.test(source))
    return failed('This is not an export of WordPress. In WordPress: Tools > Export > All content.');
  let parsed: unknown;
  try {
    parsed = parser().parse(source, true);
  } catch (error) {
    return failed(
      `This export is damaged: ${error instanceof Error ? error.message : String(error)}. Export it once more.`,
    );
  }
  const result = exportSchema.safeParse(parsed);
  if (!result.success)
    return failed('This is a feed, not an export of WordPress. In WordPress: Tools > Export > All content.');
  const { item: items, 'wp:author': authors, link, ...base } = result.data.rss.channel;
  const hosts = [link, base['wp:base_site_url'], base['wp:base_blog_url']].flatMap((url) =>
    URL.canParse(url) ? [new URL(url).host.toLowerCase()] : [],
  );
  return {
    ok: true,
    value: {
      source,
      items,
      hosts,
      starts: itemStarts(source),
      authors: new Map(authors.map((author) => [author['wp:author_login'], nameOf(author)])),
    },
  };
}

/** The display name, or first and last name where the display name is only the login. */
function nameOf(author: z.output<typeof authorSchema>): string {
  const displayName = author['wp:author_display_name'];
  const first = author['wp:author_first_name'];
  const last = author['wp:author_last_name'];
  const isLogin = displayName === '' || displayName === author['wp:author_login'];
  if (!isLogin || first === '' || last === '') return displayName;
  return /\p{Script=Han}/u.test(last) ? `${last}${first}` : `${last.toUpperCase()} ${first}`;
}

function parser(): XMLParser {
  return new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    processEntities: true,
    isArray: (name) => ['item', 'category', 'wp:postmeta', 'wp:comment', 'wp:author'].includes(String(name)),
  });
}

export function metaOf(item: WordpressItem, key: string): string | undefined {
  const value = item['wp:postmeta'].find((meta) => meta['wp:meta_key'] === key)?.['wp:meta_value'];
  return value === undefined || value === '' ? undefined : value;
}

/** All values of a field that a post may have several times. */
export function metasOf(item: WordpressItem, key: string): string[] {
  return item['wp:postmeta'].flatMap(({ 'wp:meta_key': name, 'wp:meta_value': value }) =>
    name === key && value !== '' ? [value] : [],
  );
}

/** The stretches of the export between its CDATA sections, which may hold any text, "<item>" too. */
function markupOf(source: string): { readonly offset: number; readonly text: string }[] {
  const stretches: { offset: number; text: string }[] = [];
  let position = 0;
  for (;;) {
    const start = source.indexOf('<![CDATA[', position);
    if (start === -1) break;
    stretches.push({ offset: position, text: source.slice(position, start) });
    const end = source.indexOf(']]>', start);
    if (end === -1) return stretches;
    position = end + 3;
  }
  return [...stretches, { offset: position, text: source.slice(position) }];
}

function itemStarts(source: string): ItemStart[] {
  const starts: ItemStart[] = [];
  let line = 1;
  let position = 0;
  for (const { offset, text: markup } of markupOf(source)) {
    for (const { index } of markup.matchAll(/<item(?=[\s>])/gu)) {
      line += countLineEnds(source.slice(position, offset + index));
      position = offset + index;
      starts.push({ offset: position, line });
    }
  }
  return starts;
}

/** How many lines end in a text. */
export function countLineEnds(text: string): number {
  let number = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) number += 1;
  return number;
}
