/**
 * Takes everything out of a JPEG that is not needed to show it, without touching its pixels: EXIF with positions, serial
 * numbers and thumbnails, maker notes, comments, and whatever phones append behind the picture's end. Pure.
 * Source: ITU T.81 annex B; JFIF 1.02; Adobe technical note 5116; ICC.1 annex B.4.
 */

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;

/** Colour and shape; everything else among the application segments is about the camera or its owner. */
const KEPT_APPLICATIONS: Readonly<Record<number, string>> = {
  224: 'JFIF\0',
  226: 'ICC_PROFILE\0',
  238: 'Adobe',
};

/** Bytes of a JFIF segment in front of its thumbnail, whose size stands in the last two of them. */
const JFIF_BYTES = 14;

/**
 * `inserted` are whole segments that take the place of those removed. Nothing comes back when the bytes are no complete
 * JPEG: what cannot be read to its end cannot be said to be clean.
 */
export function cleanJpeg(bytes: Buffer, inserted: readonly Buffer[]): Buffer | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return undefined;
  const jfif: Buffer[] = [];
  const rest: Buffer[] = [];
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1];
    if (marker === undefined) return undefined;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length) return undefined;
    const segment = bytes.subarray(at, end);
    if (marker === 0xe0 && isKept(marker, segment)) jfif.push(withoutThumbnail(segment));
    else if (isKept(marker, segment)) rest.push(segment);
    at = end;
    if (marker !== SOS) continue;
    const scanEnd = endOfScan(bytes, at);
    if (scanEnd === undefined) return undefined;
    rest.push(bytes.subarray(at, scanEnd));
    at = scanEnd;
    if (bytes[at + 1] === EOI) {
      // JFIF asks to come first.
      return Buffer.concat([
        Buffer.from([0xff, SOI]),
        ...jfif,
        ...inserted,
        ...rest,
        Buffer.from([0xff, EOI]),
      ]);
    }
  }
  return undefined;
}

/** A whole application segment. Throws when it is longer than a segment can be. */
export function jpegSegment(marker: number, content: Buffer): Buffer {
  if (content.length > 0xffff - 2)
    throw new RangeError(`A segment of ${content.length} bytes is too long for JPEG.`);
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

function isKept(marker: number, segment: Buffer): boolean {
  const isApplication = marker >= 0xe0 && marker <= 0xef;
  if (!isApplication) return marker !== 0xfe;
  const name = KEPT_APPLICATIONS[marker];
  return name !== undefined && segment.toString('latin1', 4, 4 + name.length) === name;
}

function withoutThumbnail(segment: Buffer): Buffer {
  const content = Buffer.from(segment.subarray(4, 4 + JFIF_BYTES));
  content.fill(0, 12);
  return jpegSegment(0xe0, content);
}

/** Where the compressed pixels end: at the first marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, start: number): number | undefined {
  for (let at = bytes.indexOf(0xff, start); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) return undefined;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return undefined;
}
