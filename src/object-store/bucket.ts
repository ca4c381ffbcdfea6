/** What a store asks of a bucket, whoever runs it: whole objects by key, and lists of keys. All throw what went wrong. */

export interface BucketObject {
  readonly key: string;
  readonly sizeBytes: number;
}

export interface Bucket {
  /** How people know it, for messages: `s3://news-photos/cache`. */
  readonly name: string;
  /** All objects whose keys begin so. */
  list(prefix: string): Promise<readonly BucketObject[]>;
  /** Nothing when there is no such object. */
  get(key: string): Promise<Buffer | undefined>;
  put(key: string, bytes: Buffer): Promise<void>;
  /** Nothing happens when there is no such object. */
  remove(key: string): Promise<void>;
}
