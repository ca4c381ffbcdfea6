/**
 * No address dies without a word. What was ever published (the ledger says it) is still there, leads to where it moved,
 * or says why it is gone; otherwise the site is not built. Pure.
 */

import {
  type AddressLedger,
  digestOfName,
  type LedgerEntries,
  listKinds,
} from '../content/address-ledger.ts';
import type { Content } from '../content/load-content.ts';
import { recordStory } from '../content/story-record.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { defined } from '../text/defined.ts';
import { isOwnFile, redirectFrom } from './address-claims.ts';
import { FirstAddresses } from './first-addresses.ts';
import { siteAddress } from './moved-site.ts';
import { MovedStories } from './moved-stories.ts';
import type { Edition, GoneAddress, Redirect } from './site.ts';
import { visibilityOf } from './status.ts';
import { checkPeopleTakenDown, workOf } from './taken-down.ts';

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
  readonly displayFolder: string;
}

export function keepAddresses(context: AddressContext): LastingAddresses {
  const { content, editions, aliases, ledger, nowMs } = context;
  const current = currentAddresses(editions);
  const urlsByFile = new Map([...current].map(([url, owner]) => [owner, url]));
  const taken = new Set([...current.keys(), ...aliases.map(({ from }) => from)]);
  const diagnostics: Diagnostic[] = [...checkPeopleTakenDown(content, editions)];
  const gone: GoneAddress[] = [];
  for (const { path, reason, date, place } of content.tombstones) {
    const url = redirectFrom(path);
    if (gone.some((one) => one.url === url)) {
      diagnostics.push({
        code: 'duplicate-permalink',
        severity: 'error',
        ...place,
        message: `The address ${url} has two tombstones.`,
        hint: 'Keep the one whose reason readers are to see.',
      });
      continue;
    }
    if (diagnostics.some(({ code, line }) => code === 'taken-down' && line === place.line)) continue;
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
  const moves = new MovedStories(content, ledger);
  for (const [url, owner] of ledger.addresses) {
    if (taken.has(url) || isOwnFile(url)) continue;
    const edition = editionOf(url, editions);
    if (isList(owner)) {
      const digest = ledger.names?.get(url);
      const same = edition[owner].find(({ name }) => digest === digestOfName(name));
      if (same !== undefined) {
        redirects.push({ from: url, to: same.url, lang: edition.lang });
        continue;
      }
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
      const { expiresAt } = article.timing;
      const { status } = visibilityOf(article.timing, nowMs);
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

/** The digests of the names of persons, series and topics, by url. */
function currentNames(editions: readonly Edition[]): ReadonlyMap<string, string> {
  return new Map(
    editions.flatMap(({ people, series, topics }) =>
      [...people, ...series, ...topics].map(({ url, name }) => [url, digestOfName(name)] as const),
    ),
  );
}

/** The ledger once this site is published. */
export function updatedLedger(
  content: Content,
  editions: readonly Edition[],
  ledger: AddressLedger,
): LedgerEntries {
  const moves = new MovedStories(content, ledger);
  const current = currentAddresses(editions);
  const published = new Set(current.values());
  const owners = [...ledger.addresses].map(([url, owner]): [string, string] => [
    url,
    content.files.has(owner) ? owner : (moves.find(owner)?.file ?? owner),
  ]);
  const kept = [...ledger.stories].filter(([file]) => content.files.has(file));
  const first = new FirstAddresses(content, ledger);
  const urls = new Map([...current].map(([url, owner]) => [owner, url]));
  return {
    site: siteAddress(content.config),
    addresses: new Map([...owners, ...current]),
    names: new Map([...(ledger.names ?? []), ...currentNames(editions)]),
    stories: new Map([
      ...kept,
      ...content.articles
        .filter(({ file }) => published.has(file))
        .map((article) => {
          const address = first.of(article.file) ?? urls.get(article.file);
          return [article.file, { ...defined({ address }), ...recordStory(article) }] as const;
        }),
    ]),
  };
}

function lost(url: string, owner: string, context: AddressContext): Diagnostic {
  const { content, ledger, displayFolder, nowMs } = context;
  const today = new Date(nowMs).toISOString().slice(0, 10);
  const others = [...content.articles, ...content.pages].filter(({ file }) => workOf(file) === workOf(owner));
  const keep = others.length === 0 ? '' : `, keep: [${others.map(({ lang }) => lang).join(', ')}]`;
  return {
    code: 'lost-address',
    severity: 'error',
    ...ledger.placeOf(url),
    message: `Readers have the address ${url}, and ${displayFolder}/${owner} is no longer there.`,
    hint:
      `If it moved, write  aliases: [${url}]  into the front matter of the story that it is now. If it is gone, say so in ` +
      `${displayFolder}/tombstones.yaml, under tombstones:  - {path: ${url}, reason: Why it is gone, date: ${today}${keep}}`,
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
