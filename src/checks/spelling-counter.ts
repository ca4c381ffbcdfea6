/** Counts the spellings of names, and gives the right one of each: what is the same by a key is one name. */

export type CountedSpelling = readonly [spelling: string, count: number];

export class SpellingCounter {
  readonly #keyOf: (name: string) => string;
  readonly #order: (one: CountedSpelling, other: CountedSpelling) => number;
  readonly #byKey = new Map<string, Map<string, number>>();

  /** @param order the right spelling first; of equals, what was counted first */
  constructor(
    keyOf: (name: string) => string,
    order: (one: CountedSpelling, other: CountedSpelling) => number,
  ) {
    this.#keyOf = keyOf;
    this.#order = order;
  }

  add(name: string, count = 1): void {
    const key = this.#keyOf(name);
    const spellings = this.#byKey.get(key);
    if (spellings === undefined) this.#byKey.set(key, new Map([[name, count]]));
    else spellings.set(name, (spellings.get(name) ?? 0) + count);
  }

  *most(): Generator<readonly [key: string, { readonly name: string; readonly count: number }]> {
    for (const [key, spellings] of this.#byKey) {
      const [best] = [...spellings].sort(this.#order);
      if (best !== undefined) yield [key, { name: best[0], count: best[1] }];
    }
  }
}
