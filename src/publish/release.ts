/**
 * A release: one whole site in a folder of its own beside those before it. Its name begins with its number, which counts
 * up whatever the clock says, and ends with what its security policy is known by. Pure but for reading the files.
 */

import { createHash } from 'node:crypto';
import path from 'node:path';
import { manifestName } from '../output/manifest.ts';
import { policyMark } from '../output/security-headers.ts';
import type { BuiltFolder } from './built-folder.ts';
import type { CompressedFile } from './compress-files.ts';

/** A file of a release, and where its bytes come from. */
export interface ReleaseFile {
  /** Inside the release. */
  readonly path: string;
  readonly source: string | Buffer;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** In the folder of a target: where the releases lie, and the link to the one that readers are served. */
export const releasesFolder = 'releases';
export const shownLink = 'current';

const NAME = /^(\d{6,})-\d{8}T\d{6}Z-[0-9a-f]{8}-[0-9a-f]{8}$/;

export function releaseFiles(
  { folder, manifest, manifestText }: BuiltFolder,
  compressed: readonly CompressedFile[],
): readonly ReleaseFile[] {
  const ofBytes = (file: string, bytes: Buffer): ReleaseFile => ({
    path: file,
    source: bytes,
    sizeBytes: bytes.byteLength,
    sha256: hashOf(bytes),
  });
  return [
    ...[...manifest.files].map(([file, { sha256, sizeBytes }]) => ({
      path: file,
      source: path.join(folder, file),
      sizeBytes,
      sha256,
    })),
    ...compressed.map(({ path: file, bytes }) => ofBytes(file, bytes)),
    ofBytes(manifestName, Buffer.from(manifestText)),
  ];
}

/** Stands for all bytes of a release. */
export function contentMark(files: readonly ReleaseFile[]): string {
  const lines = files.map(({ path: file, sha256 }) => `${sha256} ${file}`).sort();
  return hashOf(lines.join('\n')).slice(0, 8);
}

export function nameRelease(
  { manifest: { headers } }: BuiltFolder,
  files: readonly ReleaseFile[],
  before: readonly string[],
  nowMs: number,
): string {
  const number = Math.max(0, ...before.map(numberOf)) + 1;
  const time = new Date(nowMs).toISOString().replace(/\.\d+/u, '').replaceAll(/[-:]/gu, '');
  return `${String(number).padStart(6, '0')}-${time}-${contentMark(files)}-${policyMark(headers)}`;
}

/** The names among others, oldest first. */
export function releasesAmong(names: readonly string[]): readonly string[] {
  return names.filter((name) => NAME.test(name)).sort((a, b) => numberOf(a) - numberOf(b));
}

function numberOf(name: string): number {
  return Number(NAME.exec(name)?.[1] ?? 0);
}

function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
