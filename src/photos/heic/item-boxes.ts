/**
 * Reads the boxes of a HEIF file that describe its main picture: size, colour profile, EXIF and XMP. The pixels are left
 * to the decoder. Source: ISO/IEC 14496-12 and 23008-12. Pure; damaged boxes are boxes that are not there.
 */

export interface HeifDescription {
  /** As stored, before the file's own turn; undefined when the file does not say. */
  readonly widthPx?: number;
  readonly heightPx?: number;
  /** The ICC profile of the main picture. */
  readonly icc?: Buffer;
  /** CICP colour primaries where there is no ICC profile: 1 is sRGB, 9 BT.2020, 12 Display P3. */
  readonly primaries?: number;
  /** EXIF without its offset field, as other formats hold it. */
  readonly exif?: Buffer;
  readonly xmp?: Buffer;
}

/** Items and properties looked at: a phone's photo has about 60, of which most are tiles. */
const MAX_ENTRIES = 4096;

export function describeHeif(bytes: Buffer): HeifDescription {
  try {
    return readDescription(bytes);
  } catch (error) {
    // Reading behind the end of a box that was cut.
    if (error instanceof RangeError) return {};
    throw error;
  }
}

interface Box {
  readonly type: string;
  readonly content: Buffer;
}

function readDescription(bytes: Buffer): HeifDescription {
  const meta = find(boxesOf(bytes), 'meta');
  if (meta === undefined) return {};
  const boxes = boxesOf(meta.subarray(4));
  const primary = primaryItem(find(boxes, 'pitm'));
  const items = itemTypes(find(boxes, 'iinf'));
  const places = itemPlaces(find(boxes, 'iloc'));
  const contentOf = (id: number | undefined) => {
    const place = id === undefined ? undefined : places.get(id);
    if (place === undefined) return undefined;
    const source = place.isInIdat ? find(boxes, 'idat') : bytes;
    return source === undefined
      ? undefined
      : Buffer.concat(place.extents.map(([at, length]) => source.subarray(at, at + length)));
  };
  const idOf = (type: string) => [...items].find(([, known]) => known === type)?.[0];
  const exif = contentOf(idOf('Exif'));
  const xmp = contentOf(idOf('mime application/rdf+xml'));
  return {
    ...(primary === undefined ? {} : propertiesOf(find(boxes, 'iprp'), primary)),
    ...(exif === undefined || exif.length < 8 ? {} : { exif: exif.subarray(4 + exif.readUInt32BE(0)) }),
    ...(xmp === undefined || xmp.length === 0 ? {} : { xmp }),
  };
}

function boxesOf(bytes: Buffer): readonly Box[] {
  const boxes: Box[] = [];
  for (let at = 0; at + 8 <= bytes.length && boxes.length < MAX_ENTRIES; ) {
    const short = bytes.readUInt32BE(at);
    const head = short === 1 ? 16 : 8;
    const length =
      short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? bytes.length - at : short;
    if (length < head) break;
    boxes.push({
      type: bytes.toString('latin1', at + 4, at + 8),
      content: bytes.subarray(at + head, at + length),
    });
    at += length;
  }
  return boxes;
}

function find(boxes: readonly Box[], type: string): Buffer | undefined {
  return boxes.find((box) => box.type === type)?.content;
}

function primaryItem(pitm: Buffer | undefined): number | undefined {
  if (pitm === undefined) return undefined;
  return pitm[0] === 0 ? pitm.readUInt16BE(4) : pitm.readUInt32BE(4);
}

/** Types of all items by number; those of type `mime` with their media type. */
function itemTypes(iinf: Buffer | undefined): ReadonlyMap<number, string> {
  if (iinf === undefined) return new Map();
  const entries = boxesOf(iinf.subarray(iinf[0] === 0 ? 6 : 8)).filter(({ type }) => type === 'infe');
  return new Map(
    entries.map(({ content }): [number, string] => {
      const isWide = content[0] === 3;
      const id = isWide ? content.readUInt32BE(4) : content.readUInt16BE(4);
      const at = isWide ? 10 : 8;
      const type = content.toString('latin1', at, at + 4);
      const [, mediaType = ''] = content.toString('latin1', at + 4).split('\0');
      return [id, type === 'mime' ? `mime ${mediaType}` : type];
    }),
  );
}

interface ItemPlace {
  /** Counted from the item data box, not from the beginning of the file. */
  readonly isInIdat: boolean;
  readonly extents: readonly (readonly [at: number, length: number])[];
}

function itemPlaces(iloc: Buffer | undefined): ReadonlyMap<number, ItemPlace> {
  const places = new Map<number, ItemPlace>();
  if (iloc === undefined) return places;
  const version = iloc.readUInt8(0);
  const sizes = iloc.readUInt16BE(4);
  const [offsetBytes, lengthBytes, baseBytes] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexBytes = version === 0 ? 0 : sizes & 15;
  let at = 6;
  const next = (byteCount: number): number => {
    if (byteCount === 0) return 0;
    const value = byteCount === 8 ? Number(iloc.readBigUInt64BE(at)) : iloc.readUIntBE(at, byteCount);
    at += byteCount;
    return value;
  };
  const count = Math.min(next(version < 2 ? 2 : 4), MAX_ENTRIES);
  for (let item = 0; item < count; item += 1) {
    const id = next(version < 2 ? 2 : 4);
    const method = version === 0 ? 0 : next(2) & 15;
    next(2);
    const base = next(baseBytes);
    const extentCount = Math.min(next(2), MAX_ENTRIES);
    const extents = Array.from({ length: extentCount }, () => {
      next(indexBytes);
      return [base + next(offsetBytes), next(lengthBytes)] as const;
    });
    if (method < 2) places.set(id, { isInIdat: method === 1, extents });
  }
  return places;
}

type Properties = Pick<HeifDescription, 'widthPx' | 'heightPx' | 'icc' | 'primaries'>;

function propertiesOf(iprp: Buffer | undefined, item: number): Properties {
  if (iprp === undefined) return {};
  const boxes = boxesOf(iprp);
  const properties = boxesOf(find(boxes, 'ipco') ?? Buffer.alloc(0));
  const own = associations(find(boxes, 'ipma'), item).flatMap((index) => properties[index - 1] ?? []);
  const size = find(own, 'ispe');
  const colours = own.filter(({ type }) => type === 'colr').map(({ content }) => content);
  const kindOf = (colour: Buffer) => colour.toString('latin1', 0, 4);
  const icc = colours.find((colour) => ['prof', 'rICC'].includes(kindOf(colour)))?.subarray(4);
  const nclx = colours.find((colour) => kindOf(colour) === 'nclx');
  return {
    ...(size === undefined ? {} : { widthPx: size.readUInt32BE(4), heightPx: size.readUInt32BE(8) }),
    ...(icc === undefined ? {} : { icc }),
    ...(nclx === undefined ? {} : { primaries: nclx.readUInt16BE(4) }),
  };
}

/** The numbers of an item's properties, counted from 1. */
function associations(ipma: Buffer | undefined, item: number): readonly number[] {
  if (ipma === undefined) return [];
  const [version, isWide] = [ipma.readUInt8(0), (ipma.readUInt8(3) & 1) === 1];
  let at = 8;
  for (let count = Math.min(ipma.readUInt32BE(4), MAX_ENTRIES); count > 0; count -= 1) {
    const id = version < 1 ? ipma.readUInt16BE(at) : ipma.readUInt32BE(at);
    at += version < 1 ? 2 : 4;
    const own = ipma.readUInt8(at);
    at += 1;
    const step = isWide ? 2 : 1;
    if (id === item) {
      return Array.from({ length: own }, (_, index) =>
        isWide ? ipma.readUInt16BE(at + index * 2) & 0x7fff : ipma.readUInt8(at + index) & 0x7f,
      );
    }
    at += own * step;
  }
  return [];
}
