/**
 * A WordPress export: its posts as articles, with attachments, captions, galleries, categories, authors and old
 * addresses. Pages, menus, comments and the rest are counted in the report. Pure; never throws for what a file holds.
 */

import { decodeAddress } from '../../text/decode-address.ts';
import { defined } from '../../text/defined.ts';
import type { LabelWords } from '../facts/label-words.ts';
import { readHtmlBody } from '../html/html-body.ts';
import { parseHtml, TooDeepError } from '../html/html-tree.ts';
import { IssueList } from '../import-issue.ts';
import {
  failedReading,
  type ImportedArticle,
  type ImportedPhoto,
  type Sourced,
  type SourceReading,
} from '../imported-article.ts';
import { sourceDate, sourceMoment } from '../source-date.ts';
import type { SourceFiles } from '../source-files.ts';
import { Attachments } from './attachments.ts';
import { oldAddresses } from './old-addresses.ts';
import { plainText } from './plain-text.ts';
import { PostAuthors } from './post-authors.ts';
import {
  countLineEnds,
  type ItemStart,
  metaOf,
  parseWordpressExport,
  type WordpressExport,
  type WordpressItem,
} from './wordpress-export.ts';
import { wordpressHtml } from './wordpress-html.ts';

export interface WordpressOptions {
  /** Relative to the import folder. */
  readonly file: string;
  readonly displayPath: string;
  readonly labels: LabelWords;
  readonly sourceFiles: SourceFiles;
  readonly timeZone: string;
}

export function readWordpress(xml: string, options: WordpressOptions): SourceReading {
  const parsed = parseWordpressExport(xml);
  return parsed.ok
    ? new WordpressReader(parsed.value, options).read()
    : failedReading(options.displayPath, parsed.message);
}

/** Fields of posts that are read. */
const viewFields = ['views', 'post_views_count'];
const descriptionFields = ['_yoast_wpseo_metadesc', '_aioseo_description', 'rank_math_description'];
const readFields: ReadonlySet<string> = new Set([...viewFields, ...descriptionFields, 'footnotes']);

class WordpressReader {
  readonly #export: WordpressExport;
  readonly #options: WordpressOptions;
  readonly #attachments: Attachments;
  readonly #authors: PostAuthors;
  readonly #issues: IssueList;

  constructor(parsed: WordpressExport, options: WordpressOptions) {
    this.#export = parsed;
    this.#options = options;
    this.#attachments = new Attachments(parsed.items, options.sourceFiles, options.file, parsed.hosts);
    this.#authors = new PostAuthors(parsed);
    this.#issues = new IssueList(options.displayPath);
  }

  read(): SourceReading {
    const articles = this.#export.items.flatMap((item, index): ImportedArticle[] => {
      const start = this.#export.starts[index] ?? { offset: 0, line: 1 };
      const type = item['wp:post_type'];
      const title = plainText(item.title);
      // Files of the library, and names of writers: posts refer to them.
      if (type === 'attachment' || type === 'guest-author') return [];
      if (type !== 'post') {
        // Menus, templates and revisions are parts of the theme, not of what readers read.
        if (type === 'page')
          this.#issues.add(
            'dropped',
            start.line,
            'A page is not an article. Make it by hand: content/pages/NAME.md.',
            title,
          );
        else
          this.#issues.add('dropped', start.line, `An entry of the kind "${type}" is not an article.`, title);
        return [];
      }
      if (['trash', 'auto-draft', 'inherit'].includes(item['wp:status'])) {
        this.#issues.add('dropped', start.line, `This post is in the state "${item['wp:status']}".`, title);
        return [];
      }
      try {
        return [this.#article(item, start)];
      } catch (error) {
        if (!(error instanceof TooDeepError)) throw error;
        this.#issues.add(
          'failed',
          start.line,
          `The text of this post cannot be read: ${error.message}`,
          title,
        );
        return [];
      }
    });
    this.#countFields();
    if (articles.length === 0 && this.#issues.entries.length === 0)
      this.#issues.add('failed', 1, 'There is no post in this export.');
    return { articles, issues: this.#issues.entries, readings: [] };
  }

  #article(item: WordpressItem, { offset, line }: ItemStart): ImportedArticle {
    const { displayPath, labels, timeZone } = this.#options;
    const title = plainText(item.title);
    const content = item['content:encoded'];
    const { source } = this.#export;
    const contentAt = content === '' ? -1 : source.indexOf(content, offset);
    const contentLine = contentAt === -1 ? line : line + countLineEnds(source.slice(offset, contentAt));
    const converted = wordpressHtml(content, {
      displayPath,
      firstLine: contentLine,
      attachments: this.#attachments.byId,
      childrenOf: this.#attachments.uploadedTo(item['wp:post_id']),
      footnotes: metaOf(item, 'footnotes'),
    });
    this.#issues.addAll(converted.issues);
    const $ = parseHtml(converted.html, contentLine);
    const body = readHtmlBody($, $('body'), {
      displayPath,
      labels,
      findPhoto: (address) => this.#attachments.findPhoto(address),
      title,
    });
    this.#issues.addAll(body.issues);
    const { facts } = body;
    const status = item['wp:status'];
    const hasPassword = item['wp:post_password'] !== '';
    if (hasPassword) this.#issues.add('look', line, 'This post had a password; it is a draft now.', title);
    if (status === 'private')
      this.#issues.add('look', line, 'This post was private; it is a draft now.', title);
    if (item['wp:comment'].length > 0)
      this.#issues.add(
        'dropped',
        line,
        `${item['wp:comment'].length} comments of readers were left out.`,
        title,
      );
    if (item['wp:is_sticky'] === '1')
      this.#issues.add(
        'dropped',
        line,
        'This post was sticky. To lead the home page, an article has pinnedUntil.',
        title,
      );
    const date = this.#date(item['wp:post_date_gmt'], item['wp:post_date'], line);
    const modified = sourceDate(`${item['wp:post_modified_gmt']}Z`, timeZone);
    const isChangedLater =
      modified !== undefined && date !== undefined && modified.slice(0, 10) > date.value.slice(0, 10);
    const summary = plainText(item['excerpt:encoded'] || (firstMeta(item, descriptionFields) ?? ''));
    const thumbnail = metaOf(item, '_thumbnail_id');
    const views = Number(firstMeta(item, viewFields) ?? '');
    const image = thumbnail === undefined ? undefined : this.#image(thumbnail, line);
    return {
      file: displayPath,
      part: item['wp:post_id'],
      ...(this.#export.hosts[0] === undefined
        ? {}
        : { identity: `wordpress ${this.#export.hosts[0]} ${item['wp:post_id']}` }),
      line,
      ...(title === '' ? {} : { title: { value: title, line } }),
      ...defined({ date }),
      ...(status === 'future' && date !== undefined ? { publishAt: date } : {}),
      ...(isChangedLater ? { updated: { value: modified, line } } : {}),
      topics: this.#topics(item, line),
      credits: facts.credits.some(({ role }) => role === 'draft')
        ? facts.credits
        : [...this.#authors.of(item).map((name) => ({ role: 'draft', name, line })), ...facts.credits],
      ...(summary === '' ? {} : { summary: { value: summary, line } }),
      ...(item['wp:post_name'] === '' ? {} : { slug: { value: decodeAddress(item['wp:post_name']), line } }),
      aliases: oldAddresses(item).map((value) => ({ value, line })),
      linkedAs: [`/?p=${item['wp:post_id']}`],
      hosts: this.#export.hosts,
      ...defined({ lang: this.#lang(item, line), translation: translationOf(item) }),
      isDraft: !['publish', 'future'].includes(status) || hasPassword,
      ...(Number.isSafeInteger(views) && views > 0
        ? { viewsBefore: { value: views, line } }
        : facts.viewsBefore === undefined
          ? {}
          : { viewsBefore: facts.viewsBefore }),
      ...defined({ image }),
      blocks: this.#attachments.addWords(body.blocks),
    };
  }

  /** The moment in UTC, which drafts have no figures for; a post of midnight, as its writer saw it, has a day alone. */
  #date(utc: string, local: string, line: number): Sourced<string> | undefined {
    const { timeZone } = this.#options;
    const isWithout = (text: string) => /^0000|^$/u.test(text);
    const value = isWithout(utc)
      ? isWithout(local)
        ? undefined
        : sourceDate(local, timeZone)
      : / 00:00(?::00)?$/u.test(local)
        ? sourceDate(local, timeZone)
        : sourceMoment(`${utc}Z`, timeZone);
    return value === undefined ? undefined : { value, line };
  }

  /** Fields that newsrooms and plugins add to posts, one issue for each, however many posts have it. */
  #countFields(): void {
    const found = new Map<string, { readonly line: number; readonly values: string[] }>();
    for (const [index, item] of this.#export.items.entries()) {
      if (item['wp:post_type'] !== 'post') continue;
      for (const { 'wp:meta_key': key, 'wp:meta_value': value } of item['wp:postmeta']) {
        if (key.startsWith('_') || value.trim() === '' || readFields.has(key)) continue;
        const field = found.get(key) ?? { line: this.#export.starts[index]?.line ?? 1, values: [] };
        field.values.push(value);
        found.set(key, field);
      }
    }
    for (const [key, { line, values }] of found)
      this.#issues.add(
        'dropped',
        line,
        `The field "${key}", which ${values.length === 1 ? 'one post has' : `${values.length} posts have`}, was left out.`,
        [...new Set(values)].slice(0, 3).join(' / '),
      );
  }

  #topics(item: WordpressItem, line: number): Sourced<string>[] {
    return item.category.flatMap(
      ({ '@domain': domain, '@nicename': nicename, '#text': name }): Sourced<string>[] => {
        if ((domain !== 'category' && domain !== 'post_tag') || nicename === 'uncategorized') return [];
        return [{ value: plainText(name) || nicename, line }];
      },
    );
  }

  /** As Polylang or WPML notes it. */
  #lang(item: WordpressItem, line: number): Sourced<string> | undefined {
    const value = termOf(item, 'language') ?? metaOf(item, '_wpml_import_language_code');
    return value === undefined ? undefined : { value, line };
  }

  #image(id: string, line: number): ImportedPhoto | undefined {
    const attachment = this.#attachments.byId.get(id);
    if (attachment === undefined) {
      this.#issues.add(
        'dropped',
        line,
        `The featured image has the number ${id}, which is not in this export.`,
      );
      return undefined;
    }
    return this.#attachments.photo(attachment, line);
  }
}

function termOf(item: WordpressItem, domain: string): string | undefined {
  return item.category.find(({ '@domain': own, '@nicename': name }) => own === domain && name !== '')?.[
    '@nicename'
  ];
}

/** What the languages of one story share. */
function translationOf(item: WordpressItem): string | undefined {
  const group = metaOf(item, '_wpml_import_translation_group');
  return termOf(item, 'post_translations') ?? (group === undefined ? undefined : `wpml ${group}`);
}

function firstMeta(item: WordpressItem, keys: readonly string[]): string | undefined {
  return keys.map((key) => metaOf(item, key)).find((value) => value !== undefined);
}
