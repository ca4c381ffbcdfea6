/** Photos of a story: those of the repository, and those that wait for its next commit. */

import type { PublishedSite } from '../../../../src/editor/published-site.ts';
import { freeName, namePhoto } from '../../../../src/imports/photo-name.ts';
import { blobId } from './git-object.ts';
import type { PendingPhoto } from './kept-photos.ts';
import type { PendingPhotos } from './pending-photos.ts';
import type { PhotoReader, PhotoSize } from './photo-reader.ts';
import type { RepositoryBlobs } from './repository-blobs.ts';
import type { FileTree } from './repository-host.ts';
import { folderOf, nameOf, type RepositoryPaths } from './repository-paths.ts';
import type { AddedPhoto } from './story-store.ts';

export interface StoryPhotosOptions {
  readonly photos: PhotoReader;
  readonly published: () => Promise<PublishedSite>;
  readonly paths: RepositoryPaths;
  readonly blobs: RepositoryBlobs;
  readonly pending: PendingPhotos;
  /** Whether a file would have to be uploaded as one of Git LFS. */
  readonly isLfs: (path: string) => Promise<boolean>;
}

export class StoryPhotos {
  readonly #options: StoryPhotosOptions;

  constructor(options: StoryPhotosOptions) {
    this.#options = options;
  }

  /** Pictures among a story's files. */
  of(files: FileTree): readonly string[] {
    const { paths, photos } = this.#options;
    return [...files.keys()].map(paths.fileOf).filter(photos.isPicture);
  }

  /** In pixels; undefined of a pointer of Git LFS that was never published. */
  async sizeOf(file: string, files: FileTree): Promise<PhotoSize | undefined> {
    const { published, blobs, paths } = this.#options;
    return (await published()).photos.get(file) ?? (await blobs.measure(files.get(paths.pathOf(file))));
  }

  /** Takes a photo under a free name, or names the same photo that is there already. */
  async add(folder: string, photo: File, files: FileTree): Promise<AddedPhoto> {
    const { photos, pending, paths, isLfs } = this.#options;
    const bytes = new Uint8Array(await photo.arrayBuffer());
    const reading = await photos.read(photo.name, bytes);
    if (!reading.ok) return { message: reading.message };
    const { ending, ...facts } = reading.photo;
    const id = await blobId(bytes);
    const waiting = await pending.of(folder);
    const same =
      [...files].find(([, known]) => known === id)?.[0] ??
      waiting.find((one) => isSame(one.bytes, bytes))?.name;
    if (same !== undefined) return { photo: { name: nameOf(same), ...facts } };
    const taken = new Set([...[...files.keys()].map(nameOf), ...waiting.map(({ name }) => name)]);
    const name = freeName(namePhoto(photo.name, facts.caption ?? '', ending), taken);
    if (await isLfs(`${paths.pathOf(folder)}/${name}`))
      return {
        message:
          'This repository keeps photos in Git LFS, which its host takes from no web page. Add the photo with git.',
      };
    const added: PendingPhoto = { name, ...facts, bytes };
    await pending.add(folder, added);
    return { photo: { name, ...facts } };
  }

  /** Address of a thumbnail: of the published site, or else made of the photo's own bytes; empty where there is none. */
  async thumbnailOf(file: string, files: FileTree | undefined): Promise<string> {
    const { pending, blobs, published, paths } = this.#options;
    const waiting = pending.read(folderOf(file)).find(({ name }) => name === nameOf(file));
    if (waiting !== undefined) return await blobs.address(file, async () => waiting.bytes);
    const known = (await published()).photos.get(file);
    if (known !== undefined) return known.address;
    const id = files?.get(paths.pathOf(file));
    return id === undefined ? '' : await blobs.address(id, () => blobs.bytes(id));
  }
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
