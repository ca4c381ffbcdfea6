/**
 * Measures one photo from its bytes: upright size and metadata. Decodes all its pixels
 * once, small, so that damage is found when content is checked and not when it is published.
 */

import { defined } from '../text/defined.ts';
import { damageOf } from './damage-reason.ts';
import { findDamage } from './find-damage.ts';
import { developHeic } from './heic/develop-heic.ts';
import { describeHeif } from './heic/item-boxes.ts';
import { decodeWithinMemory, memoryFault } from './memory-budget.ts';
import type { MetadataBlocks } from './metadata/pack-metadata.ts';
import { readMetadata } from './metadata/read-metadata.ts';
import type { PhotoMetadata } from './photo.ts';
import type { ContentCredentials } from './provenance/content-credentials.ts';
import { hasManifest, readCredentials } from './provenance/read-credentials.ts';
import { joinSources, machineShare } from './provenance/source-type.ts';
import { type PhotoFormat, recognizeFormat } from './recognize-format.ts';
import { MAX_PIXELS, openHeader } from './sharp.ts';
import type { Outcome } from './source-file.ts';

/** What a photo's bytes alone say: the same wherever the file stands. */
export interface Description {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly metadata: PhotoMetadata;
  /** Why the picture looks damaged, though it can be decoded. */
  readonly doubt?: string;
  /** Of an animation or a file of many pages; undefined where there is one picture. */
  readonly pictureCount?: number;
  /** What its C2PA manifest says. */
  readonly credentials?: ContentCredentials;
}

/** Never throws, whatever the bytes. */
export async function describePhoto(bytes: Buffer): Promise<Outcome<Description>> {
  const recognized = recognizeFormat(bytes);
  if (recognized.kind === 'other') return { ok: false, fault: { kind: 'format', format: recognized.format } };
  if (recognized.kind === 'photo') return await withManifest(await measure(bytes), bytes, recognized.format);
  const picture = await developHeic(bytes);
  if (!picture.ok) return picture;
  return await withManifest(await measure(picture.value, describeHeif(bytes)), bytes, 'heic');
}

/** @param bytes the file as it is */
async function withManifest(
  described: Outcome<Description>,
  bytes: Buffer,
  format: PhotoFormat | 'heic',
): Promise<Outcome<Description>> {
  if (!described.ok || !hasManifest(bytes)) return described;
  const { metadata, ...rest } = described.value;
  const found = await readCredentials(bytes, format);
  if (found === undefined) return described;
  const { credentials, sourceType } = found;
  const { manifest, instanceId } = credentials;
  return {
    ok: true,
    value: {
      ...rest,
      metadata: {
        ...metadata,
        // A manifest that no longer fits may still tell of a machine, and of nothing else.
        ...defined({
          sourceType:
            credentials.state === 'intact' || machineShare(sourceType) !== 'none'
              ? joinSources(metadata.sourceType, sourceType)
              : metadata.sourceType,
        }),
        ...(manifest === undefined && instanceId === undefined
          ? {}
          : { madeFrom: defined({ manifest, instanceId }) }),
      },
      credentials,
    },
  };
}

/** @param blocks the metadata of the file that the picture was developed from, where it was */
async function measure(bytes: Buffer, blocks?: MetadataBlocks): Promise<Outcome<Description>> {
  try {
    const source = await openHeader(bytes).metadata();
    const { width: widthPx, height: heightPx } = source.autoOrient;
    if (widthPx * heightPx > MAX_PIXELS)
      return { ok: false, fault: { kind: 'too-many-pixels', widthPx, heightPx } };
    const fault = memoryFault(source, bytes);
    if (fault !== undefined) return { ok: false, fault };
    const doubt = await decodeWithinMemory(bytes, () => findDamage(bytes));
    const metadata = await readMetadata(bytes, blocks ?? source);
    const { pages = 1 } = source;
    const pictureCount = pages > 1 ? pages : undefined;
    return { ok: true, value: { widthPx, heightPx, metadata, ...defined({ doubt, pictureCount }) } };
  } catch (error) {
    return { ok: false, fault: damageOf(error) };
  }
}
