/** One client for photos and publishing: what it takes from the environment, and how often it tries. */

import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { openS3Store } from '../../src/object-store/s3-store.ts';
import { attemptsOf, serviceKeysOf } from '../../src/object-store/service-environment.ts';
import { openPhotoBucket } from '../../src/photos/store/photo-bucket.ts';

const keys = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' };

test('keys come from the environment, and both are needed', () => {
  expect(serviceKeysOf({})).toBeUndefined();
  expect(serviceKeysOf({ AWS_ACCESS_KEY_ID: 'id' })).toBeUndefined();
  expect(serviceKeysOf(keys)).toEqual({ accessKeyId: 'id', secretAccessKey: 'secret' });
});

test('AWS_MAX_ATTEMPTS is a number, or an error says what to write', () => {
  expect(attemptsOf({})).toBe(4);
  expect(attemptsOf({ AWS_MAX_ATTEMPTS: '' })).toBe(4);
  expect(attemptsOf({ AWS_MAX_ATTEMPTS: '7' })).toBe(7);
  for (const wrong of ['0', 'many', '-1', '1e3', '4.5'])
    expect(() => attemptsOf({ AWS_MAX_ATTEMPTS: wrong })).toThrow(`AWS_MAX_ATTEMPTS is "${wrong}"`);
});

test('photos and publishing try a request as often as AWS_MAX_ATTEMPTS says', async () => {
  let requests = 0;
  const server = createServer((_, response) => {
    requests += 1;
    response.writeHead(503).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const environment = { ...keys, AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`, AWS_MAX_ATTEMPTS: '2' };
    const bucket = { bucket: 'news', prefix: '' };
    const photos = await openPhotoBucket(bucket, environment);
    await expect(photos?.list('aa/')).rejects.toThrow('Cannot list the photo store s3://news');
    expect(requests).toBe(2);
    const serviceKeys = serviceKeysOf(environment);
    if (serviceKeys === undefined) throw new Error('There are keys.');
    const site = openS3Store(
      bucket,
      serviceKeys,
      environment,
      (what, store) => new Error(`${what} ${store}`),
    );
    await expect(site.list()).rejects.toThrow('list s3://news');
    expect(requests).toBe(4);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
