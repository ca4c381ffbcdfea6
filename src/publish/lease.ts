/**
 * The right to change a bucket, for one publish at a time: an object that is written only where there is none, renewed
 * while the publish runs, and taken over when its holder has been silent for long by the store's own clock. A store that
 * passes over the conditions is found out by reading back, which leaves a gap of one request; one that refuses them has
 * claims instead.
 */

import { randomUUID } from 'node:crypto';
import { NoConditions, type ObjectStore, type PutOptions } from '../object-store/object-store.ts';
import { PublishError } from '../output/publish-error.ts';
import { defined } from '../text/defined.ts';
import { takeClaim } from './claim.ts';
import { keepRenewed, SILENT_MS } from './renewal.ts';

const leaseKey = '.news/lease.json';

const plain = { contentType: 'application/json', cacheControl: 'no-store' } as const;

export interface Lease {
  /** Throws when another publish has taken over: before every change. */
  readonly check: () => void;
  readonly giveBack: () => Promise<void>;
}

export async function takeLease(store: ObjectStore): Promise<Lease> {
  const id = randomUUID();
  const write = (number: number, onlyIf: PutOptions['onlyIf']) =>
    // Each renewal is another text: the ETag tells them apart.
    store.put(leaseKey, Buffer.from(JSON.stringify({ id, renewal: number })), {
      ...plain,
      ...defined({ onlyIf }),
    });
  const held = await store.read(leaseKey);
  if (held !== undefined && held.ageMs < SILENT_MS) throw busy(store.name);
  let etag: string | undefined;
  try {
    etag = await write(0, held === undefined ? 'absent' : { etag: held.etag });
  } catch (error) {
    if (error instanceof NoConditions) return await leaseByClaim(store);
    throw error;
  }
  const readBack = etag === undefined ? undefined : await store.read(leaseKey);
  if (etag === undefined || readBack?.bytes.includes(id) !== true) throw busy(store.name);
  let number = 0;
  const renewal = keepRenewed(async () => {
    const next = await write(++number, { etag: etag ?? '' });
    etag = next ?? etag;
    return next !== undefined;
  });
  return {
    check() {
      if (renewal.isLost()) throw busy(store.name);
    },
    async giveBack() {
      await renewal.stop();
      if (!renewal.isLost()) await store.remove(leaseKey);
    },
  };
}

async function leaseByClaim(store: ObjectStore): Promise<Lease> {
  const claim = await takeClaim(store);
  if (claim === undefined) throw busy(store.name);
  return {
    check() {
      if (claim.renewal.isLost()) throw busy(store.name);
    },
    async giveBack() {
      await claim.renewal.stop();
      await claim.remove();
    },
  };
}

function busy(name: string): PublishError {
  return new PublishError(
    'machine',
    `Another publish to ${name} is running. Wait for it; one that was killed is forgotten after two minutes.`,
  );
}
