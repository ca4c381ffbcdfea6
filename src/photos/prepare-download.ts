/**
 * A file that an article offers for download: photos without what their cameras tell of their owners, everything else as
 * it is. Cleaned photos are kept in the store beside the renditions. Throws for failures of the disk.
 */

import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { ordinaryFlags } from '../disk/ordinary-file.ts';
import { storedPath } from '../disk/stored-path.ts';
import { defined } from '../text/defined.ts';
import { describePhoto } from './describe-photo.ts';
import { developHeic } from './heic/develop-heic.ts';
import { readInTurn } from './memory-budget.ts';
import { cleanPhoto } from './metadata/clean-photo.ts';
import type { PhotoFault } from './photo-fault.ts';
import { fullSizeJpeg } from './press-kit/encode-full-size.ts';
import { hasManifest } from './provenance/read-credentials.ts';
import type { SourceType } from './provenance/source-type.ts';
import { publicMetadata } from './provenance/stated-source.ts';
import { type PhotoFormat, recognizeFormat } from './recognize-format.ts';
import { libraryVersions } from './sharp.ts';
import { findSource, type Outcome, readSource, type SourceFile } from './source-file.ts';
import type { RenditionStore } from './store/rendition-store.ts';

/** As much of a file as tells its format. */
const HEAD_BYTES = 4096;

/** Raised when cleaning changes. */
const CLEANING_VERSION = 2;

/**
 * The absolute path of the file to publish. `file` is relative to the content folder.
 * @param stated where a photo comes from, as articles say it beyond the file
 */
export async function prepareDownload(
  contentFolder: string,
  file: string,
  store: RenditionStore,
  stated?: SourceType,
): Promise<Outcome<string>> {
  const examined = await examineDownload(contentFolder, file);
  if (!examined.ok) return examined;
  const { location, photo } = examined.value;
  if (photo === undefined) return { ok: true, value: location };
  return await readInTurn(photo.stamp.sizeBytes, () =>
    cleanDownload(contentFolder, file, photo, store, stated),
  );
}

interface ExaminedDownload {
  readonly location: string;
  /** What has to be cleaned; undefined for all other files. */
  readonly photo?: SourceFile;
}

/** Finds out by its first bytes whether a file can be offered. */
export async function examineDownload(
  contentFolder: string,
  file: string,
): Promise<Outcome<ExaminedDownload>> {
  const source = await findSource(contentFolder, file);
  // Films and data sets may be larger than any photo.
  if (!source.ok && source.fault.kind !== 'too-many-bytes') return source;
  const location = source.ok ? source.value.path : storedPath(path.resolve(contentFolder, file));
  const recognized = recognizeFormat(await readHead(location));
  if (recognized.kind === 'other') {
    const { format } = recognized;
    if (format === 'empty') return { ok: false, fault: { kind: 'empty-download' } };
    // A reader would download three lines of text in place of the file.
    if (format === 'lfs-pointer') return { ok: false, fault: { kind: 'format', format } };
    return format === 'camera-raw'
      ? { ok: false, fault: { kind: 'private-download', format } }
      : { ok: true, value: { location } };
  }
  return source.ok ? { ok: true, value: { location, photo: source.value } } : source;
}

async function cleanDownload(
  contentFolder: string,
  file: string,
  source: SourceFile,
  store: RenditionStore,
  stated: SourceType | undefined,
): Promise<Outcome<string>> {
  const read = await readSource(contentFolder, file, source);
  if (!read.ok) return read;
  const { bytes, hash } = read.value;
  const recognized = recognizeFormat(bytes);
  if (recognized.kind === 'other') return { ok: false, fault: { kind: 'changed' } };
  // Boxes of a HEIC point at each other by their places, and few programs open it: readers are given a JPEG.
  const isHeic = recognized.kind === 'heic';
  const name = downloadName(hash, isHeic ? 'jpeg' : recognized.format, stated);
  const known = await store.pathOf(name);
  if (known !== undefined) return { ok: true, value: known };
  const cleaned = await cleanBytes(bytes, recognized, stated);
  if (!cleaned.ok) return cleaned;
  await store.put(name, cleaned.value);
  const kept = await store.pathOf(name);
  if (kept === undefined) throw new Error(`The store has lost ${name} right after it was put there.`);
  return { ok: true, value: kept };
}

/** Finds out whether a photo can be offered, by cleaning it in vain. */
export async function examinePhotoDownload(
  contentFolder: string,
  file: string,
  source: SourceFile,
): Promise<PhotoFault | undefined> {
  return await readInTurn(source.stamp.sizeBytes, async () => {
    const read = await readSource(contentFolder, file, source);
    if (!read.ok) return read.fault;
    const recognized = recognizeFormat(read.value.bytes);
    if (recognized.kind === 'other') return { kind: 'changed' };
    const cleaned = await cleanBytes(read.value.bytes, recognized, undefined);
    return cleaned.ok ? undefined : cleaned.fault;
  });
}

function cleanBytes(
  bytes: Buffer,
  recognized: Exclude<ReturnType<typeof recognizeFormat>, { readonly kind: 'other' }>,
  stated: SourceType | undefined,
): Promise<Outcome<Buffer>> {
  return recognized.kind === 'heic'
    ? jpegOfHeic(bytes, stated)
    : publicPhoto(bytes, recognized.format, stated);
}

async function jpegOfHeic(bytes: Buffer, stated: SourceType | undefined): Promise<Outcome<Buffer>> {
  const described = await describePhoto(bytes);
  if (!described.ok) return described;
  const { metadata } = described.value;
  const developed = await developHeic(bytes);
  return developed.ok
    ? await fullSizeJpeg(developed.value, publicMetadata({ metadata, ...defined({ statedSource: stated }) }))
    : developed;
}

/** A signed photo that tells nothing of its owner stays as it is: every other byte would break its signature. */
async function publicPhoto(
  bytes: Buffer,
  format: PhotoFormat,
  stated: SourceType | undefined,
): Promise<Outcome<Buffer>> {
  const isKnown = stated !== undefined || hasManifest(bytes);
  const described = isKnown ? await describePhoto(bytes) : undefined;
  if (described?.ok !== true) return await cleanPhoto(bytes, format);
  const { credentials, metadata } = described.value;
  return credentials?.isOriginalPublic === true
    ? { ok: true, value: bytes }
    : await cleanPhoto(bytes, format, publicMetadata({ metadata, ...defined({ statedSource: stated }) }));
}

function downloadName(hash: string, format: PhotoFormat, stated: SourceType | undefined): string {
  const parts = [hash, 'download', CLEANING_VERSION, libraryVersions(), stated];
  const key = createHash('sha256').update(parts.filter((part) => part !== undefined).join(' '));
  return `${key.digest('hex').slice(0, 12)}-download.${format}`;
}

async function readHead(file: string): Promise<Buffer> {
  const handle = await open(file, ordinaryFlags);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
