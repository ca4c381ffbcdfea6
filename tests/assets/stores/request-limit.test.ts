/** Requests that are never answered: the connection counts as lost, and slow lines have time. */

import { afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { previewRequests } from '../../../assets/scripts/editor/preview-requests.ts';
import { HostClient } from '../../../assets/scripts/editor/stores/host-client.ts';
import { requestLimitMs } from '../../../assets/scripts/editor/stores/request-limit.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** A request that ends when it is given up. */
const unanswered = (_: unknown, options: RequestInit = {}): Promise<Response> =>
  new Promise((_resolve, reject) =>
    options.signal?.addEventListener('abort', () => reject(new Error('late'))),
  );

function limitsGiven(): number[] {
  const given: number[] = [];
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    given.push(ms);
    const controller = new AbortController();
    setTimeout(() => controller.abort());
    return controller.signal;
  });
  return given;
}

test('a photo on a slow line has minutes, a word has one', () => {
  expect(requestLimitMs(100)).toBeLessThan(61_000);
  expect(Number.isInteger(requestLimitMs(7))).toBe(true);
  // 5 MB at 20 kB a second.
  expect(requestLimitMs(5_000_000)).toBe(60_000 + 250_000);
});

test('the preview counts as out of reach when it does not answer', async () => {
  const given = limitsGiven();
  const { post } = previewRequests('token', unanswered);
  await expect(post('save', 'x'.repeat(40_000), z.unknown())).rejects.toMatchObject({ isOffline: true });
  await expect(post('photo', new Blob(['x'.repeat(60_000)]), z.unknown())).rejects.toMatchObject({
    isOffline: true,
  });
  expect(given).toEqual([62_000, 63_000]);
});

test('a host counts as out of reach when it does not answer', async () => {
  const given = limitsGiven();
  vi.stubGlobal('fetch', unanswered);
  const client = new HostClient({ api: 'https://git.example.edu/api', headers: {} });
  await expect(client.get('/user', z.unknown())).rejects.toMatchObject({ isOffline: true });
  expect(given).toEqual([60_000]);
});
