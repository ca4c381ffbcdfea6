/** Which story an address of a log belongs to, whatever it was called then. */

import { ownText } from '../text/own-text.ts';

export interface KnownPages {
  readonly pathPrefix: string;
  /** Urls of stories, now and before, each with the story's id (`2024/fair`). */
  readonly stories: ReadonlyMap<string, string>;
}

/** Paths of a log that are kept in mind; a scanner asks for millions that do not exist. */
const rememberedPaths = 50_000;

export class PageRegister {
  readonly #pages: KnownPages;
  readonly #byPath = new Map<string, string | undefined>();

  constructor(pages: KnownPages) {
    this.#pages = pages;
  }

  /** The url of a story, or undefined: everything else on the site is not counted. */
  urlOf(target: string): string | undefined {
    const query = target.search(/[?#]/u);
    const path = query === -1 ? target : target.slice(0, query);
    const known = this.#byPath.get(path);
    if (known !== undefined || this.#byPath.has(path)) return known;
    if (this.#byPath.size >= rememberedPaths) this.#byPath.clear();
    const url = this.#find(path);
    this.#byPath.set(ownText(path), url);
    return url;
  }

  /** Undefined where the story is no longer there. */
  idOf(url: string): string | undefined {
    return this.#pages.stories.get(url);
  }

  #find(encoded: string): string | undefined {
    const { pathPrefix, stories } = this.#pages;
    // Servers take several slashes for one.
    const path = decode(encoded.includes('//') ? encoded.replace(/\/{2,}/gu, '/') : encoded);
    if (path === undefined || !path.startsWith(pathPrefix)) return undefined;
    const url = `/${path.slice(pathPrefix.length)}`.replace(/\/index\.html$/u, '/');
    // Servers that answer with a page to capitals, too, note them as they were typed.
    const small = url.toLowerCase();
    const candidates = small === url ? [url, `${url}/`] : [url, `${url}/`, small, `${small}/`];
    return candidates.find((candidate) => stories.has(candidate));
  }
}

/** Percent signs, and the `\xE6` of nginx, are bytes of UTF-8. */
function decode(path: string): string | undefined {
  if (!/[%\\]/u.test(path)) return path;
  try {
    return decodeURIComponent(path.replace(/\\x([0-9A-F]{2})/giu, '%$1'));
  } catch {
    return undefined;
  }
}
