/** What photos and publishing ask of an object store: whole objects by key, below one prefix. All throw what went wrong. */

export interface StoredObject {
  readonly sizeBytes: number;
  /** Changes whenever the object does; most stores use the MD5 of its bytes. Without quotation marks. */
  readonly etag: string;
}

export interface ReadObject extends StoredObject {
  readonly bytes: Buffer;
  /** How long ago it was written, by the store's own clock. */
  readonly ageMs: number;
}

export interface PutOptions {
  readonly contentType?: string;
  readonly cacheControl?: string;
  /** SHA-256 of the bytes, kept with the object. */
  readonly sha256?: string;
  /** `absent`: only where there is none; an ETag: only in place of that one. */
  readonly onlyIf?: 'absent' | { readonly etag: string };
}

export interface ObjectStore {
  /** How people know it: `s3://news/site`. */
  readonly name: string;
  /** All objects whose keys begin so. */
  readonly list: (prefix?: string) => Promise<ReadonlyMap<string, StoredObject>>;
  /** Nothing when there is no such object. */
  readonly read: (key: string) => Promise<ReadObject | undefined>;
  /** The hash that was kept with it. */
  readonly hashOf: (key: string) => Promise<string | undefined>;
  /** @returns its ETag; nothing when the condition does not hold. Throws a NoConditions when the store knows none. */
  readonly put: (key: string, bytes: Buffer, options?: PutOptions) => Promise<string | undefined>;
  /** Nothing happens when there is no such object. */
  readonly remove: (key: string) => Promise<void>;
}

/** The store has refused a condition as such; nothing was written. */
export class NoConditions extends Error {}
