/**
 * A bucket of any store that speaks S3's protocol. Address, region and credentials of the service come from the
 * environment alone, by the names that all S3 programs read; content only says which bucket. Without credentials there
 * is no bucket, and no request is ever made.
 */

import type { S3Client } from '@aws-sdk/client-s3';
import { defined } from '../text/defined.ts';
import type { Bucket, BucketObject } from './bucket.ts';
import type { BucketAddress } from './bucket-address.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Tries of one request, with growing pauses between: a build should not fail for one lost packet. */
const ATTEMPTS = 4;

/** Nothing when the environment has no credentials. The client is loaded only when it has. */
export async function openS3Bucket(
  { bucket, prefix }: BucketAddress,
  environment: Environment,
): Promise<Bucket | undefined> {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = environment;
  if (accessKeyId === undefined || secretAccessKey === undefined) return undefined;
  const sessionToken = environment.AWS_SESSION_TOKEN;
  const endpoint = environment.AWS_ENDPOINT_URL_S3 ?? environment.AWS_ENDPOINT_URL;
  const { S3Client } = await import('@aws-sdk/client-s3');
  const client = new S3Client({
    credentials: { accessKeyId, secretAccessKey, ...defined({ sessionToken }) },
    region: environment.AWS_REGION ?? environment.AWS_DEFAULT_REGION ?? 'us-east-1',
    // Stores other than Amazon's often have no name of its own for each bucket, and know no newer checksums.
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: ATTEMPTS,
  });
  return bucketOf(client, { bucket, prefix });
}

async function bucketOf(client: S3Client, { bucket, prefix }: BucketAddress): Promise<Bucket> {
  const { DeleteObjectCommand, GetObjectCommand, ListObjectsV2Command, NoSuchKey, PutObjectCommand } =
    await import('@aws-sdk/client-s3');
  const name = prefix === '' ? `s3://${bucket}` : `s3://${bucket}/${prefix}`;
  const root = prefix === '' ? '' : `${prefix}/`;
  const explain = (what: string, error: unknown): Error => {
    // The service's words name what an administrator must change; the environment's credentials never stand in them.
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return new Error(`Cannot ${what} the photo store ${name} (${reason}).`, { cause: error });
  };
  return {
    name,
    async list(keyPrefix) {
      const objects: BucketObject[] = [];
      let next: string | undefined;
      try {
        do {
          const page = await client.send(
            new ListObjectsV2Command({
              Bucket: bucket,
              Prefix: `${root}${keyPrefix}`,
              ...defined({ ContinuationToken: next }),
            }),
          );
          for (const { Key = '', Size = 0 } of page.Contents ?? [])
            objects.push({ key: Key.slice(root.length), sizeBytes: Size });
          next = page.IsTruncated === true ? page.NextContinuationToken : undefined;
        } while (next !== undefined);
      } catch (error) {
        throw explain('list', error);
      }
      return objects;
    },
    async get(key) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: `${root}${key}` }));
        return Body === undefined ? undefined : Buffer.from(await Body.transformToByteArray());
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw explain('read from', error);
      }
    },
    async put(key, bytes) {
      try {
        await client.send(new PutObjectCommand({ Bucket: bucket, Key: `${root}${key}`, Body: bytes }));
      } catch (error) {
        throw explain('write to', error);
      }
    },
    async remove(key) {
      try {
        await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: `${root}${key}` }));
      } catch (error) {
        throw explain('remove from', error);
      }
    },
  };
}
