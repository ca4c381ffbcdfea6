/** Photos that wait for the next commit of their story, by its folder: in memory, and kept in this browser. */

import type { KeptPhotos, PendingPhoto } from './kept-photos.ts';

export class PendingPhotos {
  readonly #kept: KeptPhotos;
  readonly #known = new Map<string, readonly PendingPhoto[]>();

  constructor(kept: KeptPhotos) {
    this.#kept = kept;
  }

  async of(folder: string): Promise<readonly PendingPhoto[]> {
    const known = this.#known.get(folder);
    if (known !== undefined) return known;
    const kept = await this.#kept.list(folder);
    // One may have been added while the browser looked.
    const now = this.#known.get(folder) ?? kept;
    this.#known.set(folder, now);
    return now;
  }

  /** Those of a story that was opened here. */
  read(folder: string): readonly PendingPhoto[] {
    return this.#known.get(folder) ?? [];
  }

  async add(folder: string, photo: PendingPhoto): Promise<void> {
    this.#known.set(folder, [...(await this.of(folder)), photo]);
    await this.#kept.put(folder, photo);
  }

  /** Forgets what was committed, and nothing that was added meanwhile. */
  async remove(folder: string, photos: readonly PendingPhoto[]): Promise<void> {
    const now = await this.of(folder);
    this.#known.set(
      folder,
      now.filter((photo) => !photos.includes(photo)),
    );
    for (const { name } of photos) await this.#kept.remove(folder, name);
  }
}
