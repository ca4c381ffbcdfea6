/**
 * The right to change a bucket, for one publish at a time: an object that is written only where there is none, renewed
 * while the publish runs, and taken over when its holder has been silent for long by the store's own clock. A store that
 * passes over the conditions is found out by reading back, which leaves a gap of one request.
 */

import { randomUUID } from 'node:crypto';
import type { ObjectStore, PutOptions } from './object-store.ts';
import { PublishError } from './publish-error.ts';

const leaseKey = '.news/lease.json';

const RENEW_MS = 30_000;
const SILENT_MS = 120_000;

const plain = { contentType: 'application/json', cacheControl: 'no-store' } as const;

export interface Lease {
  /** Throws when another publish has taken over: before every change. */
  readonly check: () => void;
  readonly giveBack: () => Promise<void>;
}

export async function takeLease(store: ObjectStore): Promise<Lease> {
  const id = randomUUID();
  const write = (renewal: number, onlyIf: PutOptions['onlyIf']) =>
    // Each renewal is another text: the ETag tells them apart.
    store.put(leaseKey, Buffer.from(JSON.stringify({ id, renewal })), {
      ...plain,
      ...(onlyIf === undefined ? {} : { onlyIf }),
    });
  const held = await store.read(leaseKey);
  if (held !== undefined && held.ageMs < SILENT_MS) throw busy(store.name);
  let etag = await write(0, held === undefined ? 'absent' : { etag: held.etag });
  const readBack = etag === undefined ? undefined : await store.read(leaseKey);
  if (etag === undefined || readBack?.text.includes(id) !== true) throw busy(store.name);
  let isLost = false;
  let renewal = 0;
  let renewing = Promise.resolve();
  const renew = async () => {
    const next = await write(++renewal, { etag: etag ?? '' });
    if (next === undefined) isLost = true;
    else etag = next;
  };
  const timer = setInterval(() => {
    // One that fails is tried again at the next turn, well before the lease runs out.
    renewing = renew().catch(() => undefined);
  }, RENEW_MS);
  timer.unref();
  return {
    check() {
      if (isLost) throw busy(store.name);
    },
    async giveBack() {
      clearInterval(timer);
      await renewing;
      if (!isLost) await store.remove(leaseKey);
    },
  };
}

function busy(name: string): PublishError {
  return new PublishError(
    'machine',
    `Another publish to ${name} is running. Wait for it; one that was killed is forgotten after two minutes.`,
  );
}
