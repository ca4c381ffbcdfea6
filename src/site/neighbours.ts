/** The next newer and the next older article of each. Pure. */

import type { Article, ArticleLink } from './site.ts';

/** An article whose neighbours are the same as before is the same object as before, so that others know it by that. */
export class Neighbours {
  readonly #known = new WeakMap<Article, Article>();

  /** Newest first; of one moment, by address, so that the order never depends on the disk. */
  link(articles: readonly Article[]): readonly Article[] {
    const sorted = articles.toSorted((a, b) => b.date.timeMs - a.date.timeMs || (a.url < b.url ? -1 : 1));
    return sorted.map((article, index) => this.#between(article, sorted[index - 1], sorted[index + 1]));
  }

  #between(article: Article, newer: Article | undefined, older: Article | undefined): Article {
    const known = this.#known.get(article);
    if (known !== undefined && isSame(known.newer, newer) && isSame(known.older, older)) return known;
    // By spreading each would get a shape of its own, which costs memory, and time in all who read it.
    const linked = Object.assign(
      {},
      article,
      newer && { newer: { title: newer.title, url: newer.url } },
      older && { older: { title: older.title, url: older.url } },
    );
    this.#known.set(article, linked);
    return linked;
  }
}

function isSame(known: ArticleLink | undefined, article: Article | undefined): boolean {
  return known?.url === article?.url && known?.title === article?.title;
}
