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
