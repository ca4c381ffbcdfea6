/**
 * Finds photos whose colour profile holds more colours than sRGB does, as phones and good cameras write them (Display P3,
 * Adobe RGB). Source: ICC.1:2022, 7.2 and 9.2. Pure.
 */

/** Area of sRGB's triangle of primaries in CIE xy, from its ICC profile: what wider ones are compared with. */
const SRGB_AREA = 0.1208;
/** sRGB's own profiles differ by less; Display P3 has 1.36 of its area, Adobe RGB 1.35. */
const WIDER = 1.1;
/** Profiles of monitors and printers hold tables of megabytes: those stay out of pictures that readers load. */
const MAX_PROFILE_BYTES = 4096;

/** The profile of an RGB picture, if its colours are worth keeping as they are. */
export function wideProfile(icc: Buffer | undefined): Buffer | undefined {
  if (icc === undefined || icc.length > MAX_PROFILE_BYTES || icc.toString('latin1', 16, 20) !== 'RGB ')
    return undefined;
  const area = gamutArea(icc);
  return area !== undefined && area > SRGB_AREA * WIDER ? icc : undefined;
}

function gamutArea(icc: Buffer): number | undefined {
  const [red, green, blue] = ['rXYZ', 'gXYZ', 'bXYZ'].map((name) => chromaticity(icc, name));
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  return Math.abs((red.x * (green.y - blue.y) + green.x * (blue.y - red.y) + blue.x * (red.y - green.y)) / 2);
}

interface Chromaticity {
  readonly x: number;
  readonly y: number;
}

/** Of a primary, from its tag of type `XYZ `. */
function chromaticity(icc: Buffer, name: string): Chromaticity | undefined {
  if (icc.length < 132) return undefined;
  const count = icc.readUInt32BE(128);
  for (let at = 132; at + 12 <= icc.length && at < 132 + count * 12; at += 12) {
    if (icc.toString('latin1', at, at + 4) !== name) continue;
    const offset = icc.readUInt32BE(at + 4);
    if (offset + 20 > icc.length) return undefined;
    const [x = 0, y = 0, z = 0] = [8, 12, 16].map((step) => icc.readInt32BE(offset + step));
    const sum = x + y + z;
    return sum === 0 ? undefined : { x: x / sum, y: y / sum };
  }
  return undefined;
}
