/** What to read next after each article: what its editor chose, else what `RelatedFinder` finds. */

import type { ArticleFile } from '../content/article.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { type Relatable, RelatedFinder } from './related.ts';
import type { Article, ArticleCard } from './site.ts';

export interface RelatedSource {
  /** The ids that its `related:` names. */
  readonly chosen: readonly string[];
  readonly leadTerms: string;
}

/**
 * By url of an article what to read next. Found when a page asks, because whoever shows one page need not wait for what
 * all others show.
 */
export class RelatedStories {
  readonly #byUrl: ReadonlyMap<string, ArticleCard>;
  readonly #byId: ReadonlyMap<string, ArticleCard>;
  readonly #sources: ReadonlyMap<string, RelatedSource>;
  readonly #finder: () => RelatedFinder;
  #found: RelatedFinder | undefined;

  /**
   * @param articles of one edition, newest first
   * @param sources by url what the article's file says
   * @param lang of the edition
   */
  constructor(
    articles: readonly Article[],
    sources: ReadonlyMap<string, RelatedSource>,
    memory: RelatedMemory,
    lang: string,
  ) {
    this.#byUrl = new Map(articles.map((article) => [article.url, article.card]));
    this.#byId = new Map(articles.map((article) => [article.id, article.card]));
    this.#sources = sources;
    this.#finder = () =>
      memory.finderFor(
        lang,
        articles.map(({ url, title, summary, topics, series, lang: own }) => ({
          url,
          lang: own,
          title,
          summary,
          topics,
          leadTerms: sources.get(url)?.leadTerms ?? '',
          ...(series === undefined ? {} : { series }),
        })),
      );
  }

  get(url: string): readonly ArticleCard[] {
    // Of the chosen, those that are not due or not in this language are left out.
    const own = (this.#sources.get(url)?.chosen ?? []).flatMap((id) => this.#byId.get(id) ?? []);
    if (own.length > 0) return own;
    return this.#find(url).flatMap((other) => this.#byUrl.get(other) ?? []);
  }

  #find(url: string): readonly string[] {
    this.#found ??= this.#finder();
    return this.#found.find(url);
  }
}

/** Keeps what was compared, by language, as long as the stories say what they said. */
export class RelatedMemory {
  readonly #finders = new Map<string, RelatedFinder>();

  finderFor(lang: string, articles: readonly Relatable[]): RelatedFinder {
    const known = this.#finders.get(lang);
    if (known?.isFor(articles) === true) return known;
    const finder = new RelatedFinder(articles);
    this.#finders.set(lang, finder);
    return finder;
  }
}

/** Which articles `related:` names: each by its folder (`2024/fair`), or by the folder's name where that is clear. */
export class ArticleNames {
  readonly #ids = new Set<string>();
  readonly #byName = new Map<string, Set<string>>();

  constructor(files: readonly ArticleFile[]) {
    for (const { id, slug } of files) {
      this.#ids.add(id);
      for (const name of [id.slice(id.indexOf('/') + 1), slug]) {
        const ids = this.#byName.get(name) ?? new Set<string>();
        this.#byName.set(name, ids.add(id));
      }
    }
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  guess(wanted: string): string | undefined {
    return didYouMean(wanted, [...this.#ids]);
  }

  /** The ids that an article's `related:` names, and which names mean nothing. */
  read(file: ArticleFile): { readonly ids: readonly string[]; readonly diagnostics: readonly Diagnostic[] } {
    const ids: string[] = [];
    const diagnostics: Diagnostic[] = [];
    for (const [index, name] of file.frontMatter.related.entries()) {
      const [only, ...more] = this.#ids.has(name) ? [name] : (this.#byName.get(name) ?? []);
      if (only !== undefined && more.length === 0) {
        ids.push(only);
        continue;
      }
      const guess = this.guess(name);
      diagnostics.push({
        code: 'unknown-article',
        severity: 'error',
        ...file.placeOf(['related', index]),
        message:
          only === undefined
            ? `There is no article "${name}".${guess === undefined ? '' : ` Did you mean "${guess}"?`}`
            : `"${name}" may be one of ${[only, ...more].join(', ')}.`,
        hint: 'Write the folder of the article below content/articles/, such as 2024/bamboo-bicycle.',
      });
    }
    return { ids, diagnostics };
  }
}
