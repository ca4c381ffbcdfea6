/**
 * The pictures of an import folder, found by whatever the source calls them: a path, an old address, or just the last
 * name of one. Pure: knows the list of files and never the disk.
 */

import path from 'node:path/posix';
import { decodeAddress } from '../text/decode-address.ts';
import type { PhotoSource } from './imported-article.ts';

export const pictureEnding = /\.(?:jpe?g|jfif|png|gif|webp|avif|tiff?|bmp|heic|heif)$/iu;
const media = /\.(?:mp4|webm|mov|m4v|mp3|m4a|ogg|oga|opus|wav|flac)$/iu;

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

  /** @param from the file that names the picture, relative to the import folder */
  find(reference: string, from: string): PhotoSource {
    const file = this.findFile(reference, from);
    return file === undefined ? { kind: 'missing', name: reference } : { kind: 'file', file };
  }

  findFile(reference: string, from: string): string | undefined {
    const address = withoutHost(
      decodeAddress(reference.trim())
        .replaceAll('\\', '/')
        .replace(/[?#].*$/u, ''),
    );
    if (address === '') return undefined;
    const beside = path.join(path.dirname(from), address);
    const exact = this.#files.get(keyOf(address.startsWith('/') ? address.slice(1) : beside));
    if (exact !== undefined) return exact;
    const variants = [
      address,
      address.replace(/-\d+x\d+(?=\.\w+$)/u, ''),
      address.replace(/-scaled(?=\.\w+$)/u, ''),
    ];
    for (const variant of variants) {
      const found = this.#nearest(variant, from);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The file whose path shares most of its end with the address; among equals the one nearest to the source. */
  #nearest(address: string, from: string): string | undefined {
    const candidates = this.#byName.get(keyOf(path.basename(address))) ?? [];
    const wanted = keyOf(address).split('/').reverse();
    const folder = path.dirname(from);
    const score = (file: string) => {
      const parts = keyOf(file).split('/').reverse();
      let shared = 0;
      while (shared < parts.length && parts[shared] === wanted[shared]) shared += 1;
      const isNear = folder === '.' || file.startsWith(`${folder}/`);
      return shared * 2 + (isNear ? 1 : 0);
    };
    return candidates.toSorted((a, b) => score(b) - score(a) || (a < b ? -1 : 1))[0];
  }
}

export function isMedia(file: string): boolean {
  return media.test(file);
}

function keyOf(file: string): string {
  return file.normalize('NFC').toLowerCase();
}

function withoutHost(address: string): string {
  return address.replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/]*/iu, '');
}
