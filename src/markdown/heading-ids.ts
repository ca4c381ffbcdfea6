/** Ids of headings: readable in an address, letters of every script kept, unique in their text. */

export class HeadingIds {
  readonly #used = new Set<string>();

  /** Gives `text` its id: small letters, hyphens for spaces, no punctuation. */
  assign(text: string): string {
    const base =
      text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}\s_-]+/gu, '')
        .trim()
        .replace(/[\s_]+/gu, '-') || 'section';
    let id = base;
    for (let count = 2; this.#used.has(id); count += 1) id = `${base}-${count}`;
    this.#used.add(id);
    return id;
  }
}
