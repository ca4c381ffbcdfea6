/** The site's icons, all made from one drawing: for tabs as it is, for home screens as PNG. */

import sharp, { type Sharp } from 'sharp';
import { digestOf } from '../../cache/digest.ts';
import type { PngIcon } from '../../site/assets.ts';
import { sha256Of } from '../../text/sha256.ts';
import { type Keep, makeAnew } from './generator-store.ts';

export interface Icons {
  /** `favicon.ico`: what browsers and feed readers ask a site for where no page names an icon. */
  readonly ico: Uint8Array;
  readonly pngs: readonly (Omit<PngIcon, 'url'> & { readonly bytes: Uint8Array })[];
}

export interface IconDrawing {
  /** SVG or PNG. */
  readonly bytes: Uint8Array;
  /** As the drawing itself says it. */
  readonly widthPx: number;
  /** What lies behind it where a system cuts its own shape: `#rrggbb`. */
  readonly ground: string;
  /** Whether its own ground reaches the edges; otherwise it stands smaller on the ground. */
  readonly hasGround: boolean;
}

/** `maskable`: systems cut their own shape out of it, so its ground has to reach the edges. */
const wanted = [
  { name: 'touch-icon', sizePx: 180, isMaskable: true },
  { name: 'icon-192', sizePx: 192, isMaskable: false },
  { name: 'icon-512', sizePx: 512, isMaskable: false },
  { name: 'icon-maskable', sizePx: 512, isMaskable: true },
  // Of podcasts: their programs want it as large as this, without anything to see through.
  { name: 'cover', sizePx: 1400, isMaskable: true },
];

const icoSizesPx = [16, 32, 48];

/** What no system's shape cuts off, as a part of the side. */
const safeZone = 0.7;

export async function drawIcons(drawing: IconDrawing, keep: Keep = makeAnew): Promise<Icons> {
  const { bytes: drawn, widthPx, ground, hasGround } = drawing;
  const look = digestOf([sha256Of(drawn, 'base64url'), widthPx, ground, hasGround]);
  const pngs = await Promise.all(
    wanted.map(async ({ name, sizePx, isMaskable }) => {
      const innerPx = isMaskable && !hasGround ? Math.round(sizePx * safeZone) : sizePx;
      const before = Math.floor((sizePx - innerPx) / 2);
      const after = sizePx - innerPx - before;
      const margins = { top: before, left: before, bottom: after, right: after };
      const square = drawSquare(drawing, innerPx);
      const picture = isMaskable
        ? square.extend({ ...margins, background: ground }).flatten({ background: ground })
        : square;
      return {
        name,
        sizePx,
        isMaskable,
        bytes: await keep(`icon ${name} ${look}`, () => toPng(picture, name !== 'cover')),
      };
    }),
  );
  const small = await Promise.all(
    icoSizesPx.map((sizePx) =>
      keep(`icon ${sizePx} ${look}`, () => toPng(drawSquare(drawing, sizePx), true)),
    ),
  );
  return { ico: packIco(small), pngs };
}

/** Drawings are scaled before they become pixels. */
function drawSquare({ bytes, widthPx }: IconDrawing, sizePx: number): Sharp {
  const density = Math.min(2400, Math.max(1, (72 * sizePx) / widthPx));
  return sharp(bytes, { density }).resize(sizePx, sizePx, {
    fit: 'contain',
    background: { r: 0, g: 0, b: 0, alpha: 0 },
  });
}

/** @param palette programs of podcasts want true colours */
function toPng(picture: Sharp, palette: boolean): Promise<Buffer> {
  return picture.png({ palette, compressionLevel: 9 }).toBuffer();
}

/** An ICO file of PNG pictures: a header of 6 bytes, 16 bytes for each picture, then the pictures. */
function packIco(pngs: readonly Uint8Array[]): Buffer {
  const header = Buffer.alloc(6 + 16 * pngs.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pngs.length, 4);
  let offset = header.length;
  for (const [index, png] of pngs.entries()) {
    const at = 6 + 16 * index;
    const sizePx = icoSizesPx[index] ?? 0;
    header.writeUInt8(sizePx, at);
    header.writeUInt8(sizePx, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...pngs]);
}
