/** Ids of headings: readable in an address, letters of every script kept, unique in their text. */

export class HeadingIds {
  readonly #used = new Set<string>();
  /** How often a text has come, so that a thousand equal headings take no million comparisons. */
  readonly #counts = new Map<string, number>();

  /** Gives `text` its id: small letters, hyphens for spaces, no punctuation. */
  assign(text: string): string {
    const base =
      text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}\s_-]+/gu, '')
        .trim()
        .replace(/[\s_]+/gu, '-') || 'section';
    let count = this.#counts.get(base) ?? 1;
    let id = count === 1 ? base : `${base}-${count}`;
    while (this.#used.has(id)) {
      count += 1;
      id = `${base}-${count}`;
    }
    this.#counts.set(base, count);
    this.#used.add(id);
    return id;
  }
}
