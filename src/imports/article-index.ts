/** Where the articles of one import are, by whatever other articles of it call them. Pure. */

import path from 'node:path/posix';
import { addressKey } from './resolve-imported-links.ts';

/** The article that names another one, or that is named. */
export interface IndexedSource {
  /** Tells import folders apart. */
  readonly origin: string;
  /** Relative to its import folder. */
  readonly file: string;
  /** Its old addresses. */
  readonly aliases: readonly string[];
  /** Names of its old host; without one any host is taken for it. */
  readonly hosts: readonly string[];
}

/** What mails and networks hang on an address to count readers; it names the same page without them. */
const trackers = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|replytocom)$/u;

const languageEnding = /\.([a-z]{2})\.(?:md|markdown|html?)$/iu;
const sourceEnding = /(?:\/index)?(?:\.[a-z]{2})?\.(?:md|markdown|html?)$/iu;

interface NamedSource {
  /** Its path without its endings. */
  readonly named: string;
  readonly target: string;
  readonly lang: string | undefined;
}

export class ArticleIndex {
  /** Articles by their old addresses and by the files that they were read from. */
  readonly #byAddress = new Map<string, string>();
  /** Sources without their endings and their articles, by their last name. */
  readonly #byName = new Map<string, readonly NamedSource[]>();

  /**
   * @param target the article's Markdown file, relative to the content folder
   * @param isWhole whether the file has this article and no other
   */
  add({ origin, file, aliases }: IndexedSource, target: string, isWhole: boolean): void {
    for (const alias of aliases) this.#byAddress.set(addressKey(alias), target);
    if (!isWhole) return;
    this.#byAddress.set(`${origin}:${file}`, target);
    const named = `/${file.replace(sourceEnding, '')}`;
    const name = path.basename(named);
    this.#byName.set(name, [
      ...(this.#byName.get(name) ?? []),
      { named, target, lang: languageEnding.exec(file)?.[1] },
    ]);
  }

  /** The article that an address means, in the article that has a link to it. */
  find(written: string, { origin, file: from, aliases, hosts }: IndexedSource): string | undefined {
    if (hostOf(written) !== undefined && hosts.length > 0 && !isOfHost(written, hosts)) return undefined;
    const address = withoutTrackers(written);
    const exact = this.#byAddress.get(addressKey(address));
    if (exact !== undefined || /^[a-z][a-z0-9+.-]*:|^\/\//iu.test(address)) return exact;
    const wanted = decodeFile(address).replace(/\/$/u, '');
    if (wanted === '') return undefined;
    const beside = path.join(path.dirname(from), wanted);
    // A story of several languages is named without any: the one of the text that names it is meant.
    const lang = languageEnding.exec(from)?.[1];
    const bare = beside.replace(/\.md$/u, '');
    const own = lang === undefined ? [] : [`${bare}.${lang}.md`, `${beside}/index.${lang}.md`];
    for (const file of [...own, beside, `${beside}.md`, `${beside}/index.md`]) {
      const found = this.#byAddress.get(`${origin}:${file}`);
      if (found !== undefined) return found;
    }
    // Browsers read a link from the address of its page, which is not where its file was.
    for (const alias of aliases) {
      const base = `https://old.invalid${alias}`;
      const found = URL.canParse(wanted, base)
        ? this.#byAddress.get(addressKey(new URL(wanted, base).pathname))
        : undefined;
      if (found !== undefined) return found;
    }
    // Hugo's ref and Jekyll's post_url name a file wherever it is: good when one file alone has that name.
    const end = `/${wanted.replace(/^\.?\//u, '').replace(sourceEnding, '')}`;
    const all = (this.#byName.get(path.basename(end)) ?? []).filter(({ named }) => named.endsWith(end));
    const meant = languageEnding.exec(wanted)?.[1] ?? lang;
    const named = all.length > 1 ? all.filter((one) => one.lang === meant) : all;
    const [only, another] = named;
    return another === undefined ? only?.target : undefined;
  }
}

/** Without its query. */
function decodeFile(address: string): string {
  try {
    return decodeURIComponent(address).replace(/[?#].*$/u, '');
  } catch {
    return address;
  }
}

/** Whether a whole address is at one of the hosts, with `www.` or without. */
export function isOfHost(address: string, hosts: readonly string[]): boolean {
  const host = hostOf(address);
  return host !== undefined && hosts.map(bareHost).includes(bareHost(host));
}

function hostOf(address: string): string | undefined {
  return /^(?:https?:)?\/\/([^/?#]*)/iu.exec(address)?.[1];
}

function bareHost(host: string): string {
  return host.toLowerCase().replace(/^www\./u, '');
}

function withoutTrackers(address: string): string {
  const [, page = '', query = ''] = /^([^?]*)\?(.*)$/su.exec(address) ?? [];
  if (query === '') return address;
  const parameters = query.split(/&(?:amp;)?/u).filter((one) => !trackers.test(one.replace(/=.*$/su, '')));
  return parameters.length === 0 ? page : `${page}?${parameters.join('&')}`;
}
