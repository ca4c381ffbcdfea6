/**
 * No address dies without a word. What was ever published (the ledger says it) is still there, leads to where it moved,
 * or says why it is gone; otherwise the site is not built. Pure.
 */

import type { AddressLedger } from '../content/address-ledger.ts';
import { listKinds } from '../content/address-ledger.ts';
import type { ArticleFile } from '../content/article.ts';
import type { Content } from '../content/load-content.ts';
import { recordStory } from '../content/story-record.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isOwnFile, redirectFrom } from './address-claims.ts';
import type { Edition, GoneAddress, Redirect } from './site.ts';
import { visibilityOf } from './status.ts';

export interface LastingAddresses {
  readonly redirects: readonly Redirect[];
  readonly gone: readonly GoneAddress[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface AddressContext {
  readonly content: Content;
  readonly editions: readonly Edition[];
  /** Those that front matter names. */
  readonly aliases: readonly Redirect[];
  readonly ledger: AddressLedger;
  readonly nowMs: number;
  readonly shownFolder: string;
}

export function keepAddresses(context: AddressContext): LastingAddresses {
  const { content, editions, aliases, ledger, nowMs } = context;
  const current = currentAddresses(editions);
  const urlsByFile = new Map([...current].map(([url, owner]) => [owner, url]));
  const taken = new Set([...current.keys(), ...aliases.map(({ from }) => from)]);
  const diagnostics: Diagnostic[] = [];
  const gone: GoneAddress[] = [];
  for (const { path, reason, date, place } of content.tombstones) {
    const url = redirectFrom(path);
    if (taken.has(url) || isOwnFile(url)) {
      diagnostics.push({
        code: 'duplicate-permalink',
        severity: 'error',
        ...place,
        message: `The address ${url} has a tombstone and is in use.`,
        hint: 'Delete the tombstone, or what stands at the address.',
      });
      continue;
    }
    taken.add(url);
    gone.push({ url, lang: editionOf(url, editions).lang, reason, date });
  }
  const redirects: Redirect[] = [];
  const files = new Map(content.articles.map((article) => [article.file, article]));
  const moves = new Moves(content, ledger);
  for (const [url, owner] of ledger.addresses) {
    if (taken.has(url) || isOwnFile(url)) continue;
    const edition = editionOf(url, editions);
    if (isList(owner)) {
      // A list that is empty now: what lists them all, or the home page where nothing does.
      redirects.push({
        from: url,
        to: owner === 'series' && !edition.frame.hasSeries ? edition.url : `${edition.url}${owner}/`,
        lang: edition.lang,
      });
      continue;
    }
    const article = files.get(owner) ?? moves.find(owner);
    const to = urlsByFile.get(article?.file ?? owner);
    if (to !== undefined) {
      redirects.push({ from: url, to, lang: editionOf(to, editions).lang });
    } else if (article !== undefined) {
      // What is not to be seen yet is not spoken of; what has had its time is.
      const { expiresAt } = article.frontMatter;
      const { status } = visibilityOf(article.frontMatter, nowMs);
      if (status === 'expired' && expiresAt !== undefined)
        gone.push({ url, lang: edition.lang, date: expiresAt });
    } else if (!content.files.has(owner)) {
      diagnostics.push(lost(url, owner, context));
    }
  }
  return { redirects, gone, diagnostics };
}

/** The addresses that readers keep, with what stands there. Lists in parts, archive and feeds follow from these. */
export function currentAddresses(editions: readonly Edition[]): ReadonlyMap<string, string> {
  return new Map(
    editions.flatMap((edition): (readonly [string, string])[] => [
      ...edition.articles.map(({ url, file }) => [url, file] as const),
      ...edition.pages.map(({ url, file }) => [url, file] as const),
      ...listKinds.flatMap((kind) => edition[kind].map(({ url }) => [url, kind] as const)),
    ]),
  );
}

/** The ledger once this site is published. */
export function updatedLedger(
  content: Content,
  editions: readonly Edition[],
  ledger: AddressLedger,
): Pick<AddressLedger, 'addresses' | 'stories'> {
  const moves = new Moves(content, ledger);
  const current = currentAddresses(editions);
  const published = new Set(current.values());
  const owners = [...ledger.addresses].map(([url, owner]): [string, string] => [
    url,
    content.files.has(owner) ? owner : (moves.find(owner)?.file ?? owner),
  ]);
  const kept = [...ledger.stories].filter(([file]) => content.files.has(file));
  return {
    addresses: new Map([...owners, ...current]),
    stories: new Map([
      ...kept,
      ...content.articles
        .filter(({ file }) => published.has(file))
        .map((article) => [article.file, recordStory(article)] as const),
    ]),
  };
}

/** Stories whose folder was renamed: told by their words, or by headline and day. */
class Moves {
  readonly #ledger: AddressLedger;
  readonly #content: Content;
  #byText: ReadonlyMap<string, readonly ArticleFile[]> | undefined;

  constructor(content: Content, ledger: AddressLedger) {
    this.#content = content;
    this.#ledger = ledger;
  }

  /** Undefined when no story is the one that the file was, or more than one may be. */
  find(file: string): ArticleFile | undefined {
    const record = this.#ledger.stories.get(file);
    if (record === undefined) return undefined;
    this.#byText ??= this.#newcomers();
    for (const key of [record.text, `${record.title} ${record.date}`]) {
      const found = this.#byText.get(key) ?? [];
      if (found.length === 1) return found[0];
    }
    return undefined;
  }

  #newcomers(): ReadonlyMap<string, readonly ArticleFile[]> {
    const found = new Map<string, ArticleFile[]>();
    for (const article of this.#content.articles) {
      if (this.#ledger.stories.has(article.file)) continue;
      const { text, title, date } = recordStory(article);
      for (const key of [text, `${title} ${date}`]) found.set(key, [...(found.get(key) ?? []), article]);
    }
    return found;
  }
}

function lost(url: string, owner: string, { ledger, shownFolder, nowMs }: AddressContext): Diagnostic {
  const today = new Date(nowMs).toISOString().slice(0, 10);
  return {
    code: 'lost-address',
    severity: 'error',
    ...ledger.placeOf(url),
    message: `Readers have the address ${url}, and ${shownFolder}/${owner} is no longer there.`,
    hint:
      `If it moved, write  aliases: [${url}]  into the front matter of the story that it is now. If it is gone, say so in ` +
      `${shownFolder}/tombstones.yaml, under tombstones:  - {path: ${url}, reason: Why it is gone, date: ${today}}`,
  };
}

/** That of the address's language; of the default one where the language is gone. */
function editionOf(url: string, editions: readonly Edition[]): Edition {
  const named = editions.find((edition) => !edition.isDefault && url.startsWith(edition.url));
  const found = named ?? editions.find(({ isDefault }) => isDefault);
  if (found === undefined) throw new Error('A site has an edition in its default language.');
  return found;
}

function isList(owner: string): owner is (typeof listKinds)[number] {
  return !owner.endsWith('.md');
}
