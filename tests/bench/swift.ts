/**
 * `npm run trial:swift`: the demonstration site is published into OpenStack Swift by its S3 API, and read back: whole,
 * then another day of it, then once more with nothing to do, two publishes at once, and one that is stopped midway.
 * Installs Debian's swift packages when they are missing (as root). Exits with 1 when anything is not as it should be.
 */

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { CreateBucketCommand, GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { inParallel } from '../../src/disk/job-limit.ts';
import { cacheControl } from '../../src/output/cache-policy.ts';
import { manifestName, parseManifest } from '../../src/output/manifest.ts';
import { openBuiltFolder } from '../../src/publish/built-folder.ts';
import { openTarget } from '../../src/publish/open-target.ts';
import type { PublishOptions } from '../../src/publish/target.ts';
import { defined } from '../../src/text/defined.ts';
import { runNews } from '../builds/run-news.ts';
import { defaultOptions } from '../publish/target-double.ts';
import { installPackages } from './real-photos.ts';
import { writeVariant } from './site-variant.ts';
import { startSwift, swiftPackages, swiftVersion } from './swift-server.ts';

const BUCKET = 'news';
const PREFIX = 'site';

installPackages(swiftPackages);
const work = await mkdtemp(path.join(os.tmpdir(), 'news-swift-trial-'));
const [first, second] = [path.join(work, '1/_site'), path.join(work, '2/_site')];
const swift = await startSwift();
try {
  const built = await runNews(['build', '--output', first]);
  assert.equal(built.code, 0, built.stderr);
  await writeVariant(first, second, 2);
  const {
    AWS_ENDPOINT_URL: endpoint = '',
    AWS_ACCESS_KEY_ID = '',
    AWS_SECRET_ACCESS_KEY = '',
  } = swift.environment;
  const client = new S3Client({
    endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY },
  });
  await client.send(new CreateBucketCommand({ Bucket: BUCKET }));
  console.log(`OpenStack Swift ${swiftVersion()}, one copy, loopback`);

  await tell('the whole site', publish(first));
  await expectSite(client, first);
  await tell('the same again', publish(first));
  await tell('another day: every page, the style sheet', publish(second));
  await expectSite(client, second);

  const both = await Promise.allSettled([publish(first), publish(second)]);
  const refused = both.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []));
  assert.ok(refused.length > 0, 'of two at once one is refused at least');
  for (const reason of refused) assert.match(reason, /Another publish/u);
  console.log(`two at once: ${refused.length} refused`);
  const [shown, other] = both[0]?.status === 'fulfilled' ? [first, second] : [second, first];
  await expectSite(client, shown);

  const controller = new AbortController();
  const stopped = publish(other, {
    signal: controller.signal,
    step: (what) => (done) => {
      if (what === 'Sending' && done === 100) controller.abort();
    },
  });
  await assert.rejects(stopped, /abort/u);
  await tell('stopped after 100 files, completed by the next', publish(other));
  await expectSite(client, other);
  console.log('every object read back: bytes, type and cache life as the manifest says');
} finally {
  await swift.stop();
  await rm(work, { recursive: true, force: true });
}

async function publish(site: string, options: Partial<PublishOptions> = {}) {
  const cacheFolder = path.join(work, 'cache');
  const target = await openTarget(
    { kind: 's3', bucket: BUCKET, prefix: PREFIX },
    { here: '/', environment: swift.environment, cacheFolder },
  );
  return await target.publish(await openBuiltFolder(site), {
    ...defaultOptions(site),
    cacheFolder,
    ...options,
  });
}

async function tell(what: string, publishing: ReturnType<typeof publish>): Promise<void> {
  const begun = performance.now();
  const { outcome, sentFiles, sentBytes } = await publishing;
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(
    `${what}: ${outcome}, ${sentFiles} files of ${(sentBytes / 1e6).toFixed(1)} MB in ${seconds} s`,
  );
}

/** What lies there is this site and nothing else, as readers are sent it. */
async function expectSite(client: S3Client, site: string): Promise<void> {
  const manifest = parseManifest(await readFile(path.join(site, manifestName), 'utf8'));
  assert.ok(manifest);
  const keys = new Set<string>();
  let next: string | undefined;
  do {
    const page = await client.send(
      new ListObjectsV2Command({
        Bucket: BUCKET,
        ...defined({ ContinuationToken: next }),
      }),
    );
    for (const { Key = '' } of page.Contents ?? []) keys.add(Key.slice(PREFIX.length + 1));
    next = page.NextContinuationToken;
  } while (next !== undefined);
  const own = [...keys].filter((key) => !key.startsWith('.news/') && key !== manifestName);
  assert.deepEqual(own.sort(), [...manifest.files.keys()].sort());
  await inParallel([...manifest.files], async ([file, { sha256 }]) => {
    const object = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key: `${PREFIX}/${file}` }));
    const bytes = (await object.Body?.transformToByteArray()) ?? new Uint8Array();
    const delivery = manifest.delivery.get(file);
    assert.deepEqual(
      [createHash('sha256').update(bytes).digest('hex'), object.ContentType, object.CacheControl],
      [sha256, delivery?.contentType, cacheControl[delivery?.cache ?? 'short']],
      file,
    );
  });
}
