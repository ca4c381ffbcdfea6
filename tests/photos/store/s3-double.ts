/** An S3 service on loopback that keeps its objects in a folder, for tests. */

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import S3rver from 's3rver';

export interface S3 {
  readonly bucket: string;
  /** What a process needs to find the service. */
  readonly environment: Readonly<Record<string, string>>;
  readonly folder: string;
  /** Waits until the service holds these bytes: it answers before it has written them, as no real one does. */
  readonly settled: (key: string, bytes: Buffer) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export async function startS3(): Promise<S3> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'news-s3-'));
  const bucket = 'news-photos';
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: folder,
    configureBuckets: [{ name: bucket, configs: [] }],
  });
  const { port } = await server.run();
  return {
    bucket,
    folder,
    environment: {
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      AWS_ACCESS_KEY_ID: 'S3RVER',
      AWS_SECRET_ACCESS_KEY: 'S3RVER',
    },
    async settled(key, bytes) {
      const file = path.join(folder, bucket, `${key}._S3rver_object`);
      while (!(await readFile(file).catch(() => Buffer.alloc(0))).equals(bytes)) await setTimeout(2);
    },
    async stop() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
