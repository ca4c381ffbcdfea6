/**
 * The pictures of an import folder, found by whatever the source calls them: a path, an old address, or just the last
 * name of one. Pure: knows the list of files and never the disk.
 */

import path from 'node:path/posix';
import { decodeAddress } from '../text/decode-address.ts';
import type { PhotoSource } from './imported-article.ts';

export const pictureEnding = /\.(?:jpe?g|jfif|png|gif|webp|avif|tiff?|bmp|heic|heif)$/iu;

export class SourceFiles {
  readonly #files = new Map<string, string>();
  readonly #byName = new Map<string, string[]>();
  readonly #pictures = new Map<string, string[]>();

  /** @param files of the import folder, relative to it */
  constructor(files: readonly string[]) {
    for (const file of files) {
      this.#files.set(keyOf(file), file);
      const name = keyOf(path.basename(file));
      this.#byName.set(name, [...(this.#byName.get(name) ?? []), file]);
    }
    for (const file of this.#files.values()) {
      if (!pictureEnding.test(file)) continue;
      const folder = path.dirname(file);
      const known = this.#pictures.get(folder);
      if (known === undefined) this.#pictures.set(folder, [file]);
      else known.push(file);
    }
  }

  /** Names of pictures in one folder, as they are. */
  picturesIn(folder: string): string[] {
    return [...(this.#pictures.get(folder === '' ? '.' : folder) ?? [])];
  }

  /**
   * @param from the file that names the picture, relative to the import folder
   * @param hosts names of the old site's own host
   */
  find(reference: string, from: string, hosts: readonly string[] = []): PhotoSource {
    const found = this.#find(reference, from, hosts);
    if (found === undefined) return { kind: 'missing', name: reference };
    return { kind: 'file', file: found.file, ...(found.isGuessed ? { isGuessed: true } : {}) };
  }

  /** A file that surely is the one that is meant. */
  findFile(reference: string, from: string): string | undefined {
    return this.#find(reference, from, [])?.file;
  }

  #find(reference: string, from: string, hosts: readonly string[]): FoundFile | undefined {
    const written = reference
      .trim()
      .replaceAll('\\', '/')
      .replace(/[?#].*$/u, '');
    const host = hostOf(written);
    const address = decodeAddress(withoutHost(written));
    if (address === '' || address.endsWith('/')) return undefined;
    for (const variant of new Set([
      address,
      address.replace(/-\d+x\d+(?=\.\w+$)/u, ''),
      address.replace(/-scaled(?=\.\w+$)/u, ''),
    ])) {
      const exact = host === undefined ? this.#exact(variant, from) : undefined;
      const found =
        exact === undefined ? this.#nearest(variant, from, host, hosts) : { file: exact, isGuessed: false };
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #exact(address: string, from: string): string | undefined {
    const beside = path.join(path.dirname(from), address);
    return this.#files.get(keyOf(address.startsWith('/') ? address.slice(1) : beside));
  }

  /**
   * The file whose path shares most of its end with the address; among equals the one nearest to the source. A picture of
   * the same name in another folder is another picture: two parts of the path must be the same, or the name was all that
   * was written and one file alone has it.
   */
  #nearest(
    address: string,
    from: string,
    host: string | undefined,
    hosts: readonly string[],
  ): FoundFile | undefined {
    const wanted = keyOf(address.replace(/^\/|^(?:\.\.?\/)+/gu, ''))
      .split('/')
      .reverse();
    const folder = path.dirname(from);
    const scored = (this.#byName.get(keyOf(path.basename(address))) ?? []).map((file) => {
      const parts = keyOf(file).split('/').reverse();
      let shared = 0;
      while (shared < parts.length && parts[shared] === wanted[shared]) shared += 1;
      return { file, shared, isNear: folder === '.' || file.startsWith(`${folder}/`) };
    });
    const [best, second] = scored.toSorted(
      (a, b) => b.shared - a.shared || Number(b.isNear) - Number(a.isNear) || (a.file < b.file ? -1 : 1),
    );
    if (best === undefined) return undefined;
    const isBareName = wanted.length === 1 && host === undefined;
    if (best.shared > 1 || (isBareName && best.isNear)) return { file: best.file, isGuessed: false };
    // The whole address of a picture at the top of its host or folder has one part.
    const isWhole = best.shared === wanted.length && !best.file.includes('/');
    const isOwnHost = host !== undefined && hosts.includes(host);
    if (isWhole && (host === undefined || isOwnHost)) return { file: best.file, isGuessed: false };
    const isOnly = second === undefined;
    return isOnly && (isBareName || isOwnHost) ? { file: best.file, isGuessed: true } : undefined;
  }
}

interface FoundFile {
  readonly file: string;
  /** Whether its name alone speaks for it. */
  readonly isGuessed: boolean;
}

function keyOf(file: string): string {
  return file.normalize('NFC').toLowerCase();
}

function withoutHost(address: string): string {
  return address.replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/]*/iu, '');
}

function hostOf(address: string): string | undefined {
  return /^(?:[a-z][a-z0-9+.-]*:)?\/\/([^/]+)/iu.exec(address)?.[1]?.toLowerCase();
}
