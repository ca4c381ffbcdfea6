/** An object store in memory, with conditions and a clock of its own. */

import { createHash } from 'node:crypto';
import { NoConditions, type ObjectStore, type PutOptions } from '../../src/object-store/object-store.ts';

interface Kept {
  readonly text: string;
  readonly bytes: Buffer;
  readonly options: PutOptions;
  readonly writtenMs: number;
}

export interface MemoryStore extends ObjectStore {
  readonly objects: Map<string, Kept>;
  readonly clock: { nowMs: number };
}

/** @param conditions whether it keeps them, passes over them or refuses them, as stores do */
export function memoryStore(conditions: 'kept' | 'passed over' | 'refused' = 'kept'): MemoryStore {
  const objects = new Map<string, Kept>();
  const clock = { nowMs: 0 };
  const etagOf = (bytes: Buffer) => createHash('md5').update(bytes).digest('hex');
  return {
    name: 's3://memory',
    objects,
    clock,
    list: async (prefix = '') =>
      new Map(
        [...objects]
          .filter(([key]) => key.startsWith(prefix))
          .map(([key, { bytes }]) => [key, { sizeBytes: bytes.byteLength, etag: etagOf(bytes) }]),
      ),
    read: async (key) => {
      const kept = objects.get(key);
      if (kept === undefined) return undefined;
      const { bytes, writtenMs } = kept;
      return { bytes, sizeBytes: bytes.byteLength, etag: etagOf(bytes), ageMs: clock.nowMs - writtenMs };
    },
    hashOf: async (key) => objects.get(key)?.options.sha256,
    put: async (key, bytes, options = {}) => {
      const old = objects.get(key);
      const { onlyIf } = options;
      const holds =
        onlyIf === undefined ||
        (onlyIf === 'absent' ? old === undefined : old !== undefined && etagOf(old.bytes) === onlyIf.etag);
      if (onlyIf !== undefined && conditions === 'refused') throw new NoConditions();
      if (conditions === 'kept' && !holds) return undefined;
      objects.set(key, { text: bytes.toString(), bytes, options, writtenMs: clock.nowMs });
      return etagOf(bytes);
    },
    remove: async (key) => void objects.delete(key),
  };
}
