/**
 * One Markdown file of a Hugo, Jekyll or Eleventy site. Keys that mean something here are taken over under whatever
 * name the generator or its theme has for them; all others are reported. Pure; never throws.
 */

import path from 'node:path/posix';
import type { LabelWords } from '../facts/label-words.ts';
import { TooDeepError } from '../html/html-tree.ts';
import type {
  ImportedArticle,
  ImportedCredit,
  ImportedPhoto,
  Sourced,
  SourceReading,
} from '../imported-article.ts';
import type { Loss } from '../loss.ts';
import { escapeMarkdown } from '../markdown-text.ts';
import type { PhotoShelf } from '../photo-shelf.ts';
import { sourceDate } from '../source-date.ts';
import {
  type GeneratorFile,
  splitGeneratorFile,
  textOfValue,
  textsOfValue,
} from './generator-front-matter.ts';
import { readMarkdownBody } from './markdown-body.ts';
import type { FigureArguments } from './shortcodes.ts';

export interface MarkdownFileOptions {
  /** Relative to the import folder. */
  readonly file: string;
  readonly shownFile: string;
  readonly labels: LabelWords;
  readonly shelf: PhotoShelf;
  readonly timeZone: string;
  /** Whether the import folder is a site of Eleventy, whose files have their address from their path. */
  readonly isEleventy: boolean;
}

const keys = {
  title: ['title', 'headline'],
  date: ['date', 'pubdate', 'published_at', 'created', 'posted', 'publishdate'],
  updated: ['lastmod', 'updated', 'modified', 'last_modified_at', 'updated_at', 'dateupdated', 'updateddate'],
  summary: ['summary', 'description', 'excerpt', 'lead', 'teaser', 'abstract'],
  topics: ['topics', 'topic', 'categories', 'category', 'tags', 'tag', 'section', 'channel'],
  draft: ['authors', 'author', 'by', 'byline', 'writer', 'writers', 'creator'],
  photos: ['photographer', 'photographers', 'photo_credit', 'photocredit', 'photos_by'],
  revision: ['editor', 'editors', 'revision', 'reviewer', 'reviewed_by'],
  translation: ['translator', 'translators'],
  aliases: ['aliases', 'alias', 'redirect_from', 'redirects', 'old_urls'],
  address: ['permalink', 'url'],
  image: [
    'image',
    'featured_image',
    'featuredimage',
    'featured',
    'cover',
    'thumbnail',
    'hero',
    'banner',
    'header',
    'images',
    'cover_image',
    'teaser_image',
    'og_image',
  ],
  expires: ['expirydate', 'unpublishdate', 'expires'],
  lang: ['lang', 'language', 'locale'],
} as const;

/** Keys that only tell a theme how to draw the page. */
const silentKeys = new Set([
  'layout',
  'type',
  'weight',
  'toc',
  'comments',
  'comment',
  'share',
  'related',
  'sidebar',
  'classes',
  'menu',
  'math',
  'mathjax',
  'nav_order',
  'parent',
  'templateengineoverride',
  'eleventyexcludefromcollections',
  'eleventynavigation',
  'pagination',
  'author_profile',
  'read_time',
  'markup',
  'sitemap',
  'id',
  'outputs',
  'cascade',
  'iscjklanguage',
  'slug',
  'draft',
  'published',
  'series',
  'resources',
  'uid',
  'guid',
  'showtoc',
  'tocopen',
  'searchhidden',
  'hidden',
  'pin',
  'sticky',
  'render_with_liquid',
]);

export function readMarkdownFile(source: string, options: MarkdownFileOptions): SourceReading {
  try {
    return new MarkdownFileReader(splitGeneratorFile(source), options).read();
  } catch (error) {
    if (!(error instanceof TooDeepError)) throw error;
    return {
      articles: [],
      losses: [{ kind: 'failed', file: options.shownFile, line: 1, message: error.message }],
      readings: [],
    };
  }
}

class MarkdownFileReader {
  readonly #file: GeneratorFile;
  readonly #options: MarkdownFileOptions;
  readonly #losses: Loss[] = [];
  readonly #values: ReadonlyMap<string, { readonly key: string; readonly value: unknown }>;
  readonly #used = new Set<string>();

  constructor(file: GeneratorFile, options: MarkdownFileOptions) {
    this.#file = file;
    this.#options = options;
    const params = file.values.get('params');
    const nested =
      typeof params === 'object' && params !== null && !Array.isArray(params) ? Object.entries(params) : [];
    this.#values = new Map(
      [...file.values, ...nested].map(([key, value]) => [key.toLowerCase(), { key, value }]),
    );
    if (nested.length > 0) this.#used.add('params');
  }

  read(): SourceReading {
    const { file, shownFile } = this.#options;
    const name = path.basename(file);
    if (/^_index\b/u.test(name)) {
      return {
        articles: [],
        losses: [
          {
            kind: 'dropped',
            file: shownFile,
            line: 1,
            message: 'This is the page of a section, not an article.',
            text: this.#file.body.trim(),
          },
        ],
        readings: [],
      };
    }
    const { error } = this.#file;
    if (error !== undefined) {
      this.#lose(
        'dropped',
        1,
        `The front matter cannot be read (${error.reason}), so only the text was taken.`,
        error.text,
      );
    }
    const title = this.#text(keys.title);
    const post =
      /(?:^|\/)(\d{4})-(\d{1,2})-(\d{1,2})-([^/]+?)(?:\/index)?(?:\.[a-z]{2}(?:-[A-Za-z]+)?)?\.\w+$/u.exec(
        file,
      );
    const body = readMarkdownBody(this.#file.body, {
      shownFile,
      file,
      firstLine: this.#file.bodyLine,
      shelf: this.#options.shelf,
      labels: this.#options.labels,
      title: title?.value,
      galleries: this.#galleries(),
    });
    const date =
      this.#date(keys.date) ??
      (post === null
        ? undefined
        : { value: `${post[1]}-${post[2]?.padStart(2, '0')}-${post[3]?.padStart(2, '0')}`, line: 1 });
    const updated = this.#date(keys.updated);
    const expiresAt = this.#date(keys.expires);
    const summary = this.#text(keys.summary);
    const slug = this.#slug(post?.[4]);
    const lang = this.#text(keys.lang) ?? languageOf(name);
    const series = this.#series();
    const topics = this.#topics();
    const heading =
      body.heading === undefined ? undefined : { value: body.heading, line: this.#file.bodyLine };
    const chosenTitle = title ?? heading ?? this.#titleOfFile(slug);
    const article: ImportedArticle = {
      file: shownFile,
      part: '',
      line: 1,
      ...(chosenTitle === undefined ? {} : { title: chosenTitle }),
      ...(date === undefined ? {} : { date }),
      ...(updated === undefined ? {} : { updated }),
      ...(expiresAt === undefined ? {} : { expiresAt }),
      topics,
      credits: this.#credits(),
      ...(summary === undefined ? {} : { summary }),
      ...(lang === undefined ? {} : { lang }),
      ...(slug === undefined ? {} : { slug: { value: slug, line: 1 } }),
      ...(series === undefined ? {} : { series }),
      aliases: this.#aliases(post, topics),
      isDraft: this.#value('draft') === true || this.#value('published') === false,
      ...this.#image(),
      blocks: this.#withResources(body.blocks),
    };
    this.#reportRest();
    return { articles: [article], losses: [...this.#losses, ...body.losses], readings: [] };
  }

  #value(key: string): unknown {
    this.#used.add(key);
    return this.#values.get(key)?.value;
  }

  #line(key: string): number {
    return this.#file.lineOf(this.#values.get(key)?.key ?? key);
  }

  #text(names: readonly string[]): Sourced<string> | undefined {
    for (const name of names) {
      const value = this.#values.has(name) ? textOfValue(this.#value(name)) : undefined;
      if (value !== undefined) return { value, line: this.#line(name) };
    }
    return undefined;
  }

  #date(names: readonly string[]): Sourced<string> | undefined {
    const found = this.#text(names);
    if (found === undefined) return undefined;
    const value = sourceDate(found.value, this.#options.timeZone);
    if (value !== undefined) return { value, line: found.line };
    this.#lose('dropped', found.line, 'No calendar has this date.', found.value);
    return undefined;
  }

  #topics(): Sourced<string>[] {
    return keys.topics.flatMap((name) => {
      const value = this.#values.has(name) ? this.#value(name) : undefined;
      const line = this.#line(name);
      // Jekyll parts the words of one text: "categories: research art"; a name with a capital in it is one topic.
      const isWords =
        typeof value === 'string' && (name === 'categories' || name === 'tags') && !/[,A-Z]/u.test(value);
      const texts = isWords
        ? value.split(/\s+/u)
        : textsOfValue(typeof value === 'string' ? value.split(',') : value);
      return texts.filter((text) => text !== '').map((text) => ({ value: text, line }));
    });
  }

  #credits(): ImportedCredit[] {
    const named = (['draft', 'photos', 'revision', 'translation'] as const).flatMap((role) =>
      keys[role].flatMap((name) => {
        if (
          !this.#values.has(name) ||
          (name === 'revision' && typeof this.#values.get(name)?.value === 'number')
        )
          return [];
        const line = this.#line(name);
        const value = this.#value(name);
        const names = textsOfValue(value).flatMap((text) => text.split(/\s*[;&]\s*|,\s+|\s+and\s+/u));
        return names.map((person) => ({ role, name: person, line }));
      }),
    );
    const credits = this.#values.get('credits')?.value;
    if (typeof credits !== 'object' || credits === null || Array.isArray(credits)) return named;
    this.#used.add('credits');
    const line = this.#line('credits');
    return [
      ...named,
      ...Object.entries(credits).flatMap(([role, value]) =>
        textsOfValue(value).map((name) => ({ role, name, line })),
      ),
    ];
  }

  /** A slug of its own, else the last name of the path. */
  #slug(fromPost: string | undefined): string | undefined {
    const own = textOfValue(this.#value('slug'));
    if (own !== undefined) return own;
    if (fromPost !== undefined) return fromPost;
    const { file } = this.#options;
    const stem = path.basename(file).replace(/(?:\.[a-z]{2}(?:-[A-Za-z]+)?)?\.\w+$/u, '');
    const name = stem === 'index' ? path.basename(path.dirname(file)) : stem;
    return name === '.' || name === '' ? undefined : name;
  }

  #titleOfFile(slug: string | undefined): Sourced<string> | undefined {
    if (slug === undefined) return undefined;
    const words = slug.replace(/[-_]+/gu, ' ').trim();
    this.#lose('guessed', 1, `There is no title, so the name of the file became one: "${words}".`);
    return words === '' ? undefined : { value: words.charAt(0).toUpperCase() + words.slice(1), line: 1 };
  }

  #series(): Sourced<string> | undefined {
    const [first, ...others] = textsOfValue(this.#value('series'));
    const line = this.#line('series');
    if (others.length > 0) this.#lose('dropped', line, 'An article is of one series.', others.join(', '));
    return first === undefined ? undefined : { value: first, line };
  }

  /** Addresses that front matter names, and the one that the generator gave the page. */
  #aliases(post: RegExpExecArray | null, topics: readonly Sourced<string>[]): Sourced<string>[] {
    const named = [...keys.aliases, ...keys.address].flatMap((name) => {
      const line = this.#line(name);
      const value = this.#values.has(name) ? this.#value(name) : undefined;
      return textsOfValue(value).flatMap((text): Sourced<string>[] => {
        if (value === false || text === 'false') return [];
        if (/[:{]/u.test(text.replace(/^https?:/u, ''))) {
          this.#lose('dropped', line, 'This address is made by a pattern, which is not filled here.', text);
          return [];
        }
        return [{ value: pathOf(text), line }];
      });
    });
    const given =
      this.#values.has('permalink') || this.#values.has('url') ? undefined : this.#givenAddress(post, topics);
    return given === undefined ? named : [...named, { value: given, line: 1 }];
  }

  #givenAddress(post: RegExpExecArray | null, topics: readonly Sourced<string>[]): string | undefined {
    const { file, isEleventy } = this.#options;
    if (post !== null && /(?:^|\/)_posts\//u.test(file)) {
      const [, year = '', month = '', day = '', name = ''] = post;
      const line = this.#line('categories');
      const categories =
        this.#values.has('categories') || this.#values.has('category')
          ? topics.filter((topic) => topic.line === line || topic.line === this.#line('category'))
          : [];
      const parts = [
        ...categories.map(({ value }) => value.toLowerCase().replace(/\s+/gu, '%20')),
        year,
        month.padStart(2, '0'),
        day.padStart(2, '0'),
      ];
      return `/${parts.join('/')}/${name}.html`;
    }
    const inContent =
      /(?:^|\/)content\/(.+)$/u.exec(file)?.[1] ?? (isEleventy ? file.replace(/^src\//u, '') : undefined);
    if (inContent === undefined) return undefined;
    const folder = path.dirname(inContent) === '.' ? '' : `${path.dirname(inContent)}/`;
    const stem = path.basename(inContent).replace(/(?:\.[a-z]{2}(?:-[A-Za-z]+)?)?\.\w+$/u, '');
    const own = textOfValue(this.#values.get('slug')?.value);
    const bundle =
      stem === 'index' ? folder : `${folder}${isEleventy ? stem.replace(/^\d{4}-\d{2}-\d{2}-/u, '') : stem}/`;
    const address =
      own === undefined || isEleventy
        ? bundle
        : `${path.dirname(bundle) === '.' ? '' : `${path.dirname(bundle)}/`}${own}/`;
    return `/${address.toLowerCase().replace(/\s+/gu, '-')}`;
  }

  #image(): { image?: ImportedPhoto } {
    for (const name of keys.image) {
      if (!this.#values.has(name)) continue;
      const value = this.#value(name);
      const [first] = Array.isArray(value) ? value : [value];
      const photo = photoOf(first);
      if (photo === undefined) continue;
      const source = this.#options.shelf.find(photo.src, this.#options.file);
      const { caption, credit } = photo;
      return {
        image: {
          source,
          alt: photo.alt ?? '',
          ...(caption === undefined ? {} : { caption: escapeMarkdown(caption) }),
          ...(credit === undefined ? {} : { credit }),
          line: this.#line(name),
        },
      };
    }
    return {};
  }

  /** Captions and credits of a Hugo bundle's resources, for photos that the text shows without. */
  #withResources(blocks: ImportedArticle['blocks']): ImportedArticle['blocks'] {
    const resources = this.#value('resources');
    if (!Array.isArray(resources)) return blocks;
    const known = new Map(
      resources.flatMap((entry: unknown) => {
        const photo = photoOf(entry);
        return photo === undefined ? [] : [[path.basename(photo.src).toLowerCase(), photo] as const];
      }),
    );
    return blocks.map((block) =>
      block.kind === 'markdown'
        ? block
        : {
            ...block,
            photos: block.photos.map((photo) => {
              const name = photo.source.kind === 'file' ? photo.source.file : photo.source.name;
              const resource = known.get(path.basename(name).toLowerCase());
              if (resource === undefined) return photo;
              const caption =
                photo.caption ??
                (resource.caption === undefined ? undefined : escapeMarkdown(resource.caption));
              const credit = photo.credit ?? resource.credit;
              return {
                ...photo,
                alt: photo.alt === '' ? (resource.alt ?? '') : photo.alt,
                ...(caption === undefined ? {} : { caption }),
                ...(credit === undefined ? {} : { credit }),
              };
            }),
          },
    );
  }

  #galleries(): ReadonlyMap<string, readonly FigureArguments[]> {
    return new Map(
      [...this.#values].flatMap(([name, { value }]) => {
        if (!/^(?:gallery\d*|photos|pictures)$/u.test(name) || !Array.isArray(value)) return [];
        const photos = value.flatMap((entry: unknown) => photoOf(entry) ?? []);
        if (photos.length > 0) this.#used.add(name);
        return photos.length === 0 ? [] : [[name, photos] as const];
      }),
    );
  }

  #reportRest(): void {
    for (const [name, { key, value }] of this.#values) {
      if (
        this.#used.has(name) ||
        silentKeys.has(name) ||
        value === null ||
        value === '' ||
        value === undefined
      )
        continue;
      // Of several names for one thing the first was taken.
      this.#lose(
        'dropped',
        this.#line(name),
        `Nothing here reads the key "${key}".`,
        `${key}: ${textOfValue(value) ?? JSON.stringify(value)}`,
      );
    }
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

/** A photo in front matter: its address alone, or a map with its words. */
function photoOf(value: unknown): FigureArguments | undefined {
  const text = textOfValue(value);
  if (text !== undefined) return typeof value === 'string' ? { src: text } : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = new Map(
    Object.entries(value).map(([key, entry]: [string, unknown]) => [key.toLowerCase(), entry]),
  );
  const params = entries.get('params');
  if (typeof params === 'object' && params !== null)
    for (const [key, entry] of Object.entries(params)) entries.set(key.toLowerCase(), entry);
  const pick = (...names: readonly string[]) =>
    names.map((name) => textOfValue(entries.get(name))).find((found) => found !== undefined);
  const src = pick(
    'src',
    'image_path',
    'image',
    'path',
    'file',
    'url',
    'og_image',
    'teaser',
    'overlay_image',
  );
  if (src === undefined || /[*]/u.test(src)) return undefined;
  return {
    src,
    alt: pick('alt', 'image_alt'),
    caption: pick('caption', 'title', 'description'),
    credit: pick('credit', 'attr', 'attribution', 'photographer'),
  };
}

function languageOf(name: string): Sourced<string> | undefined {
  const lang = /\.([a-z]{2}(?:-[A-Za-z]{2,4})?)\.\w+$/u.exec(name)?.[1];
  return lang === undefined ? undefined : { value: lang, line: 1 };
}

function pathOf(address: string): string {
  const path_ = address.replace(/^(?:https?:)?\/\/[^/]+/iu, '');
  return path_.startsWith('/') ? path_ : `/${path_}`;
}
