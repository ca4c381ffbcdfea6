/**
 * The folder that an import reads from, which a stranger may have filled: symbolic links are never followed, only
 * ordinary files are opened, sizes and numbers are bounded. One of the few files here that touch the disk.
 */

import { readdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { describePhoto } from '../photos/describe-photo.ts';
import { editPicture } from '../photos/edit-picture.ts';
import { recognizeFormat } from '../photos/recognize-format.ts';
import { findSource, type Outcome, readSource } from '../photos/source-file.ts';
import { isLfsPointer } from '../text/lfs-pointer.ts';
import { hashOf } from './import-record.ts';
import type { PhotoSource } from './imported-article.ts';
import type { PhotoFile } from './plan-photos.ts';
import { SourceFiles } from './source-files.ts';

/** A university's whole archive has fewer; a folder with more was named by mistake, such as a whole disk. */
const maximumFiles = 200_000;

/** Folders of tools and themes, which hold no stories. */
const toolFolders = new Set([
  'node_modules',
  '_site',
  'public',
  'resources',
  'themes',
  'layouts',
  '_layouts',
  '_includes',
  '_sass',
  'archetypes',
  'vendor',
]);

/** The largest export that is read at once: WordPress splits its own beyond some tens of megabytes. */
const maximumTextBytes = 200_000_000;

export class ImportFolder {
  /** Relative to the folder, with forward slashes, in the same order on every machine. */
  readonly files: readonly string[];
  readonly sourceFiles: SourceFiles;
  /** How reports name the folder: `old-site`, or nothing when a single file was named beside the caller. */
  readonly displayName: string;
  readonly #roots: ReadonlyMap<string, string>;
  readonly #asked = new Set<string>();

  private constructor(roots: ReadonlyMap<string, string>, displayName: string) {
    this.#roots = roots;
    this.files = [...roots.keys()].sort();
    this.sourceFiles = new SourceFiles(this.files);
    this.displayName = displayName;
  }

  /** @param levels how deep to look: a single file has its photos beside it, not in the rest of the disk */
  static async open(
    folder: string,
    displayName: string,
    levels: number,
    photoFolder?: string,
  ): Promise<ImportFolder> {
    const roots = new Map<string, string>();
    if (photoFolder !== undefined) await list(await realpath(photoFolder), 20, roots);
    await list(await realpath(folder), levels, roots);
    return new ImportFolder(roots, displayName);
  }

  displayPathOf(file: string): string {
    return this.displayName === '' ? file : `${this.displayName}/${file}`;
  }

  /** Files that nothing was read of. */
  get unreadFiles(): readonly string[] {
    return this.files.filter((file) => !this.#asked.has(file));
  }

  async readBytes(file: string): Promise<Outcome<Buffer>> {
    this.#asked.add(file);
    const root = this.#roots.get(file);
    if (root === undefined) return { ok: false, fault: { kind: 'not-found' } };
    const source = await findSource(root, file);
    if (!source.ok) return source;
    if (source.value.stamp.sizeBytes > maximumTextBytes) {
      return { ok: false, fault: { kind: 'too-many-bytes', bytes: source.value.stamp.sizeBytes } };
    }
    const read = await readSource(root, file, source.value);
    if (!read.ok) return read;
    const { bytes } = read.value;
    return isLfsPointer(bytes)
      ? { ok: false, fault: { kind: 'format', format: 'lfs-pointer' } }
      : { ok: true, value: bytes };
  }

  async readPhoto(source: PhotoSource): Promise<Outcome<PhotoFile>> {
    if (source.kind === 'missing') return { ok: false, fault: { kind: 'not-found' } };
    const read: Outcome<Buffer> =
      source.kind === 'bytes'
        ? { ok: true, value: Buffer.from(source.bytes) }
        : await this.readBytes(source.file);
    if (!read.ok) return read;
    const bytes =
      source.kind === 'file' && source.edit !== undefined
        ? await editPicture(read.value, source.edit).catch(() => undefined)
        : read.value;
    if (bytes === undefined) return { ok: false, fault: { kind: 'not-found' } };
    const description = await describePhoto(bytes);
    if (!description.ok) return description;
    const ending = endingOf(bytes);
    return { ok: true, value: { ...description.value, bytes, hash: hashOf(bytes), ending } };
  }
}

function endingOf(bytes: Buffer): string {
  const recognized = recognizeFormat(bytes);
  if (recognized.kind === 'heic') return '.heic';
  return recognized.kind === 'photo' && recognized.format !== 'jpeg' ? `.${recognized.format}` : '.jpg';
}

export class TooManyFilesError extends Error {}

async function list(root: string, levels: number, roots: Map<string, string>): Promise<void> {
  const walk = async (relative: string, left: number): Promise<void> => {
    for (const entry of await readdir(path.join(root, relative), { withFileTypes: true })) {
      // Of hidden files only this one tells something: that the folder is a site of Eleventy.
      const isHidden = entry.name.startsWith('.') && !/^\.eleventy\.[cm]?[jt]s$/u.test(entry.name);
      if (isHidden || entry.name === 'Thumbs.db') continue;
      const file = relative === '' ? entry.name : `${relative}/${entry.name}`;
      if (entry.isDirectory() && left > 0 && !toolFolders.has(entry.name)) await walk(file, left - 1);
      else if (entry.isFile()) roots.set(file, root);
      if (roots.size > maximumFiles)
        throw new TooManyFilesError(`${root} has more than ${maximumFiles} files.`);
    }
  };
  await walk('', levels);
}
