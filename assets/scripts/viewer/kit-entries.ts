/**
 * Single files of a press kit, which is a ZIP whose entries are stored as they are (`src/photos/press-kit`): only the
 * bytes of what is wanted are fetched. Throws where a host sends no parts of files.
 */

/** The directory of a kit and its texts stand in its last bytes. */
const tailBytes = 65_536;
/** A local header has as much as the directory says, and may have more. */
const localHeaderBytes = 30;
const maximumExtraBytes = 64;

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endBytes = 22;
const entryBytes = 46;
const stored = 0;

export interface KitEntry {
  readonly name: string;
  readonly sizeBytes: number;
  readonly offset: number;
}

interface Part {
  readonly bytes: Uint8Array;
  /** Of the whole file. */
  readonly total: number;
}

async function fetchPart(address: string, range: string): Promise<Part> {
  const response = await fetch(address, { headers: { Range: `bytes=${range}` } });
  const total = /\/(\d+)$/u.exec(response.headers.get('Content-Range') ?? '')?.[1];
  if (response.status !== 206 || total === undefined) {
    // All of it would be far more than was asked for.
    await response.body?.cancel();
    throw new Error(`${address} is not sent in parts.`);
  }
  return { bytes: new Uint8Array(await response.arrayBuffer()), total: Number(total) };
}

/** All entries of a kit, by their names. */
export async function kitEntries(address: string): Promise<ReadonlyMap<string, KitEntry>> {
  const tail = await fetchPart(address, `-${tailBytes}`);
  const view = viewOf(tail.bytes);
  let end = tail.bytes.length - endBytes;
  while (end >= 0 && view.getUint32(end, true) !== endSignature) end -= 1;
  if (end < 0) throw new Error(`${address} is no ZIP.`);
  const [length, from] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
  const at = from - (tail.total - tail.bytes.length);
  const directory =
    at >= 0
      ? tail.bytes.subarray(at, at + length)
      : (await fetchPart(address, `${from}-${from + length - 1}`)).bytes;
  return new Map(readDirectory(directory).map((entry) => [entry.name, entry]));
}

function readDirectory(bytes: Uint8Array): readonly KitEntry[] {
  const view = viewOf(bytes);
  const entries: KitEntry[] = [];
  let at = 0;
  while (at + entryBytes <= bytes.length && view.getUint32(at, true) === entrySignature) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) =>
      view.getUint16(at + place, true),
    );
    const nameEnd = at + entryBytes + (nameLength ?? 0);
    if (view.getUint16(at + 10, true) === stored)
      entries.push({
        name: new TextDecoder().decode(bytes.subarray(at + entryBytes, nameEnd)),
        sizeBytes: view.getUint32(at + 24, true),
        offset: view.getUint32(at + 42, true),
      });
    at = nameEnd + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return entries;
}

/** The bytes of one entry. */
export async function kitFile(address: string, entry: KitEntry): Promise<Uint8Array<ArrayBuffer>> {
  const nameBytes = new TextEncoder().encode(entry.name).length;
  const most = localHeaderBytes + nameBytes + maximumExtraBytes + entry.sizeBytes;
  const { bytes } = await fetchPart(address, `${entry.offset}-${entry.offset + most - 1}`);
  const view = viewOf(bytes);
  const from = localHeaderBytes + view.getUint16(26, true) + view.getUint16(28, true);
  const file = bytes.slice(from, from + entry.sizeBytes);
  if (file.length < entry.sizeBytes) throw new Error(`${entry.name} is not whole.`);
  return file;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
