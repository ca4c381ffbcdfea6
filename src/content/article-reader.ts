/** Reads articles: from the cache what was read before without a mistake, everything else from its file. */

import path from 'node:path';
import type { PackStore } from '../cache/pack-store.ts';
import { hasErrors, type Place, startOf } from '../diagnostics/diagnostic.ts';
import { parseBody } from '../markdown/parse-body.ts';
import { defined } from '../text/defined.ts';
import { type ArticleFile, type ArticleFileBody, articleWords } from './article.ts';
import { ArticleCache, type ParsedArticle } from './article-cache.ts';
import { articleParser } from './article-parser.ts';
import type { DocumentReader, SourceText } from './document-reader.ts';
import { excerptOf } from './excerpt.ts';
import { splitFrontMatter } from './front-matter.ts';
import { type FileStamp, hashTextFile } from './read-folder.ts';
import type { SiteConfig } from './site-config.ts';
import { slugOf } from './slugs.ts';
import { TextHashes } from './text-hashes.ts';
import { countTerms, textTermsOf } from './text-terms.ts';
import { ownTiming } from './timing.ts';
import { readYaml, type YamlPath } from './yaml-document.ts';

/** What a build remembers of those before it. */
export interface LoadMemory {
  readonly store: PackStore;
  /** Names the generator's own code. */
  readonly codeVersion: string;
  /** When the build began. */
  readonly nowMs: number;
  /** The program of `read-ahead.ts`'s threads; without it there are none. */
  readonly threadFile?: string;
}

interface Memory {
  readonly store: PackStore;
  readonly cache: ArticleCache;
  readonly hashes: TextHashes;
}

/** When a story may be seen, and in which language, is not guessed. */
const decisive: ReadonlySet<string> = new Set(['draft', 'publishAt', 'embargoUntil', 'expiresAt', 'lang']);

interface HashedArticle {
  readonly article: ParsedArticle;
  /** Whether mistakes of its front matter were left out. */
  readonly isPartial?: true;
  readonly hash: string;
}

export class ArticleReader {
  readonly #documents: DocumentReader;
  readonly #config: SiteConfig;
  readonly #schema: ReturnType<typeof articleParser>;
  #memory: Memory | undefined;

  /**
   * @param memory without it every file is read and parsed
   * @param stamps of files that were looked at already
   */
  constructor(
    documents: DocumentReader,
    config: SiteConfig,
    memory: LoadMemory | undefined,
    stamps?: ReadonlyMap<string, FileStamp>,
  ) {
    this.#documents = documents;
    this.#config = config;
    this.#schema = articleParser(config);
    this.#memory = memory && openMemory(memory, documents, config, stamps);
  }

  read(file: string): ArticleFile | undefined {
    const place = articlePlace(file);
    if (place === undefined) {
      this.#documents.misplaced(file);
      return undefined;
    }
    const found = this.#find(file, place.lang);
    if (found === undefined) return undefined;
    const { article, hash, isPartial } = found;
    return {
      ...defined({ isPartial }),
      id: `${place.year}/${place.name}`,
      file,
      folder: path.posix.dirname(file),
      lang: article.lang,
      slug:
        article.frontMatter.slug ??
        (slugOf(place.name, this.#config.slugs, this.#config.defaultLanguage) || 'story'),
      frontMatter: article.frontMatter,
      timing: ownTiming(article.frontMatter),
      body: article.body,
      excerpt: article.excerpt,
      hash,
      placeOf: (key) => this.#placeOf(file, key),
    };
  }

  /** Persists what was read and releases the cache. Call last. */
  save(): void {
    this.#memory?.hashes.save();
    this.#memory?.store.save();
    this.#memory = undefined;
  }

  /**
   * Takes an article into the cache, unless it is there. Says nothing of what is wrong with it.
   * @returns the hash of the file, if the cache has what stands in it
   */
  parseAhead(file: string): string | undefined {
    const place = articlePlace(file);
    const cache = this.#memory?.cache;
    if (place === undefined || cache === undefined) return undefined;
    const { diagnostics } = this.#documents;
    const before = diagnostics.length;
    const source = this.#documents.readText(file);
    if (source !== undefined && !cache.has(file, source.hash)) this.#parse(file, place.lang, source);
    diagnostics.length = before;
    return source !== undefined && cache.has(file, source.hash) ? source.hash : undefined;
  }

  /** Whether the cache has what stands in a file that an earlier build has read; reads the file. */
  isParsed(file: string): boolean {
    if (this.#memory === undefined || !this.#memory.hashes.knows(file)) return false;
    const hash = hashTextFile(this.#documents.contentFolder, file);
    if (hash === undefined || !this.#memory.cache.has(file, hash)) return false;
    this.remember(file, hash);
    return true;
  }

  /** What `parseAhead` has told, here or in another thread: the file need not be read again. */
  remember(file: string, hash: string): void {
    const hashes = this.#memory?.hashes;
    // The stamp is older than the reading: what was written in between is seen by the next build.
    hashes?.remember(file, hashes.lookUp(file).stamp, hash);
  }

  /** Those of the files that have been touched since they were last read, or are not in the cache. */
  unread(files: readonly string[]): readonly string[] {
    if (this.#memory === undefined) return files;
    const { cache, hashes } = this.#memory;
    return files.filter((file) => {
      const { hash } = hashes.lookUp(file);
      return hash === undefined || !cache.has(file, hash);
    });
  }

  #find(file: string, fileLanguage: string | undefined): HashedArticle | undefined {
    if (this.#memory === undefined) return this.#parse(file, fileLanguage, this.#documents.readText(file));
    const { cache, hashes } = this.#memory;
    const { hash: known, stamp } = hashes.lookUp(file);
    const source = known === undefined ? this.#documents.readText(file) : undefined;
    const hash = known ?? source?.hash;
    if (hash === undefined) return undefined;
    const article = cache.find(file, hash, (lang) => this.#parseBody(file, lang));
    if (known === undefined) hashes.remember(file, stamp, hash);
    if (article === undefined) {
      return this.#parse(file, fileLanguage, source ?? this.#documents.readText(file));
    }
    this.#documents.report(article.diagnostics);
    return { article, hash };
  }

  #parse(
    file: string,
    fileLanguage: string | undefined,
    source: SourceText | undefined,
  ): HashedArticle | undefined {
    if (source === undefined) return undefined;
    const { hash } = source;
    const { diagnostics } = this.#documents;
    const before = diagnostics.length;
    const document = this.#documents.parsePartially(file, source.text, this.#schema, articleWords, {
      decisive,
      spare: {
        title: '…',
        date: `${articlePlace(file)?.year ?? '2000'}-01-01`,
        topics: this.#config.topics.slice(0, 1).map(({ slug }) => slug),
      },
    });
    if (document === undefined) return undefined;
    const { frontMatter, yaml } = document;
    const { languages, defaultLanguage } = this.#config;
    const lang = frontMatter.lang ?? fileLanguage ?? defaultLanguage;
    const language = Object.hasOwn(languages, lang) ? languages[lang] : undefined;
    if (language === undefined) {
      diagnostics.push({
        code: 'unknown-language',
        severity: 'error',
        ...yaml.placeOf(['lang']),
        message: `"${lang}" is not a language of this site.`,
        hint: `Choose one of: ${Object.keys(languages).join(', ')}; or add it to site.yaml.`,
      });
      return undefined;
    }
    const { text } = document.body;
    const terms = countTerms(text, lang);
    const excerpt = excerptOf(text, language.locale, terms.keys());
    const body = { ...document.body, terms: textTermsOf(terms) };
    const article = { frontMatter, lang, excerpt, body, diagnostics: diagnostics.slice(before) };
    if (!hasErrors(article.diagnostics)) this.#memory?.cache.put(file, hash, article);
    return document.isPartial ? { article, hash, isPartial: true } : { article, hash };
  }

  /** Where a value of the front matter stands: found out only when there is something to say about it. */
  #placeOf(file: string, key: YamlPath): Place {
    const shown = this.#documents.displayPath(file);
    const split = splitFrontMatter(this.#documents.get(shown) ?? '', shown);
    return split.ok ? readYaml(split.file.yaml, shown, split.file.yamlLine).placeOf(key) : startOf(shown);
  }

  #parseBody(file: string, lang: string): ArticleFileBody {
    const shown = this.#documents.displayPath(file);
    const split = splitFrontMatter(this.#documents.get(shown) ?? '', shown);
    if (!split.ok) throw new Error(`${shown} was changed while the site was built. Build once more.`);
    const { body, bodyLine } = split.file;
    const options = { file: shown, folder: path.posix.dirname(file), firstLine: bodyLine };
    const parsed = parseBody(body, options).body;
    return { ...parsed, terms: textTermsOf(countTerms(parsed.text, lang)) };
  }
}

function openMemory(
  { store, codeVersion, nowMs }: LoadMemory,
  { contentFolder, displayFolder }: DocumentReader,
  { timeZone, topics, credits, languages, defaultLanguage }: SiteConfig,
  stamps: ReadonlyMap<string, FileStamp> | undefined,
): Memory {
  const settings = [timeZone, topics, credits, languages, defaultLanguage];
  return {
    store,
    cache: new ArticleCache(store, [codeVersion, displayFolder, settings]),
    hashes: new TextHashes(store, contentFolder, nowMs, stamps),
  };
}

/** What an article's path says; undefined where no article may stand. */
function articlePlace(
  file: string,
): { readonly year: string; readonly name: string; readonly lang: string | undefined } | undefined {
  const match = /^articles\/(\d{4})\/([^/]+)\/index(?:\.([A-Za-z0-9-]+))?\.md$/u.exec(file);
  if (match === null) return undefined;
  const [, year = '', name = '', lang] = match;
  return { year, name, lang };
}
