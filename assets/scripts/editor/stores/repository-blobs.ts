/** Contents of a repository's files by the names that git has for them, each fetched, measured and given an address once. */

import { plainTextOf } from '../../../../src/editor/story-text.ts';
import { isLfsPointer } from '../../../../src/text/lfs-pointer.ts';
import type { KeptBlobs } from './kept-blobs.ts';
import type { PhotoReader, PhotoSize } from './photo-reader.ts';
import type { RepositoryHost } from './repository-host.ts';

export interface RepositoryBlobsOptions {
  readonly host: Pick<RepositoryHost, 'blob'>;
  readonly photos: Pick<PhotoReader, 'measure' | 'address'>;
  readonly kept: KeptBlobs;
}

export class RepositoryBlobs {
  readonly #options: RepositoryBlobsOptions;
  readonly #addresses = new Map<string, Promise<string>>();
  readonly #sizes = new Map<string, Promise<PhotoSize | undefined>>();

  constructor(options: RepositoryBlobsOptions) {
    this.#options = options;
  }

  async bytes(id: string): Promise<Uint8Array<ArrayBuffer>> {
    const { kept, host } = this.#options;
    const known = await kept.get(id);
    if (known !== undefined) return known;
    const bytes = new Uint8Array(await host.blob(id));
    await kept.put(id, bytes);
    return bytes;
  }

  /** Without a byte order mark and with the line ends of the editor; undefined if it is no UTF-8. */
  async text(id: string): Promise<string | undefined> {
    const raw = decodeUtf8(await this.bytes(id));
    return raw === undefined ? undefined : plainTextOf(raw);
  }

  /** Size of a photo; undefined where a pointer of Git LFS stands for it. A page asks for it after every letter. */
  async measure(id: string | undefined): Promise<PhotoSize | undefined> {
    if (id === undefined) return undefined;
    return await once(this.#sizes, id, async () => {
      const bytes = await this.bytes(id);
      return isLfsPointer(bytes) ? undefined : await this.#options.photos.measure(bytes);
    });
  }

  /** Under which a page can show a photo; empty where a pointer of Git LFS stands for it. */
  async address(key: string, bytes: () => Promise<Uint8Array<ArrayBuffer>>): Promise<string> {
    return await once(this.#addresses, key, async () => {
      const read = await bytes();
      return isLfsPointer(read) ? '' : this.#options.photos.address(read);
    });
  }
}

/** What failed is tried again the next time. */
function once<Value>(
  known: Map<string, Promise<Value>>,
  key: string,
  make: () => Promise<Value>,
): Promise<Value> {
  const kept = known.get(key);
  if (kept !== undefined) return kept;
  const made = make();
  known.set(key, made);
  made.catch(() => known.delete(key));
  return made;
}

/** The text as it stands, its byte order mark too; undefined if the bytes are no UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
