/**
 * Reads what the photographer or the picture desk wrote into a photo: XMP first, then IPTC, then EXIF, as the
 * Metadata Working Group recommends. Never fails: metadata that cannot be read is metadata that is not there.
 */

import { z } from 'zod';
import { defined } from '../../text/defined.ts';
import type { PhotoMetadata } from '../photo.ts';
import { sourceOfNotes } from '../provenance/generator-notes.ts';
import { parseSourceType, sourceOfCredit } from '../provenance/source-type.ts';
import { decodeText, sound } from './decode-text.ts';
import { decodeWindowsText, exifTexts, exifTextTags, isWindowsTag } from './exif-texts.ts';
import { type MetadataBlocks, packMetadata } from './pack-metadata.ts';
import { plainText } from './plain-text.ts';
import { xmpPackets } from './xmp-packets.ts';
import { type XmpText, type XmpTexts, xmpTexts } from './xmp-texts.ts';

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
  iptc: z
    .object({ Caption: valueSchema, Credit: valueSchema, Byline: valueSchema, CopyrightNotice: valueSchema })
    .optional()
    .catch(undefined),
  exif: z.object({ DateTimeOriginal: valueSchema, CreateDate: valueSchema }).optional().catch(undefined),
});

type Value = readonly string[] | undefined;

const OPTIONS = {
  mergeOutput: false,
  reviveValues: false,
  // Read by our own reader: exifr makes numbers of texts and keeps the marks of CDATA.
  xmp: false,
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
  const { comments = [] } = source;
  if (block === undefined && source.xmp === undefined)
    return defined({ sourceType: sourceOfNotes({ programs: [], comments }) });
  const result = metadataSchema.safeParse(block === undefined ? {} : await parseBlocks(block));
  const texts = exifTexts(source.format === 'tiff' ? bytes : (source.exif ?? Buffer.alloc(0)));
  const exifText = (tag: number): Value => {
    const text = texts.get(tag);
    const decode = isWindowsTag(tag) ? decodeWindowsText : decodeText;
    const decoded = text === undefined ? undefined : decode(text);
    return decoded === undefined ? undefined : [plainText(decoded)];
  };
  const written = new Map(xmpPackets(bytes, source.xmp).flatMap((packet) => [...xmpTexts(packet)]));
  const metadata = photoMetadata(result.data ?? {}, written, exifText);
  if (metadata.sourceType !== undefined) return metadata;
  const programs = [
    ...(exifText(exifTextTags.software) ?? []),
    ...['xmp:CreatorTool', 'tiff:Software']
      .flatMap((name) => written.get(name) ?? [])
      .map(({ text }) => text),
  ];
  const { exif } = source;
  return {
    ...metadata,
    ...defined({ sourceType: sourceOfNotes({ programs, comments, ...defined({ exif }) }) }),
  };
}

async function parseBlocks(block: Buffer): Promise<unknown> {
  const { default: exifr } = await import('exifr');
  return await exifr.parse(block, OPTIONS).catch(() => undefined);
}

function photoMetadata(
  { iptc, exif }: z.infer<typeof metadataSchema>,
  written: XmpTexts,
  exifText: (tag: number) => Value,
): PhotoMetadata {
  const texts = (name: string): Value => inOrder(written.get(name));
  const { imageDescription, artist, copyright: exifCopyright } = exifTextTags;
  const { windowsTitle, windowsSubject, windowsComment, windowsAuthor } = exifTextTags;
  const caption = first(
    texts('dc:description'),
    decodeIptc(iptc?.Caption),
    ...[imageDescription, windowsTitle, windowsSubject, windowsComment].map((tag) =>
      withoutCameraNames(exifText(tag)),
    ),
  );
  const alt = first(texts('Iptc4xmpCore:AltTextAccessibility'));
  const credit = first(texts('photoshop:Credit'), decodeIptc(iptc?.Credit));
  const creator = all(
    texts('dc:creator'),
    decodeIptc(iptc?.Byline),
    exifText(artist),
    authors(exifText(windowsAuthor)),
  );
  const copyright = first(texts('dc:rights'), decodeIptc(iptc?.CopyrightNotice), exifText(exifCopyright));
  const takenAt = civilTime(first(exif?.DateTimeOriginal, texts('photoshop:DateCreated'), exif?.CreateDate));
  const sourceType =
    parseSourceType(first(texts('Iptc4xmpExt:DigitalSourceType')) ?? '') ??
    // What the property was called until 2009.
    parseSourceType(first(texts('Iptc4xmpExt:DigitalSourcefileType')) ?? '') ??
    sourceOfCredit(credit);
  const captions = byLanguage(written.get('dc:description'));
  const alts = byLanguage(written.get('Iptc4xmpCore:AltTextAccessibility'));
  return defined({ caption, alt, captions, alts, credit, creator, copyright, takenAt, sourceType });
}

/** The text of no language first: it is the one for everybody. */
function inOrder(texts: readonly XmpText[] | undefined): Value {
  const isDefault = ({ lang }: XmpText) => lang === 'x-default';
  const sorted = texts?.toSorted((a, b) => Number(isDefault(b)) - Number(isDefault(a)));
  return sorted?.map(({ text }) => text);
}

/** Nothing where there is one text alone. */
function byLanguage(texts: readonly XmpText[] = []): Readonly<Record<string, string>> | undefined {
  if (new Set(texts.map(({ text }) => text)).size < 2) return undefined;
  const named = texts.flatMap(({ lang, text }) =>
    lang === undefined || lang === 'x-default' ? [] : [[lang, text] as const],
  );
  return named.length === 0 ? undefined : Object.fromEntries(named);
}

/** The first text of the first value that has one. */
function first(...values: readonly Value[]): string | undefined {
  for (const value of values) {
    const text = value?.find((candidate) => candidate !== '');
    if (text !== undefined) return text;
  }
  return undefined;
}

/** As `first`, but all texts of that value together: several photographers took one photo. */
function all(...values: readonly Value[]): string | undefined {
  for (const value of values) {
    const texts = value?.filter((candidate) => candidate !== '') ?? [];
    if (texts.length > 0) return [...new Set(texts)].join(', ');
  }
  return undefined;
}

/** exifr takes every byte of IPTC for a Latin-1 letter, whatever it was. */
function decodeIptc(value: Value): Value {
  return value?.flatMap((text) => {
    const isDecoded = /[^\0-\xff]/.test(text);
    const decoded = isDecoded ? sound(text) : decodeText(Buffer.from(text, 'latin1'));
    return decoded === undefined ? [] : [plainText(decoded)];
  });
}

/** Windows puts semicolons between several. */
function authors(value: Value): Value {
  return value?.flatMap((text) => text.split(';').map((name) => name.trim()));
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
