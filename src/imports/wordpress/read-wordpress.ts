/**
 * A WordPress export (WXR): its posts as articles, with attachments, captions, galleries, categories, authors and old
 * addresses. Pages, menus, comments and the rest are counted in the report. An export declares no document type; one
 * that does is refused, so no entity of its own is ever expanded. Pure; never throws for what a file holds.
 */

import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import type { LabelWords } from '../facts/label-words.ts';
import { cleanText } from '../fold-text.ts';
import { readHtmlBody } from '../html/html-body.ts';
import { parseHtml, TooDeepError, textOf } from '../html/html-tree.ts';
import type {
  ImportedArticle,
  ImportedPhoto,
  PhotoSource,
  Sourced,
  SourceReading,
} from '../imported-article.ts';
import type { Loss } from '../loss.ts';
import { escapeMarkdown } from '../markdown-text.ts';
import type { PhotoShelf } from '../photo-shelf.ts';
import { sourceDate } from '../source-date.ts';
import { type Attachment, wordpressHtml } from './wordpress-html.ts';

export interface WordpressOptions {
  /** Relative to the import folder. */
  readonly file: string;
  readonly shownFile: string;
  readonly labels: LabelWords;
  readonly shelf: PhotoShelf;
  readonly timeZone: string;
}

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

type Item = z.output<typeof item>;

const exportSchema = z.object({
  rss: z.object({
    channel: z.object({
      'wp:author': z.array(z.object({ 'wp:author_login': text, 'wp:author_display_name': text })).catch([]),
      item: z.array(item).catch([]),
    }),
  }),
});

export function readWordpress(xml: string, options: WordpressOptions): SourceReading {
  const failed = (message: string): SourceReading => ({
    articles: [],
    losses: [{ kind: 'failed', file: options.shownFile, line: 1, message }],
    readings: [],
  });
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
  return new WordpressReader(source, result.data, options).read();
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

class WordpressReader {
  readonly #source: string;
  readonly #options: WordpressOptions;
  readonly #items: readonly Item[];
  readonly #authors: ReadonlyMap<string, string>;
  readonly #attachments: ReadonlyMap<string, Attachment>;
  readonly #losses: Loss[] = [];
  /** Where each item begins, as an offset and as a line. */
  readonly #starts: readonly { readonly offset: number; readonly line: number }[];

  constructor(
    source: string,
    { rss: { channel } }: z.output<typeof exportSchema>,
    options: WordpressOptions,
  ) {
    this.#source = source;
    this.#options = options;
    this.#items = channel.item;
    this.#authors = new Map(
      channel['wp:author'].map((author) => [author['wp:author_login'], author['wp:author_display_name']]),
    );
    this.#attachments = new Map(
      channel.item
        .filter((one) => one['wp:post_type'] === 'attachment')
        .map((one) => [one['wp:post_id'], attachmentOf(one)]),
    );
    this.#starts = itemStarts(source);
  }

  read(): SourceReading {
    const articles = this.#items.flatMap((one, index): ImportedArticle[] => {
      const start = this.#starts[index] ?? { offset: 0, line: 1 };
      const type = one['wp:post_type'];
      const title = plainText(one.title);
      if (type === 'attachment') return [];
      if (type !== 'post') {
        // Menus, templates and revisions are parts of the theme, not of what readers read.
        if (type === 'page')
          this.#lose(
            'dropped',
            start.line,
            'A page is not an article. Make it by hand: content/pages/NAME.md.',
            title,
          );
        else this.#lose('dropped', start.line, `An entry of the kind "${type}" is not an article.`, title);
        return [];
      }
      if (['trash', 'auto-draft', 'inherit'].includes(one['wp:status'])) {
        this.#lose('dropped', start.line, `This post is in the state "${one['wp:status']}".`, title);
        return [];
      }
      try {
        return [this.#article(one, start)];
      } catch (error) {
        if (!(error instanceof TooDeepError)) throw error;
        this.#lose('failed', start.line, `The text of this post cannot be read: ${error.message}`, title);
        return [];
      }
    });
    if (articles.length === 0 && this.#losses.length === 0)
      this.#lose('failed', 1, 'There is no post in this export.');
    return { articles, losses: this.#losses, readings: [] };
  }

  #article(one: Item, { offset, line }: { offset: number; line: number }): ImportedArticle {
    const { shownFile, labels, timeZone } = this.#options;
    const title = plainText(one.title);
    const content = one['content:encoded'];
    const contentAt = content === '' ? -1 : this.#source.indexOf(content, offset);
    const contentLine = contentAt === -1 ? line : line + count(this.#source.slice(offset, contentAt), '\n');
    const converted = wordpressHtml(content, {
      shownFile,
      firstLine: contentLine,
      attachments: this.#attachments,
      childrenOf: [...this.#attachments]
        .filter(([, { parent }]) => parent === one['wp:post_id'])
        .map(([id]) => id),
    });
    this.#losses.push(...converted.losses);
    const $ = parseHtml(converted.html, contentLine);
    const body = readHtmlBody($, $('body'), {
      shownFile,
      labels,
      findPhoto: (address) => this.#findPhoto(address),
      title,
    });
    this.#losses.push(...body.losses);
    const { facts } = body;
    const status = one['wp:status'];
    const hasPassword = one['wp:post_password'] !== '';
    if (hasPassword) this.#lose('look', line, 'This post had a password; it is a draft now.', title);
    if (status === 'private') this.#lose('look', line, 'This post was private; it is a draft now.', title);
    if (one['wp:comment'].length > 0)
      this.#lose('dropped', line, `${one['wp:comment'].length} comments of readers were left out.`, title);
    if (one['wp:is_sticky'] === '1')
      this.#lose(
        'dropped',
        line,
        'This post was sticky. To lead the home page, an article has pinnedUntil.',
        title,
      );
    const date = this.#date(one['wp:post_date_gmt'], one['wp:post_date'], line);
    const modified = sourceDate(`${one['wp:post_modified_gmt']}Z`, timeZone);
    const isChangedLater =
      modified !== undefined && date !== undefined && modified.slice(0, 10) > date.value.slice(0, 10);
    const summary = plainText(one['excerpt:encoded']);
    const creator = one['dc:creator'];
    const author = plainText(this.#authors.get(creator) ?? creator);
    const thumbnail = metaOf(one, '_thumbnail_id');
    const views = Number(metaOf(one, 'views') ?? metaOf(one, 'post_views_count') ?? '');
    const image = thumbnail === undefined ? undefined : this.#image(thumbnail, line);
    return {
      file: shownFile,
      part: one['wp:post_id'],
      line,
      ...(title === '' ? {} : { title: { value: title, line } }),
      ...(date === undefined ? {} : { date }),
      ...(status === 'future' && date !== undefined ? { publishAt: date } : {}),
      ...(isChangedLater ? { updated: { value: modified, line } } : {}),
      topics: this.#topics(one, line),
      credits:
        facts.credits.some(({ role }) => role === 'draft') || author === ''
          ? facts.credits
          : [{ role: 'draft', name: author, line }, ...facts.credits],
      ...(summary === '' ? {} : { summary: { value: summary, line } }),
      ...(one['wp:post_name'] === '' ? {} : { slug: { value: decode(one['wp:post_name']), line } }),
      aliases: this.#aliases(one.link, line),
      isDraft: !['publish', 'future'].includes(status) || hasPassword,
      ...(Number.isSafeInteger(views) && views > 0
        ? { viewsBefore: { value: views, line } }
        : facts.viewsBefore === undefined
          ? {}
          : { viewsBefore: facts.viewsBefore }),
      ...(image === undefined ? {} : { image }),
      blocks: this.#withAttachments(body.blocks),
    };
  }

  /** The moment in UTC; drafts have zeros there. */
  #date(utc: string, local: string, line: number): Sourced<string> | undefined {
    const { timeZone } = this.#options;
    const value = /^0000|^$/u.test(utc)
      ? /^0000|^$/u.test(local)
        ? undefined
        : sourceDate(local, timeZone)
      : sourceDate(`${utc}Z`, timeZone);
    return value === undefined ? undefined : { value, line };
  }

  #topics(one: Item, line: number): Sourced<string>[] {
    return one.category.flatMap(
      ({ '@domain': domain, '@nicename': nicename, '#text': name }): Sourced<string>[] => {
        if ((domain !== 'category' && domain !== 'post_tag') || nicename === 'uncategorized') return [];
        return [{ value: plainText(name) || nicename, line }];
      },
    );
  }

  /** The address that the post had; `?p=12` cannot redirect, and had none before it was published. */
  #aliases(link: string, line: number): Sourced<string>[] {
    if (!URL.canParse(link)) return [];
    const { pathname, search } = new URL(link);
    return pathname === '/' || search !== '' ? [] : [{ value: decode(pathname), line }];
  }

  #image(id: string, line: number): ImportedPhoto | undefined {
    const attachment = this.#attachments.get(id);
    if (attachment === undefined) {
      this.#lose('dropped', line, `The featured image has the number ${id}, which is not in this export.`);
      return undefined;
    }
    return { source: this.#findPhoto(attachment.url), alt: attachment.alt, ...captionOf(attachment), line };
  }

  #findPhoto(address: string): PhotoSource {
    const { shelf, file } = this.#options;
    // Scaled copies ("-300x200", "-scaled") are the photo of the attachment.
    const attachment = this.#attachmentOf(address);
    const names = [attachment?.file, attachment?.url.replace(/^.*\/uploads\//u, ''), address].filter(
      (name) => name !== undefined && name !== '',
    );
    for (const name of names) {
      const found = shelf.find(name ?? '', file);
      if (found.kind === 'file') return found;
    }
    return { kind: 'missing', name: address };
  }

  #attachmentOf(address: string): Attachment | undefined {
    const wanted = nameKey(address);
    const same = [...this.#attachments.values()].filter(({ url }) => nameKey(url) === wanted);
    return (
      same.find(({ url }) => folderOf(url) === folderOf(address)) ?? (same.length === 1 ? same[0] : undefined)
    );
  }

  /** Captions and descriptions of the media library, for photos that the text shows without. */
  #withAttachments(blocks: ImportedArticle['blocks']): ImportedArticle['blocks'] {
    const byFile = new Map(
      [...this.#attachments.values()].map((attachment) => {
        const found = this.#findPhoto(attachment.url);
        return [
          found.kind === 'file' ? found.file : found.kind === 'missing' ? found.name : '',
          attachment,
        ] as const;
      }),
    );
    return blocks.map((block) =>
      block.kind === 'markdown'
        ? block
        : {
            ...block,
            photos: block.photos.map((photo) => {
              const { source } = photo;
              const attachment =
                source.kind === 'bytes'
                  ? undefined
                  : byFile.get(source.kind === 'file' ? source.file : source.name);
              if (attachment === undefined) return photo;
              return {
                ...captionOf(attachment),
                ...photo,
                alt: photo.alt === '' ? attachment.alt : photo.alt,
              };
            }),
          },
    );
  }

  #lose(kind: Loss['kind'], line: number, message: string, text?: string): void {
    this.#losses.push({
      kind,
      file: this.#options.shownFile,
      line,
      message,
      ...(text === undefined || text === '' ? {} : { text }),
    });
  }
}

function attachmentOf(one: Item): Attachment {
  return {
    url: one['wp:attachment_url'],
    file: metaOf(one, '_wp_attached_file'),
    alt: cleanText(metaOf(one, '_wp_attachment_image_alt') ?? ''),
    caption: plainText(one['excerpt:encoded']),
    parent: one['wp:post_parent'],
  };
}

/** WordPress keeps its texts as HTML: "Arts &amp; <em>Culture</em>". */
function plainText(html: string): string {
  if (!/[<&]/u.test(html)) return cleanText(html);
  const $ = parseHtml(html);
  return textOf($, $('body'));
}

function captionOf({ caption }: Attachment): { caption?: string } {
  return caption === '' ? {} : { caption: escapeMarkdown(caption) };
}

function metaOf(one: Item, key: string): string | undefined {
  const value = one['wp:postmeta'].find((meta) => meta['wp:meta_key'] === key)?.['wp:meta_value'];
  return value === undefined || value === '' ? undefined : value;
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

function itemStarts(source: string): { offset: number; line: number }[] {
  const starts: { offset: number; line: number }[] = [];
  let line = 1;
  let position = 0;
  for (const { offset, text: markup } of markupOf(source)) {
    for (const { index } of markup.matchAll(/<item(?=[\s>])/gu)) {
      line += count(source.slice(position, offset + index), '\n');
      position = offset + index;
      starts.push({ offset: position, line });
    }
  }
  return starts;
}

function nameKey(address: string): string {
  const name =
    address
      .replace(/[?#].*$/u, '')
      .split('/')
      .at(-1) ?? '';
  return decode(name)
    .toLowerCase()
    .replace(/(?:-\d+x\d+|-scaled|-rotated)(?=\.\w+$)/u, '')
    .replace(/-e\d{10,}(?=\.\w+$)/u, '');
}

function folderOf(address: string): string {
  return address
    .replace(/[?#].*$/u, '')
    .split('/')
    .slice(-3, -1)
    .join('/');
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function count(text: string, character: string): number {
  let number = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) number += 1;
  return number;
}
