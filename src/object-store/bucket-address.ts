/** How settings name a bucket: by itself, never by the service that holds it, and never with a key. Pure. */

/** `s3://bucket/prefix`. */
export interface BucketAddress {
  readonly bucket: string;
  /** Without slashes at its ends; may be empty. */
  readonly prefix: string;
}

const ADDRESS = /^s3:\/\/([a-z\d][a-z\d.-]{1,61}[a-z\d])(?:\/((?:[\w.-]+\/)*[\w.-]+))?\/?$/;

/** Nothing when it is not the address of a bucket. */
export function parseBucketAddress(text: string): BucketAddress | undefined {
  const [, bucket, prefix = ''] = ADDRESS.exec(text) ?? [];
  return bucket === undefined ? undefined : { bucket, prefix };
}

/** How people know the bucket. */
export function bucketName({ bucket, prefix }: BucketAddress): string {
  return prefix === '' ? `s3://${bucket}` : `s3://${bucket}/${prefix}`;
}
