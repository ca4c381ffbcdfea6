/** What to read next after each article: what its editor chose, else what `RelatedFinder` finds. */

import { digestOf } from '../cache/digest.ts';
import type { ArticleFile } from '../content/article.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean, meantWords } from '../diagnostics/did-you-mean.ts';
import { defined } from '../text/defined.ts';
import type { SiteMemory } from './assemble-options.ts';
import { once } from './once.ts';
import { RelatedFinder, type RelatedLists } from './rank-related.ts';
import type { Relatable } from './relatable.ts';
import type { Article, ArticleCard } from './site.ts';
import { TermProfiles } from './telling-terms.ts';

/** What the stories of one edition are compared by, and what is kept of that between edits. */
interface RelatedParts {
  readonly names: () => ArticleNames;
  readonly related: RelatedMemory;
}

/**
 * By url of an article what to read next. Found when a page asks, because a preview of one page need not wait for what
 * all others show.
 */
export class RelatedStories {
  readonly #files: ReadonlyMap<string, ArticleFile>;
  readonly #cards: () => Cards;
  readonly #names: () => ArticleNames;
  readonly #finder: () => RelatedFinder;

  /**
   * @param articles of one edition, newest first
   * @param sources the same articles with their files, in any order
   * @param lang of the edition
   */
  constructor(
    articles: readonly Article[],
    sources: readonly { readonly article: Article; readonly file: ArticleFile }[],
    { names, related }: RelatedParts,
    lang: string,
  ) {
    this.#files = new Map(sources.map(({ article, file }) => [article.url, file]));
    this.#names = names;
    this.#cards = once(() => ({
      byUrl: new Map(articles.map(({ url, card }) => [url, card])),
      byId: new Map(articles.map(({ id, card }) => [id, card])),
    }));
    this.#finder = once(() =>
      related.finderFor(
        lang,
        articles.map((article) => related.relatable(article, this.#files.get(article.url))),
      ),
    );
  }

  get(url: string): readonly ArticleCard[] {
    const { byId, byUrl } = this.#cards();
    const file = this.#files.get(url);
    // Of the chosen, those that are not due or not in this language are left out.
    const chosen =
      file === undefined
        ? []
        : this.#names()
            .read(file)
            .ids.flatMap((id) => byId.get(id) ?? []);
    if (chosen.length > 0) return chosen;
    return this.#finder()
      .find(url)
      .flatMap((other) => byUrl.get(other) ?? []);
  }
}

interface Cards {
  readonly byUrl: ReadonlyMap<string, ArticleCard>;
  readonly byId: ReadonlyMap<string, ArticleCard>;
}

/** Keeps what was compared, by language, as long as the stories say what they said. */
export class RelatedMemory {
  readonly #finders = new Map<string, RelatedFinder>();
  readonly #profiles = new TermProfiles();
  readonly #relatables = new WeakMap<Article, Relatable>();
  readonly #memory: SiteMemory | undefined;

  /** @param memory where the lists of all stories are kept for the next build, which then compares nothing */
  constructor(memory?: SiteMemory) {
    this.#memory = memory;
  }

  relatable(article: Article, file: ArticleFile | undefined): Relatable {
    const known = this.#relatables.get(article);
    if (known !== undefined) return known;
    const { url, lang, title, summary, topics, series } = article;
    const leadTerms = file?.excerpt.leadTerms ?? '';
    const relatable = {
      ...{ url, lang, title, summary, topics, leadTerms },
      ...defined({ series }),
    };
    this.#relatables.set(article, relatable);
    return relatable;
  }

  finderFor(lang: string, articles: readonly Relatable[]): RelatedFinder {
    const known = this.#finders.get(lang);
    if (known?.isFor(articles) === true) return known;
    const lists = this.#memory && rememberedLists(lang, articles, this.#memory);
    const finder = new RelatedFinder(articles, lists, this.#profiles);
    this.#finders.set(lang, finder);
    return finder;
  }
}

interface RememberedLists {
  /** The digest of what all stories say, and of what of it the lists rest on. */
  readonly stories: string;
  readonly basis: string;
  readonly lists: RelatedLists;
}

/** The places of the stories to read next, for all stories: from the memory, where they were found for the same stories. */
function rememberedLists(
  lang: string,
  articles: readonly Relatable[],
  { codeVersion, store }: SiteMemory,
): RelatedLists {
  const key = `related lists ${lang}`;
  const wanted = digestOf([codeVersion, JSON.stringify(articles.map(saidOf))]);
  const bytes = store.get(key);
  // What the store gives is what a build has put in, or nothing.
  const known: RememberedLists | undefined = bytes && JSON.parse(bytes.toString('utf8'));
  if (known?.stories === wanted) return known.lists;
  const finder = new RelatedFinder(articles);
  const basis = digestOf([codeVersion, finder.basis()]);
  const lists = known?.basis === basis ? known.lists : finder.lists();
  store.put(key, Buffer.from(JSON.stringify({ stories: wanted, basis, lists } satisfies RememberedLists)));
  return lists;
}

/** All that a story is compared by. */
function saidOf({ url, lang, title, summary, leadTerms, topics, series }: Relatable): readonly unknown[] {
  return [url, lang, title, summary, leadTerms, series, topics.map(({ slug }) => slug)];
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
        if (!ids.includes(only)) ids.push(only);
        continue;
      }
      const guess = this.guess(name);
      diagnostics.push({
        code: 'unknown-article',
        severity: 'error',
        ...file.placeOf(['related', index]),
        message:
          only === undefined
            ? `There is no article "${name}".${meantWords(guess)}`
            : `"${name}" may be one of ${[only, ...more].join(', ')}.`,
        hint: 'Write the folder of the article below content/articles/, such as 2024/bamboo-bicycle.',
      });
    }
    return { ids, diagnostics };
  }
}
