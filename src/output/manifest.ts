/**
 * `manifest.json`: every file that a build made, with its size and hash, how hosts should send it and what it was made
 * from, and the site's headers. It stands beside the files and does not name itself.
 */

import { z } from 'zod';
import { defined } from '../text/defined.ts';
import { type CachePolicy, cachePolicies, cachePolicyOf } from './cache-policy.ts';
import { contentTypeOf } from './content-type.ts';
import type { HeaderRule } from './security-headers.ts';

export const manifestName = 'manifest.json';

export interface ManifestEntry {
  readonly sha256: string;
  readonly sizeBytes: number;
  /**
   * Stands for everything that the file was made from: of a page the digest of what it shows, of a rendition the
   * SHA-256 of its photo. Files that are copied or bundled have none: they are named by their content.
   */
  readonly madeFrom?: string;
}

/** By path inside the output. */
export type Manifest = ReadonlyMap<string, ManifestEntry>;

/** How a host should send a file. */
export interface Delivery {
  readonly contentType: string;
  readonly cache: CachePolicy;
}

export interface SiteManifest {
  readonly files: Manifest;
  /** As the manifest says it; one that an older version wrote says nothing. */
  readonly delivery: ReadonlyMap<string, Delivery>;
  readonly headers: readonly HeaderRule[];
}

/** One line of printable text: a manifest from elsewhere must not add a header or a rule of its own to a server. */
const headerValue = z.string().regex(/^[\u0020-\u007e\u00a0-\uffff]*$/u);
const headerRule = z.strictObject({
  pattern: z.string().regex(/^\/[^\s\u0000-\u0020\u007f-\u009f]*$/u),
  headers: z.array(z.tuple([z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/u), headerValue])),
});

const manifestSchema = z.strictObject({
  version: z.literal(1),
  headers: z.array(headerRule).default([]),
  files: z.record(
    z.string().refine(isOutputPath),
    z.strictObject({
      sha256: z.string().regex(/^[0-9a-f]{64}$/u),
      sizeBytes: z.number().int().min(0),
      contentType: z.string().exactOptional(),
      cache: z.enum(cachePolicies).exactOptional(),
      madeFrom: z.string().exactOptional(),
    }),
  ),
});

/** @returns undefined when it cannot be read */
export function parseManifest(text: string): SiteManifest | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const parsed = manifestSchema.safeParse(json);
  if (!parsed.success) return undefined;
  const files = new Map<string, ManifestEntry>();
  const delivery = new Map<string, Delivery>();
  for (const [file, { contentType, cache, ...entry }] of Object.entries(parsed.data.files)) {
    files.set(file, entry);
    if (contentType !== undefined && cache !== undefined) delivery.set(file, { contentType, cache });
  }
  return { files, delivery, headers: parsed.data.headers };
}

/** A line for each file: what an edit changed can be seen, and the manifest of a large site is an eighth smaller. */
export function printManifest(manifest: Manifest, headers: readonly HeaderRule[]): string {
  const sorted = [...manifest].sort(([a], [b]) => (a < b ? -1 : 1));
  const files = sorted.map(([file, { sha256, sizeBytes, madeFrom }]) => {
    const entry = { sha256, sizeBytes, ...deliveryOf(file), ...defined({ madeFrom }) };
    return `${JSON.stringify(file)}:${JSON.stringify(entry)}`;
  });
  return `{"version":1,"headers":${JSON.stringify(headers)},"files":{\n${files.join(',\n')}\n}}\n`;
}

export function deliveryOf(file: string): Delivery {
  return { contentType: contentTypeOf(file), cache: cachePolicyOf(file) };
}

/** A relative path with forward slashes that stays inside the output: no part of it is empty, `.` or `..`. */
export function isOutputPath(file: string): boolean {
  return !/(?:^|\/)\.{0,2}(?:\/|$)|[\\\0]/u.test(file);
}
