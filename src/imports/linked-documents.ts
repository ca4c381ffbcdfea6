/** Documents that an article links to, and that are taken along beside it. Pure. */

import path from 'node:path/posix';
import { freeName, namePhoto } from './photo-name.ts';
import { documentEnding } from './resolve-imported-links.ts';
import type { SourceFiles } from './source-files.ts';

export class LinkedDocuments {
  readonly #sourceFiles: SourceFiles;
  readonly #from: string;
  readonly #takenNames: ReadonlySet<string>;
  readonly #photos: ReadonlyMap<string, string>;
  readonly #documents = new Map<string, string>();

  /**
   * @param from the article's source, relative to the import folder
   * @param takenNames names of files that are beside the article already
   * @param photos those of them that are photos, by their files in the import folder
   */
  constructor(
    sourceFiles: SourceFiles,
    from: string,
    takenNames: ReadonlySet<string>,
    photos: ReadonlyMap<string, string>,
  ) {
    this.#photos = photos;
    this.#sourceFiles = sourceFiles;
    this.#from = from;
    this.#takenNames = takenNames;
  }

  /** The files of the import folder, by their names beside the article. */
  get documents(): ReadonlyMap<string, string> {
    return this.#documents;
  }

  /** The document's name beside the article; nothing when there is no such document. */
  take(address: string): string | undefined {
    const file = documentEnding.test(address.replace(/[?#].*$/u, ''))
      ? this.#sourceFiles.findFile(address, this.#from)
      : undefined;
    if (file === undefined) return undefined;
    const photo = this.#photos.get(file);
    if (photo !== undefined) return photo;
    const known = [...this.#documents].find(([, taken]) => taken === file)?.[0];
    const wanted = namePhoto(file, '', path.extname(file).toLowerCase());
    const name = known ?? freeName(wanted, new Set([...this.#documents.keys(), ...this.#takenNames]));
    this.#documents.set(name, file);
    return name;
  }
}
