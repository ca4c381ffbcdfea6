/** Photos that were added and are not in the repository yet: a closed tab loses none. */

import type { StoryPhoto } from '../../../../src/editor/store-messages.ts';
import { storyPhoto } from '../../../../src/editor/store-messages.ts';

export interface PendingPhoto extends StoryPhoto {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface KeptPhotos {
  /** @param folder of the story */
  readonly list: (folder: string) => Promise<readonly PendingPhoto[]>;
  readonly put: (folder: string, photo: PendingPhoto) => Promise<void>;
  readonly remove: (folder: string, name: string) => Promise<void>;
}

/** Keeps them until the page is closed. */
export function photosInMemory(): KeptPhotos {
  const known = new Map<string, PendingPhoto>();
  return {
    list: async (folder) =>
      [...known].flatMap(([key, photo]) => (key.startsWith(`${folder}/`) ? [photo] : [])),
    put: async (folder, photo) => void known.set(`${folder}/${photo.name}`, photo),
    remove: async (folder, name) => void known.delete(`${folder}/${name}`),
  };
}

const factsHeader = 'X-Photo';

/** Keeps them in this browser until they are saved. @param name of the repository */
export function photosInCache(name: string): KeptPhotos {
  const open = () => caches.open(`news-editor-photos:${name}`);
  const addressOf = (folder: string, photo: string): string =>
    new URL(`photo/${encodeURIComponent(folder)}/${encodeURIComponent(photo)}`, location.href).href;
  return {
    list: async (folder) => {
      const cache = await open();
      const own = (await cache.keys()).filter(({ url }) => url.startsWith(addressOf(folder, '')));
      const photos = await Promise.all(
        own.map(async (request): Promise<readonly PendingPhoto[]> => {
          const kept = await cache.match(request);
          const facts = readFacts(kept?.headers.get(factsHeader));
          if (kept === undefined || facts === undefined) return [];
          return [{ ...facts, bytes: new Uint8Array(await kept.arrayBuffer()) }];
        }),
      );
      return photos.flat();
    },
    put: async (folder, { bytes, ...facts }) => {
      // Headers hold letters of ASCII alone.
      const headers = { [factsHeader]: encodeURIComponent(JSON.stringify(facts)) };
      // A full disk keeps nothing from being saved: the photo is in memory.
      await (await open())
        .put(addressOf(folder, facts.name), new Response(bytes, { headers }))
        .catch(() => undefined);
    },
    remove: async (folder, photo) => void (await (await open()).delete(addressOf(folder, photo))),
  };
}

function readFacts(header: string | null | undefined): StoryPhoto | undefined {
  try {
    return storyPhoto.parse(JSON.parse(decodeURIComponent(header ?? '')));
  } catch {
    return undefined;
  }
}
