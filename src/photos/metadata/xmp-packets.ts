/**
 * The XMP of a file as text: the packet itself, in whichever Unicode it is, and what a JPEG has no room for in one segment
 * (XMP specification, part 3, section 1.1.3.1). Never throws, whatever the bytes are.
 */

const extensionHeader = Buffer.from('http://ns.adobe.com/xmp/extension/\0', 'latin1');
/** The digest of all, how long it is, and where this part begins. */
const guidLength = 32;
const partHead = extensionHeader.length + guidLength + 8;
/** What is larger holds no description: depth and thumbnails. */
const maximumLength = 2_000_000;

/**
 * What is said in several holds as the last says it: the main packet.
 * @param file the whole file
 * @param packet its XMP, as the image library found it
 */
export function xmpPackets(file: Buffer, packet: Buffer | undefined): readonly string[] {
  if (packet === undefined) return [];
  const main = decodePacket(packet);
  const [, guid] = /HasExtendedXMP\s*(?:=\s*["']|>\s*)([\dA-F]{32})/iu.exec(main) ?? [];
  const extension = guid === undefined ? undefined : extensionOf(file, guid);
  return extension === undefined ? [main] : [extension, main];
}

/** In UTF-16 the first sign, a mark of the order or an angle bracket, tells which. */
function decodePacket(packet: Buffer): string {
  const [first = 0, second = 0] = packet;
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  const isLittle = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  return new TextDecoder(isBig ? 'utf-16be' : isLittle ? 'utf-16le' : 'utf-8').decode(packet);
}

/** Undefined where a part of it is missing. */
function extensionOf(file: Buffer, guid: string): string | undefined {
  let whole: Buffer | undefined;
  let found = 0;
  for (let at = 2; at + 4 <= file.length && file[at] === 0xff && file[at + 1] !== 0xda; ) {
    const end = at + 2 + file.readUInt16BE(at + 2);
    const segment = file.subarray(at + 4, end);
    at = end;
    if (segment.length < partHead || !segment.subarray(0, extensionHeader.length).equals(extensionHeader))
      continue;
    const lengths = extensionHeader.length + guidLength;
    if (segment.toString('latin1', extensionHeader.length, lengths).toUpperCase() !== guid.toUpperCase())
      continue;
    const length = segment.readUInt32BE(lengths);
    const start = segment.readUInt32BE(lengths + 4);
    if (length > maximumLength) return undefined;
    whole ??= Buffer.alloc(length);
    found += segment.copy(whole, Math.min(start, whole.length), partHead);
  }
  return whole !== undefined && found === whole.length ? whole.toString('utf8') : undefined;
}
