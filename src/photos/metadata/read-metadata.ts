/**
 * Reads what the photographer or the picture desk wrote into a photo: XMP first, then IPTC, then EXIF, as the
 * Metadata Working Group recommends. Never fails: metadata that cannot be read is metadata that is not there.
 */

import { z } from 'zod';
import { defined } from '../../text/defined.ts';
import type { PhotoMetadata } from '../photo.ts';
import { type MetadataBlocks, packMetadata } from './pack-metadata.ts';
import { plainText } from './plain-text.ts';

/** One text in any of the shapes that XMP and IPTC have: plain, by language, or several. */
const textSchema = z.union([
  z.string(),
  z.number().transform(String),
  z.object({ value: z.union([z.string(), z.number().transform(String)]) }).transform((text) => text.value),
]);
const valueSchema = z
  .union([textSchema.transform((text) => [text]), z.array(textSchema.catch(''))])
  .optional()
  .catch(undefined);

/** Only what is used; everything else, positions and serial numbers among it, is dropped here. */
const metadataSchema = z.object({
  dc: z
    .object({ description: valueSchema, creator: valueSchema, rights: valueSchema })
    .optional()
    .catch(undefined),
  photoshop: z.object({ Credit: valueSchema, DateCreated: valueSchema }).optional().catch(undefined),
  Iptc4xmpCore: z.object({ AltTextAccessibility: valueSchema }).optional().catch(undefined),
  iptc: z
    .object({ Caption: valueSchema, Credit: valueSchema, Byline: valueSchema, CopyrightNotice: valueSchema })
    .optional()
    .catch(undefined),
  ifd0: z
    .object({ ImageDescription: valueSchema, Artist: valueSchema, Copyright: valueSchema })
    .optional()
    .catch(undefined),
  exif: z.object({ DateTimeOriginal: valueSchema, CreateDate: valueSchema }).optional().catch(undefined),
});

type Value = readonly string[] | undefined;

const OPTIONS = {
  mergeOutput: false,
  reviveValues: false,
  xmp: true,
  iptc: true,
  icc: false,
  jfif: false,
  ifd1: false,
  gps: false,
  interop: false,
  makerNote: false,
  userComment: false,
  // Everything in memory: the block is small and complete.
  chunked: false,
};

/** Texts that cameras write into every file by themselves. */
const CAMERA_NAMES =
  /^(olympus digital camera|sony dsc|dcim\\?|digital camera|default|untitled|minolta dsc|konica minolta.*|kodak.*|samsung.*|exif_jpeg.*|camera|picture|image description|charset=.*|<?(k|maginon|mde|hdr|dav|cof|btf|rhdr|sdr|oznor|fbt|edf|ptr)[._a-z]*)$/i;

/** `packed` holds the metadata blocks of the file; `bytes` is the file, which TIFF keeps them spread over. */
export async function readMetadata(bytes: Buffer, source: MetadataBlocks): Promise<PhotoMetadata> {
  const block = source.format === 'tiff' ? bytes : packMetadata(source);
  if (block === undefined) return {};
  const { default: exifr } = await import('exifr');
  const parsed: unknown = await exifr.parse(block, OPTIONS).catch(() => undefined);
  const result = metadataSchema.safeParse(parsed);
  return result.success ? photoMetadata(result.data) : {};
}

function photoMetadata({
  dc,
  photoshop,
  Iptc4xmpCore,
  iptc,
  ifd0,
  exif,
}: z.infer<typeof metadataSchema>): PhotoMetadata {
  const caption = first(
    dc?.description,
    decodeIptc(iptc?.Caption),
    withoutCameraNames(ifd0?.ImageDescription),
  );
  const alt = first(Iptc4xmpCore?.AltTextAccessibility);
  const credit = first(photoshop?.Credit, decodeIptc(iptc?.Credit));
  const creator = all(dc?.creator, decodeIptc(iptc?.Byline), ifd0?.Artist);
  const copyright = first(dc?.rights, decodeIptc(iptc?.CopyrightNotice), ifd0?.Copyright);
  const takenAt = civilTime(first(exif?.DateTimeOriginal, photoshop?.DateCreated, exif?.CreateDate));
  return {
    ...defined({ caption, alt, credit, creator, copyright, takenAt }),
  };
}

/** The first text of the first value that has one; of several languages the first is the default. */
function first(...values: readonly Value[]): string | undefined {
  for (const value of values) {
    const text = value?.map(plainText).find((candidate) => candidate !== '');
    if (text !== undefined) return text;
  }
  return undefined;
}

/** As `first`, but all texts of that value together: several photographers took one photo. */
function all(...values: readonly Value[]): string | undefined {
  for (const value of values) {
    const texts = value?.map(plainText).filter((candidate) => candidate !== '') ?? [];
    if (texts.length > 0) return [...new Set(texts)].join(', ');
  }
  return undefined;
}

/** exifr takes every byte of IPTC for a Latin-1 letter; nearly all programs write UTF-8, which no other text resembles. */
function decodeIptc(value: Value): Value {
  return value?.map((text) => {
    if (!/[\x80-\xff]/.test(text) || /[^\0-\xff]/.test(text)) return text;
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'latin1'));
    } catch {
      return text;
    }
  });
}

function withoutCameraNames(value: Value): Value {
  return value?.filter((text) => !CAMERA_NAMES.test(text.trim()));
}

/** EXIF's `2024:05:01 10:11:12` or XMP's `2024-05-01T10:11:12+08:00` to `2024-05-01T10:11:12`, the camera's time. */
function civilTime(text: string | undefined): string | undefined {
  const match = /^(\d{4})[:-](\d{2})[:-](\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?/.exec(text ?? '');
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second = '00'] = match;
  const time = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  // A calendar that does not have this day would move it to another; a camera without a clock writes zeros.
  const date = new Date(`${time}Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(time) ? time : undefined;
}
