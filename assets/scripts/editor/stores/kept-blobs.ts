/** Contents that were fetched once: a name that git has given stands for the same bytes for ever. */

export interface KeptBlobs {
  readonly get: (id: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  readonly put: (id: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
}

/** Keeps them until the page is closed. */
export function blobsInMemory(): KeptBlobs {
  const known = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    get: async (id) => known.get(id),
    put: async (id, bytes) => void known.set(id, bytes),
  };
}

/** Keeps them in this browser, so that the next visit fetches only what is new. @param name of the repository */
export function blobsInCache(name: string): KeptBlobs {
  const open = () => caches.open(`${cachePrefix}${name}`);
  const addressOf = (id: string): string => new URL(`blob/${id}`, location.href).href;
  return {
    get: async (id) => {
      const known = await (await open()).match(addressOf(id));
      return known && new Uint8Array(await known.arrayBuffer());
    },
    put: async (id, bytes) => {
      // A full disk keeps nothing from working.
      await (await open()).put(addressOf(id), new Response(bytes)).catch(() => undefined);
    },
  };
}

const cachePrefix = 'news-editor:';

/** Forgets what was fetched with a token. */
export async function forgetBlobs(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(cachePrefix)).map((name) => caches.delete(name)));
}
