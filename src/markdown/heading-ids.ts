/**
 * Ids of headings: readable in an address, letters of every script kept, unique in their text, and never one of the
 * page around it.
 */

/** Ids that the page has before a text is put into it: a test compares them with the templates. */
const pageIds = new Set([
  'contacts-title',
  'corrections-title',
  'events-past-title',
  'footnotes-title',
  'latest-title',
  'main',
  'newsletter-about',
  'newsletter-email',
  'newsletter-name',
  'other-years',
  'photo-story-title',
  'press-experts-title',
  'press-kits-title',
  'press-releases-title',
  'press-terms',
  'read-ever',
  'read-this-week',
  'related-title',
  'retraction-title',
  'search-hint',
  'search-words',
  'series-title',
  'share-title',
  'specimen',
]);
const numberedPageIds = /^(?:photo|footnote|footnote-ref|year)-\d|^role-/u;

/** Whether an id belongs to the page, so that a heading cannot have it. */
export function isPageId(id: string): boolean {
  return pageIds.has(id) || numberedPageIds.test(id);
}

export class HeadingIds {
  readonly #used = new Set<string>();
  /** Count of each text, so that a thousand equal headings take no million comparisons. */
  readonly #counts = new Map<string, number>();

  /** Gives `text` its id: small letters, hyphens for spaces, no punctuation. */
  assign(text: string): string {
    const words =
      text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}\s_-]+/gu, '')
        .trim()
        .replace(/[\s_]+/gu, '-') || 'section';
    const base = isPageId(words) ? `section-${words}` : words;
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
