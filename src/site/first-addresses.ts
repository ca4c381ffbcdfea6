/**
 * The address at which readers first saw a story: the id of its entry in feeds, for ever, whatever its slug and its
 * folder are now (RFC 4287, 4.2.6). Pure.
 */

import type { AddressLedger } from '../content/address-ledger.ts';
import type { Content } from '../content/load-content.ts';
import { MovedStories } from './moved-stories.ts';

export class FirstAddresses {
  /** By the file that each story has now. */
  readonly #byFile: ReadonlyMap<string, string>;

  constructor(content: Content, ledger: AddressLedger | undefined) {
    this.#byFile = ledger === undefined ? new Map() : firstAddresses(content, ledger);
  }

  /** Undefined for a story that was not published yet. */
  of(file: string): string | undefined {
    return this.#byFile.get(file);
  }
}

function firstAddresses(content: Content, ledger: AddressLedger): ReadonlyMap<string, string> {
  const moves = new MovedStories(content, ledger);
  const fileNow = (file: string) => (content.files.has(file) ? file : moves.find(file)?.file);
  const found = new Map<string, string>();
  // Ledgers of before tell of no order: then the first as they list them.
  for (const [url, owner] of ledger.addresses) {
    const file = owner.endsWith('.md') ? fileNow(owner) : undefined;
    if (file !== undefined && !found.has(file)) found.set(file, url);
  }
  for (const [owner, { address }] of ledger.stories) {
    const file = address === undefined ? undefined : fileNow(owner);
    if (file !== undefined && address !== undefined) found.set(file, address);
  }
  return found;
}
