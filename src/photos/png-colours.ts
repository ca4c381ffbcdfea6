/**
 * Gives PNGs that tell their colours by a gamma (`gAMA`) and primaries (`cHRM`) the ICC profile that says the same: the
 * image library reads profiles alone, browsers read both. Source: PNG, third edition, 4.3 and 11.3.2. Pure.
 */

import { deflateSync } from 'node:zlib';
import { type Chromaticity, type Colours, greyIccProfile, iccProfile, srgbColours } from './icc-profile.ts';
import { headChunks, type PngChunk, pngChunk } from './png-chunks.ts';

/** Any of these says more, and wins. */
const STRONGER = new Set(['iCCP', 'sRGB', 'cICP']);

/** sRGB's own curve is nearest to this. */
const SRGB_GAMMA = 2.2;
/** Programs write sRGB in several roundings. */
const NEAR_GAMMA = 0.03;
const NEAR_PLACE = 0.003;

/** The same bytes where there is nothing to say. */
export function withPngColours(bytes: Buffer): Buffer {
  const chunks = headChunks(bytes);
  const [header] = chunks;
  if (header === undefined || chunks.some(({ type }) => STRONGER.has(type))) return bytes;
  const colours = coloursOf(chunks);
  if (colours === undefined) return bytes;
  const isGrey = ((header.content[9] ?? 0) & 2) === 0;
  const icc = isGrey ? greyIccProfile(colours.gamma) : iccProfile(colours);
  if (icc === undefined) return bytes;
  const end = header.at + 12 + header.content.length;
  const name = Buffer.from('photo\0\0', 'latin1');
  const profile = pngChunk('iCCP', Buffer.concat([name, deflateSync(icc)]));
  return Buffer.concat([bytes.subarray(0, end), profile, bytes.subarray(end)]);
}

/** Undefined where they are sRGB's, or where they cannot be. */
function coloursOf(chunks: readonly PngChunk[]): Colours | undefined {
  const gamma = gammaOf(chunks.find(({ type }) => type === 'gAMA')?.content);
  // As browsers have it: primaries without a gamma say nothing.
  if (gamma === undefined) return undefined;
  const places = primariesOf(chunks.find(({ type }) => type === 'cHRM')?.content);
  const isSrgb =
    Math.abs(gamma - SRGB_GAMMA) < NEAR_GAMMA && (places === undefined || isNear(places, srgbColours));
  return isSrgb ? undefined : { gamma, ...(places ?? srgbColours) };
}

function gammaOf(content: Buffer | undefined): number | undefined {
  const value = content?.length === 4 ? content.readUInt32BE(0) : 0;
  const gamma = 100_000 / value;
  // What a profile can hold, and any camera or program means.
  return gamma > 0.1 && gamma < 20 ? gamma : undefined;
}

function primariesOf(content: Buffer | undefined): Omit<Colours, 'gamma'> | undefined {
  if (content?.length !== 32) return undefined;
  const place = (index: number): Chromaticity => ({
    x: content.readUInt32BE(index * 8) / 100_000,
    y: content.readUInt32BE(index * 8 + 4) / 100_000,
  });
  const places = { white: place(0), red: place(1), green: place(2), blue: place(3) };
  return Object.values(places).every(({ x, y }) => y > 0 && x + y <= 1) ? places : undefined;
}

function isNear(one: Omit<Colours, 'gamma'>, other: Omit<Colours, 'gamma'>): boolean {
  const near = (a: Chromaticity, b: Chromaticity) =>
    Math.abs(a.x - b.x) < NEAR_PLACE && Math.abs(a.y - b.y) < NEAR_PLACE;
  return (
    near(one.white, other.white) &&
    near(one.red, other.red) &&
    near(one.green, other.green) &&
    near(one.blue, other.blue)
  );
}
