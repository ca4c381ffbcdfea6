/**
 * What a content folder held when it was last loaded, for a process that loads it again and again while it is edited:
 * only what has changed is read again, and a document with a mistake stays as it was before the mistake. What is
 * unchanged is the same object as before, so that others know it by that.
 */

import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import type { ArticleFile } from './article.ts';
import type { LoadedConfig } from './load-config.ts';
import { type DataTables, noTables } from './load-tables.ts';
import { noTranscripts, type Transcripts } from './load-transcripts.ts';
import type { PageFile } from './page.ts';
import type { PersonFile } from './person.ts';
import type { FolderListing } from './read-folder.ts';
import type { Views } from './views.ts';

export class KeptContent {
  listing: FolderListing | undefined;
  files: ReadonlySet<string> = new Set();
  settings: LoadedConfig | undefined;
  views: Views | undefined;
  tables: DataTables = noTables;
  transcripts: Transcripts = noTranscripts;
  articles = new KeptDocuments<ArticleFile>();
  people = new KeptDocuments<PersonFile>();
  pages = new KeptDocuments<PageFile>();

  /** Takes a new listing; the one that is known, or none, changes nothing. */
  list(listing: FolderListing | undefined): void {
    if (listing === undefined || listing === this.listing) return;
    this.listing = listing;
    this.files = new Set(listing.files);
  }

  /** @param changed relative to the content folder, with what is new and what is gone */
  forget(changed: ReadonlySet<string>, isGone: (file: string) => boolean): void {
    if ([...changed].some((file) => !this.files.has(file) || isGone(file))) this.listing = undefined;
    if (changed.has('views.json')) this.views = undefined;
    for (const documents of [this.articles, this.people, this.pages]) documents.forget(changed);
    if (!changed.has('site.yaml')) return;
    // Settings decide what every document means.
    this.settings = undefined;
    this.articles = new KeptDocuments();
    this.people = new KeptDocuments();
    this.pages = new KeptDocuments();
  }
}

interface KeptDocument<T> {
  /** The last version without an error; the first one whatever it is. */
  readonly value: T | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly isCurrent: boolean;
}

class KeptDocuments<T> {
  readonly #known = new Map<string, KeptDocument<T>>();
  #list: readonly T[] = [];

  forget(changed: ReadonlySet<string>): void {
    for (const file of changed) {
      const known = this.#known.get(file);
      if (known !== undefined) this.#known.set(file, { ...known, isCurrent: false });
    }
  }

  /** @param diagnostics where reading says what is wrong; what it said of an unchanged document is said again */
  read(file: string, diagnostics: Diagnostic[], read: () => T | undefined): T | undefined {
    const known = this.#known.get(file);
    if (known?.isCurrent === true) {
      for (const diagnostic of known.diagnostics) diagnostics.push(diagnostic);
      return known.value;
    }
    const before = diagnostics.length;
    const found = read();
    const said = diagnostics.slice(before);
    const value = found === undefined || hasErrors(said) ? (known?.value ?? found) : found;
    this.#known.set(file, { value, diagnostics: said, isCurrent: true });
    return value;
  }

  get isEmpty(): boolean {
    return this.#known.size === 0;
  }

  /** The list itself, or the one before where it holds the same. */
  keep(list: readonly T[]): readonly T[] {
    const isSame = list.length === this.#list.length && list.every((one, index) => one === this.#list[index]);
    if (!isSame) this.#list = list;
    return this.#list;
  }
}
