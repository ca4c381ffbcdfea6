/** `manifest.json`: every file that a build made, with its size and hash. */

import { z } from 'zod';

export const manifestName = 'manifest.json';

export interface ManifestEntry {
  readonly sha256: string;
  readonly sizeBytes: number;
  /** Stands for everything that a page was made from. Files that are copied or bundled have none. */
  readonly madeFrom?: string;
}

/** By path inside the output. */
export type Manifest = ReadonlyMap<string, ManifestEntry>;

const manifestSchema = z.strictObject({
  version: z.literal(1),
  files: z.record(
    z.string(),
    z.strictObject({
      sha256: z.string().regex(/^[0-9a-f]{64}$/u),
      sizeBytes: z.number().int().min(0),
      madeFrom: z.string().exactOptional(),
    }),
  ),
});

/** A manifest that cannot be read counts as none: everything is then written anew and nothing is removed. */
export function parseManifest(text: string): Manifest {
  try {
    return new Map(Object.entries(manifestSchema.parse(JSON.parse(text)).files));
  } catch {
    return new Map();
  }
}

export function printManifest(manifest: Manifest): string {
  const files = Object.fromEntries([...manifest].sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ version: 1, files }, null, 1)}\n`;
}
