/**
 * Tells a camera's raw file from a TIFF. Both begin alike, and the image library would take the small preview
 * that a raw file opens with for the photo.
 */

const TAG_SUBFILE_TYPE = 254;
const TAG_PHOTOMETRIC = 262;
const TAG_DNG_VERSION = 50_706;

/** Values of the photometric tag for undeveloped pixels: a colour filter array, and linear raw. */
const RAW_PHOTOMETRICS = new Set([32_803, 34_892]);

/** Entries looked at: a directory that has more is not a photo's. */
const MAX_ENTRIES = 512;

/** `bytes` begins as a TIFF. Any other kind of damage is left to the decoder to find. */
export function isCameraRaw(bytes: Buffer): boolean {
  // Canon's CR2 says so itself, behind the TIFF header.
  if (bytes.toString('latin1', 8, 10) === 'CR') return true;
  const littleEndian = bytes[0] === 0x49;
  const uint16 = (at: number): number => (littleEndian ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const uint32 = (at: number): number => (littleEndian ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  if (bytes.length < 10 || uint16(2) !== 42) return false;
  const directory = uint32(4);
  if (directory + 2 > bytes.length) return false;
  const count = Math.min(uint16(directory), MAX_ENTRIES);
  for (let index = 0; index < count; index += 1) {
    const at = directory + 2 + index * 12;
    if (at + 12 > bytes.length) return false;
    const tag = uint16(at);
    if (tag === TAG_DNG_VERSION) return true;
    // A first picture that says it is the small version of another one.
    if (tag === TAG_SUBFILE_TYPE && (uint32(at + 8) & 1) === 1) return true;
    if (tag === TAG_PHOTOMETRIC && RAW_PHOTOMETRICS.has(uint16(at + 8))) return true;
  }
  return false;
}
