/**
 * A saved HTML page of an old site. The article is where the selectors of site.yaml say, or where a readability
 * library finds it; headline, date, topics and writers come from the selectors, else from what the page tells machines,
 * else from the lines around the text. Nothing of the page runs or is fetched. Pure; never throws.
 */

import type { Cheerio, CheerioAPI } from 'cheerio';
import { z } from 'zod';
import type { ImportSelectors } from '../../content/site-config.ts';
import { type Facts, isFactLine, looksLikeNames, readFacts, type SourceLine } from '../facts/fact-lines.ts';
import { findDate } from '../facts/find-date.ts';
import type { LabelWords } from '../facts/label-words.ts';
import { cleanText, wordsOf } from '../fold-text.ts';
import type {
  ImportedArticle,
  ImportedBlock,
  ImportedCredit,
  Sourced,
  SourceReading,
} from '../imported-article.ts';
import type { Loss } from '../loss.ts';
import type { PhotoShelf } from '../photo-shelf.ts';
import { unsafeScheme } from '../resolve-imported-links.ts';
import { readHtmlBody } from './html-body.ts';
import { figures, galleries } from './html-photos.ts';
import {
  type AnyNode,
  leafBlocks,
  lineOf,
  linesOf,
  parseHtml,
  removeUnseen,
  TooDeepError,
  textOf,
} from './html-tree.ts';

export interface HtmlPageOptions {
  /** Relative to the import folder. */
  readonly file: string;
  readonly shownFile: string;
  readonly labels: LabelWords;
  readonly shelf: PhotoShelf;
  readonly selectors?: ImportSelectors;
  /** The name of the site, which pages write behind their headlines. */
  readonly siteName: string;
}

/** Videos of other sites, which become links. */
const embeds = 'iframe[src], video, audio, embed[src], object[data]';

export async function readHtmlPage(html: string, options: HtmlPageOptions): Promise<SourceReading> {
  const { shownFile } = options;
  const fail = (message: string): SourceReading => ({
    articles: [],
    losses: [{ kind: 'failed', file: shownFile, line: 1, message }],
    readings: [],
  });
  const wrong = wrongSelector(options.selectors);
  if (wrong !== undefined) return fail(`"${wrong}", under imports: html: in site.yaml, is not a selector.`);
  try {
    return await new HtmlPageReader(html, options).read();
  } catch (error) {
    if (error instanceof TooDeepError) return fail(`The page is not one that people read: ${error.message}`);
    throw error;
  }
}

function wrongSelector(selectors: ImportSelectors | undefined): string | undefined {
  if (selectors === undefined) return undefined;
  const { article, title, date, summary, topics, credits, remove } = selectors;
  const all = [article, title, date, summary, topics, ...Object.values(credits), ...remove];
  const empty = parseHtml('');
  return all.find((selector) => {
    try {
      if (selector !== undefined) empty(selector).first();
      return false;
    } catch {
      return true;
    }
  });
}

class HtmlPageReader {
  readonly #options: HtmlPageOptions;
  readonly #html: string;
  readonly #$: CheerioAPI;
  readonly #losses: Loss[] = [];

  constructor(html: string, options: HtmlPageOptions) {
    this.#options = options;
    this.#html = html;
    this.#$ = parseHtml(html);
  }

  async read(): Promise<SourceReading> {
    const $ = this.#$;
    const { shownFile, selectors } = this.#options;
    const meta = this.#metadata();
    const chosen = this.#selected(selectors);
    const title = chosen.title ?? this.#title(meta);
    // What the page shows at all, before the article is cut out of it.
    const page = parseHtml(this.#html);
    removeUnseen(page);
    if (selectors !== undefined) for (const selector of selectors.remove) $(selector).remove();
    const found = await this.#findArticle(selectors);
    if (found === undefined) {
      return {
        articles: [],
        losses: [
          {
            kind: 'failed',
            file: shownFile,
            line: 1,
            message:
              'No article was found in this page. Name its element in site.yaml, under imports: html: article:.',
          },
        ],
        readings: [],
      };
    }
    const { labels, shelf, file } = this.#options;
    const body = readHtmlBody(found.$, found.root, {
      shownFile,
      labels,
      findPhoto: (address) => shelf.find(address, file),
      ...(title === undefined ? {} : { title: title.value }),
    });
    const { facts } = body;
    const around = this.#factsAround(page, title?.value, body.blocks);
    const date = chosen.date ?? facts.date ?? around.date ?? meta.date;
    const updated = facts.updated ?? around.updated;
    const views = facts.viewsBefore ?? around.viewsBefore;
    const summary = chosen.summary ?? meta.summary;
    const article: ImportedArticle = {
      file: shownFile,
      part: '',
      line: title?.line ?? 1,
      ...(title === undefined ? {} : { title }),
      ...(date === undefined ? {} : { date }),
      ...(updated === undefined ? {} : { updated }),
      topics: firstFull(chosen.topics, facts.topics, around.topics, meta.topics),
      credits: firstFull(chosen.credits, facts.credits, around.credits, meta.credits),
      ...(summary === undefined || isOpening(summary.value, body.blocks) ? {} : { summary }),
      ...(meta.lang === undefined ? {} : { lang: meta.lang }),
      aliases: meta.aliases,
      isDraft: false,
      ...(views === undefined ? {} : { viewsBefore: views }),
      blocks: body.blocks,
    };
    this.#losses.push(...body.losses, ...around.losses);
    const readings = [...facts.readings, ...around.readings];
    this.#reportRest(
      page,
      article,
      readings.map(({ text }) => text),
    );
    return { articles: [article], losses: this.#losses, readings };
  }

  async #findArticle(
    selectors: ImportSelectors | undefined,
  ): Promise<{ $: CheerioAPI; root: Cheerio<AnyNode> } | undefined> {
    const $ = this.#$;
    if (selectors !== undefined) {
      const root = $(selectors.article).first();
      if (root.length > 0) return { $, root };
      this.#lose(
        'guessed',
        1,
        `Nothing in this page fits the selector ${selectors.article} of site.yaml, so the article was looked for.`,
      );
    }
    const [{ Readability }, { parseHTML }] = await Promise.all([
      import('@mozilla/readability'),
      import('linkedom'),
    ]);
    // Lines are kept in attributes, so that they survive the way through the other library.
    const clone = parseHtml(this.#html);
    removeUnseen(clone);
    // It takes galleries for rows of advertisements: they are words to it, and pictures again afterwards.
    const kept: string[] = [];
    for (const element of clone(`${galleries}, ${figures}, ${embeds}`).toArray()) {
      const isPicture = clone(element).is(embeds) || clone(element).find('img').length > 0;
      if (clone.root().find(element).length === 0 || !isPicture) continue;
      const number = kept.push(clone.html(element)) - 1;
      clone(element).replaceWith(`<p>XKEPTX${number}X</p>`);
    }
    // It takes links that run a script away without a word; they are to be reported.
    for (const link of clone('a[href]').toArray()) {
      const href = link.attribs.href ?? '';
      if (/^[\s\u0000-\u0020]*j\s*a\s*v\s*a/iu.test(href)) link.attribs.href = `${unsafeScheme}${href}`;
    }
    const { document } = parseHTML(clone.html());
    const article = new Readability(document, { keepClasses: true, charThreshold: 200 }).parse();
    const content = article?.content;
    if (content == null || cleanText(article?.textContent ?? '') === '') return undefined;
    const whole = content.replace(
      /<p>XKEPTX(\d+)X<\/p>/gu,
      (_mark, number: string) => kept[Number(number)] ?? '',
    );
    const found = parseHtml(whole);
    return { $: found, root: found('body') };
  }

  #selected(selectors: ImportSelectors | undefined): Found {
    const $ = this.#$;
    if (selectors === undefined) return { topics: [], credits: [] };
    const take = (selector: string | undefined): SourceLine[] => {
      if (selector === undefined) return [];
      const elements = $(selector)
        .toArray()
        .filter((element) => textOf($, element) !== '');
      const lines = elements.map((element) => ({ line: lineOf(element), text: textOf($, element) }));
      for (const element of elements)
        if ($(element).closest(selectors.article).length > 0) $(element).remove();
      return lines;
    };
    const [title] = take(selectors.title);
    const [summary] = take(selectors.summary);
    const [dateLine] = take(selectors.date);
    const date = dateLine === undefined ? undefined : findDate(dateLine.text);
    if (dateLine !== undefined && date === undefined)
      this.#lose('dropped', dateLine.line, 'No date can be read here.', dateLine.text);
    return {
      ...(title === undefined ? {} : { title: { value: title.text, line: title.line } }),
      ...(summary === undefined ? {} : { summary: { value: summary.text, line: summary.line } }),
      ...(date === undefined || dateLine === undefined
        ? {}
        : { date: { value: date.day, line: dateLine.line } }),
      topics: take(selectors.topics).map(({ line, text }) => ({ value: text, line })),
      credits: Object.entries(selectors.credits).flatMap(([role, selector]) =>
        take(selector).flatMap(({ line, text }) => {
          const names = text.replace(/^[^:：]{1,30}[:：]\s*/u, '');
          return names
            .split(/\s*[,;&、，；]\s*|\s+and\s+/u)
            .filter((name) => name !== '')
            .map((name) => ({ role, name, line }));
        }),
      ),
    };
  }

  #title({ title }: Metadata): Sourced<string> | undefined {
    const $ = this.#$;
    const ofElement = (selector: string): Sourced<string> | undefined => {
      const element = $(selector)
        .filter((_, candidate) => textOf($, candidate) !== '')
        .first();
      return element.length === 0 ? undefined : { value: textOf($, element), line: lineOf(element[0]) };
    };
    const head = ofElement('title');
    const heading = ofElement('article h1, main h1') ?? ofElement('h1');
    const found = title ?? head;
    // A page that has one headline says it in its title too, with the name of the site behind it.
    if (
      heading !== undefined &&
      (found === undefined || wordsOf(found.value).join(' ').includes(wordsOf(heading.value).join(' ')))
    )
      return heading;
    if (found === undefined) return undefined;
    const parts = found.value.split(/\s*(?:[|_»·]|\s[-–—]\s)\s*/u).filter((part) => part !== '');
    const own = parts.filter((part) => !isSameWords(part, this.#options.siteName));
    const value = parts.length > 1 && own[0] !== undefined ? own[0] : found.value;
    if (value !== found.value)
      this.#lose(
        'look',
        found.line,
        `The headline is the first part of the page's title: "${value}".`,
        found.value,
      );
    return { value, line: found.line };
  }

  #metadata(): Metadata {
    const $ = this.#$;
    const meta = (...names: readonly string[]): Sourced<string> | undefined => {
      for (const name of names) {
        const element = $(`meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`).first();
        const value = cleanText(element.attr('content') ?? '');
        if (value !== '') return { value, line: lineOf(element[0]) };
      }
      return undefined;
    };
    const data = this.#linkedData();
    const time = $('time[datetime]').first();
    const dateText =
      data?.date ??
      meta(
        'article:published_time',
        'datePublished',
        'pubdate',
        'publishdate',
        'PubDate',
        'date',
        'DC.date.issued',
      ) ??
      (time.length === 0 ? undefined : { value: time.attr('datetime') ?? '', line: lineOf(time[0]) });
    const day = dateText === undefined ? undefined : findDate(dateText.value);
    const author = data?.author ?? meta('author', 'article:author', 'DC.creator');
    const section = data?.section ?? meta('article:section');
    const lang = $('html').attr('lang');
    const canonical = $('link[rel="canonical"]').first();
    const address = canonical.attr('href') ?? meta('og:url')?.value;
    const title = data?.title ?? meta('og:title', 'ArticleTitle');
    const summary = meta('og:description', 'description');
    return {
      ...(title === undefined ? {} : { title }),
      ...(summary === undefined ? {} : { summary }),
      ...(day === undefined || dateText === undefined
        ? {}
        : { date: { value: day.day, line: dateText.line } }),
      topics: section === undefined ? [] : [section],
      credits:
        author === undefined ||
        !looksLikeNames(author.value) ||
        isSameWords(author.value, this.#options.siteName)
          ? []
          : [{ role: 'draft', name: author.value, line: author.line }],
      ...(lang === undefined || lang === '' ? {} : { lang: { value: lang, line: lineOf($('html')[0]) } }),
      aliases:
        address === undefined || !URL.canParse(address, 'https://old.invalid')
          ? []
          : aliasOf(address, lineOf(canonical[0])),
    };
  }

  /** What the page tells search engines, when it is an article. */
  #linkedData():
    | { title?: Sourced<string>; date?: Sourced<string>; author?: Sourced<string>; section?: Sourced<string> }
    | undefined {
    const $ = this.#$;
    for (const script of $('script[type="application/ld+json"]').toArray()) {
      const line = lineOf(script);
      const sourced = (value: string | undefined) =>
        value === undefined || value.trim() === '' ? undefined : { value: cleanText(value), line };
      for (const entry of flatten(parseJson($(script).text()))) {
        const article = articleSchema.safeParse(entry);
        if (!article.success) continue;
        const { headline, datePublished, author, articleSection } = article.data;
        const found = {
          title: sourced(headline),
          date: sourced(datePublished),
          author: sourced(author?.join(', ')),
          section: sourced(articleSection?.[0]),
        };
        return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
      }
    }
    return undefined;
  }

  /** Facts that the page shows right under the headline or right below the text, outside of what was found as the article. */
  #factsAround(page: CheerioAPI, title: string | undefined, blocks: readonly ImportedBlock[]): Facts {
    const { labels, shownFile } = this.#options;
    const leaves = leafBlocks(page, page('body')).filter((leaf) => textOf(page, leaf) !== '');
    const words = leaves.map((leaf) => wordsOf(textOf(page, leaf)).join(' '));
    const text = wordsIn(blocks.flatMap(textsOf));
    const isInside = words.map((own) => own !== '' && text.includes(` ${own} `));
    const first = isInside.indexOf(true);
    const last = isInside.lastIndexOf(true);
    const headline = words.lastIndexOf(wordsOf(title ?? '').join(' '), first === -1 ? undefined : first);
    const lines: SourceLine[] = [];
    let isOpen = false;
    for (const [index, leaf] of leaves.entries()) {
      const isNear =
        (index > headline && headline !== -1 && index <= headline + 4 && index < first) ||
        (index > last && index <= last + 8);
      const own = linesOf(page, leaf).map((line): SourceLine => ({ line: lineOf(leaf), text: line }));
      isOpen =
        isNear && isInside[index] !== true && (isOpen || own.some((line) => isFactLine(line.text, labels)));
      if (isOpen) lines.push(...own);
    }
    return readFacts(lines, labels, shownFile);
  }

  /** Everything that the page shows and the article does not have, in stretches. */
  #reportRest(page: CheerioAPI, article: ImportedArticle, readings: readonly string[]): void {
    const known = [
      article.title?.value,
      article.summary?.value,
      ...article.topics.map(({ value }) => value),
      ...article.credits.map(({ name }) => name),
      ...readings,
      ...this.#losses.map(({ text }) => text),
      ...article.blocks.flatMap(textsOf),
    ];
    const words = wordsIn(known);
    let stretch: SourceLine | undefined;
    const end = () => {
      if (stretch !== undefined)
        this.#lose(
          'dropped',
          stretch.line,
          'This part of the page does not belong to the article.',
          stretch.text,
        );
      stretch = undefined;
    };
    for (const leaf of leafBlocks(page, page('body'))) {
      const text = textOf(page, leaf);
      const own = wordsOf(text).join(' ');
      if (own === '') continue;
      if (words.includes(` ${own} `)) end();
      else
        stretch = {
          line: stretch?.line ?? lineOf(leaf),
          text: stretch === undefined ? text : `${stretch.text} / ${text}`,
        };
    }
    end();
  }

  #lose(kind: Loss['kind'], line: number, message: string, text?: string): void {
    this.#losses.push({
      kind,
      file: this.#options.shownFile,
      line,
      message,
      ...(text === undefined ? {} : { text }),
    });
  }
}

interface Found {
  readonly title?: Sourced<string>;
  readonly date?: Sourced<string>;
  readonly summary?: Sourced<string>;
  readonly topics: readonly Sourced<string>[];
  readonly credits: readonly ImportedCredit[];
}

interface Metadata extends Found {
  readonly lang?: Sourced<string>;
  readonly aliases: readonly Sourced<string>[];
}

const names = z.union([
  z.string().transform((name) => [name]),
  z.object({ name: z.string() }).transform(({ name }) => [name]),
  z.array(z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)])),
]);

const articleSchema = z.object({
  '@type': z
    .union([z.string(), z.array(z.string()).transform((types) => types.join(' '))])
    .refine((type) => /Article|BlogPosting/u.test(type)),
  headline: z.string().optional().catch(undefined),
  datePublished: z.string().optional().catch(undefined),
  author: names.optional().catch(undefined),
  articleSection: z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .optional()
    .catch(undefined),
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function flatten(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(flatten);
  if (typeof value === 'object' && value !== null && '@graph' in value) return flatten(value['@graph']);
  return [value];
}

function aliasOf(address: string, line: number): Sourced<string>[] {
  const { pathname, search } = new URL(address, 'https://old.invalid');
  return pathname === '/' && search === '' ? [] : [{ value: decodePath(pathname) + search, line }];
}

function decodePath(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function isSameWords(a: string, b: string): boolean {
  return wordsOf(a).join(' ') === wordsOf(b).join(' ');
}

/** A summary that is only the beginning of the text is made anew from it, and needs no copy. */
function isOpening(summary: string, blocks: readonly ImportedBlock[]): boolean {
  const text = blocks.flatMap((block) => (block.kind === 'markdown' ? [block.text] : [])).join(' ');
  const wanted = wordsOf(summary.replace(/(?:…|\.\.\.|\[…\])\s*$/u, ''));
  return wordsOf(withoutMarks(text)).slice(0, wanted.length).join(' ') === wanted.join(' ');
}

function textsOf(block: ImportedBlock): string[] {
  if (block.kind === 'markdown') return [block.text];
  return [
    block.title ?? '',
    ...block.photos.flatMap(({ caption, alt, credit }) => [`${caption ?? ''} ${credit ?? ''}`, alt]),
  ];
}

function wordsIn(texts: readonly (string | undefined)[]): string {
  return ` ${texts.map((text) => wordsOf(withoutMarks(text ?? '')).join(' ')).join(' ')} `;
}

/** Markdown's marks are no words. */
function withoutMarks(text: string): string {
  return text
    .replace(/\]\([^)]*\)/gu, ' ')
    .replace(/\\(?=[\p{P}\p{S}])/gu, '')
    .replace(/[*~]{1,3}/gu, '');
}

function firstFull<T>(...lists: readonly (readonly T[])[]): readonly T[] {
  return lists.find((list) => list.length > 0) ?? [];
}
