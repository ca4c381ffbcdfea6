/**
 * A bucket of any store that speaks S3's protocol. Address, region and keys of the service come from the environment
 * alone, by the names that all S3 programs read; settings only say which bucket. Loaded only where one is named.
 */

import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { z } from 'zod';
import { defined } from '../text/defined.ts';
import { type BucketAddress, bucketName } from './bucket-address.ts';
import { NoConditions, type ObjectStore, type StoredObject } from './object-store.ts';
import { attemptsOf, type Environment, type ServiceKeys } from './service-environment.ts';

/** Says in the caller's words what could not be done with the store (`list`, `read from`, ...) and why. */
export type ExplainFailure = (what: string, store: string, reason: string, cause: unknown) => Error;

export function openS3Store(
  address: BucketAddress,
  keys: ServiceKeys,
  environment: Environment,
  explainFailure: ExplainFailure,
): ObjectStore {
  const { bucket, prefix } = address;
  const name = bucketName(address);
  const root = prefix === '' ? '' : `${prefix}/`;
  const client = openClient(keys, environment);
  const clock = storeClock(client);
  const at = (key: string) => ({ Bucket: bucket, Key: `${root}${key}` });
  const explain = (what: string, error: unknown): Error => {
    // The service's words name what an administrator must change; the environment's keys never stand in them.
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return explainFailure(what, name, reason, error);
  };
  return {
    name,
    async list(keyPrefix = '') {
      const objects = new Map<string, StoredObject>();
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
          for (const { Key = '', Size = 0, ETag = '' } of page.Contents ?? [])
            objects.set(Key.slice(root.length), { sizeBytes: Size, etag: withoutQuotes(ETag) });
          next = page.IsTruncated === true ? page.NextContinuationToken : undefined;
        } while (next !== undefined);
      } catch (error) {
        throw explain('list', error);
      }
      return objects;
    },
    async read(key) {
      try {
        const {
          Body,
          ETag = '',
          LastModified,
          ContentLength = 0,
        } = await client.send(new GetObjectCommand(at(key)));
        const bytes = Buffer.from((await Body?.transformToByteArray()) ?? []);
        const writtenMs = LastModified?.getTime();
        const nowMs = clock();
        const ageMs = writtenMs === undefined || nowMs === undefined ? 0 : nowMs - writtenMs;
        return { bytes, etag: withoutQuotes(ETag), sizeBytes: ContentLength, ageMs };
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw explain('read from', error);
      }
    },
    async hashOf(key) {
      try {
        return (await client.send(new HeadObjectCommand(at(key)))).Metadata?.sha256;
      } catch (error) {
        if (statusOf(error) === 404) return undefined;
        throw explain('read from', error);
      }
    },
    async put(key, bytes, { contentType, cacheControl, sha256, onlyIf } = {}) {
      try {
        const { ETag = '' } = await client.send(
          new PutObjectCommand({
            ...at(key),
            Body: bytes,
            ...defined({
              ContentType: contentType,
              CacheControl: cacheControl,
              Metadata: sha256 === undefined ? undefined : { sha256 },
            }),
            ...(onlyIf === 'absent' ? { IfNoneMatch: '*' } : {}),
            ...(typeof onlyIf === 'object' ? { IfMatch: `"${onlyIf.etag}"` } : {}),
          }),
        );
        return withoutQuotes(ETag);
      } catch (error) {
        if (onlyIf !== undefined && statusOf(error) === 501)
          throw new NoConditions(`${name} knows no conditions.`, { cause: error });
        // 409: two conditional writes met.
        if (onlyIf !== undefined && [404, 409, 412].includes(statusOf(error))) return undefined;
        throw explain('write to', error);
      }
    },
    async remove(key) {
      try {
        await client.send(new DeleteObjectCommand(at(key)));
      } catch (error) {
        throw explain('remove from', error);
      }
    },
  };
}

function openClient(credentials: ServiceKeys, environment: Environment): S3Client {
  const endpoint = environment.AWS_ENDPOINT_URL_S3 ?? environment.AWS_ENDPOINT_URL;
  return new S3Client({
    credentials,
    region: environment.AWS_REGION ?? environment.AWS_DEFAULT_REGION ?? 'us-east-1',
    // Stores other than Amazon's often have no name of its own for each bucket, and know no newer checksums.
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: attemptsOf(environment),
  });
}

/** The time that the store itself names in its last answer: this machine's clock may be wrong. */
function storeClock(client: S3Client): () => number | undefined {
  const answer = z.object({ headers: z.object({ date: z.string() }) });
  let nowMs: number | undefined;
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const date = answer.safeParse(result.response).data?.headers.date;
      if (date !== undefined) nowMs = Date.parse(date);
      return result;
    },
    { step: 'deserialize', name: 'storeClock', priority: 'low' },
  );
  return () => nowMs;
}

function statusOf(error: unknown): number {
  return error instanceof S3ServiceException ? (error.$metadata.httpStatusCode ?? 0) : 0;
}

function withoutQuotes(etag: string): string {
  return etag.replaceAll('"', '');
}
