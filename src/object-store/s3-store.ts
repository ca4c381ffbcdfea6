/**
 * A bucket of any store that speaks S3's protocol. Its address, region and keys come from the environment alone, by the
 * names that all S3 programs read.
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
import { PublishError } from '../output/publish-error.ts';
import { defined } from '../text/defined.ts';
import { NoConditions, type ObjectStore, type StoredObject } from './object-store.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Tries of one request, with growing pauses between: a publish should not fail for one lost packet. */
const ATTEMPTS = 4;

/** @param prefix without slashes at its ends; may be empty */
export function openS3Store(bucket: string, prefix: string, environment: Environment): ObjectStore {
  const name = prefix === '' ? `s3://${bucket}` : `s3://${bucket}/${prefix}`;
  const root = prefix === '' ? '' : `${prefix}/`;
  const client = openClient(name, environment);
  const clock = storeClock(client);
  const at = (key: string) => ({ Bucket: bucket, Key: `${root}${key}` });
  const explain = (what: string, error: unknown): PublishError => {
    // The service's words name what an administrator must change; the environment's keys never stand in them.
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const hint = 'Readers see a site whose links all work; publish again, and it is completed.';
    return new PublishError('machine', `Cannot ${what} ${name} (${reason}). ${hint}`, { cause: error });
  };
  return {
    name,
    async list() {
      const objects = new Map<string, StoredObject>();
      let next: string | undefined;
      try {
        do {
          const page = await client.send(
            new ListObjectsV2Command({
              Bucket: bucket,
              Prefix: root,
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
        const text = (await Body?.transformToString('utf8')) ?? '';
        const writtenMs = LastModified?.getTime();
        const nowMs = clock();
        const ageMs = writtenMs === undefined || nowMs === undefined ? 0 : nowMs - writtenMs;
        return { text, etag: withoutQuotes(ETag), sizeBytes: ContentLength, ageMs };
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
    async put(key, bytes, { contentType, cacheControl, sha256, onlyIf }) {
      try {
        const { ETag = '' } = await client.send(
          new PutObjectCommand({
            ...at(key),
            Body: bytes,
            ContentType: contentType,
            CacheControl: cacheControl,
            ...(sha256 === undefined ? {} : { Metadata: { sha256 } }),
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

function openClient(name: string, environment: Environment): S3Client {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = environment;
  if (accessKeyId === undefined || secretAccessKey === undefined) {
    throw new PublishError(
      'usage',
      `Publishing to ${name} needs its keys in the environment: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY ` +
        '(and AWS_REGION, AWS_ENDPOINT_URL as the service asks).',
    );
  }
  const sessionToken = environment.AWS_SESSION_TOKEN;
  const endpoint = environment.AWS_ENDPOINT_URL_S3 ?? environment.AWS_ENDPOINT_URL;
  return new S3Client({
    credentials: { accessKeyId, secretAccessKey, ...defined({ sessionToken }) },
    region: environment.AWS_REGION ?? environment.AWS_DEFAULT_REGION ?? 'us-east-1',
    // Stores other than Amazon's often have no name of its own for each bucket, and know no newer checksums.
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: Number(environment.AWS_MAX_ATTEMPTS ?? ATTEMPTS),
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
