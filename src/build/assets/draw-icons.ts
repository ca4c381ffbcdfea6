/** The site's icons, all made from one drawing: for tabs as it is, for home screens as PNG. */

import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { PngIcon } from '../../site/assets.ts';

export interface Icons {
  readonly svg: Uint8Array;
  /** `favicon.ico`: what browsers and feed readers ask a site for where no page names an icon. */
  readonly ico: Uint8Array;
  readonly pngs: readonly (Omit<PngIcon, 'url'> & { readonly bytes: Uint8Array })[];
}

/** `maskable`: systems cut their own shape out of it, so its ground has to reach the edges. */
const wanted = [
  { name: 'touch-icon', sizePx: 180, isMaskable: true },
  { name: 'icon-192', sizePx: 192, isMaskable: false },
  { name: 'icon-512', sizePx: 512, isMaskable: false },
  { name: 'icon-maskable', sizePx: 512, isMaskable: true },
];

const icoSizesPx = [16, 32, 48];

/** @param file a square SVG whose ground reaches the middle of its upper edge */
export async function drawIcons(file: string): Promise<Icons> {
  const svg = await readFile(file);
  const pngs = await Promise.all(
    wanted.map(async ({ name, sizePx, isMaskable }) => {
      const drawing = sharp(svg, { density: (72 * sizePx) / 32 }).resize(sizePx, sizePx);
      const picture = isMaskable ? drawing.flatten({ background: await ground(svg) }) : drawing;
      const bytes = await picture.png({ palette: true, compressionLevel: 9 }).toBuffer();
      return { name, sizePx, isMaskable, bytes };
    }),
  );
  const small = await Promise.all(
    icoSizesPx.map((sizePx) =>
      sharp(svg, { density: (72 * sizePx) / 32 })
        .resize(sizePx, sizePx)
        .png({ palette: true, compressionLevel: 9 })
        .toBuffer(),
    ),
  );
  return { svg, ico: packIco(small), pngs };
}

/** An ICO file of PNG pictures: a header of 6 bytes, 16 bytes for each picture, then the pictures. */
function packIco(pngs: readonly Buffer[]): Buffer {
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

async function ground(svg: Uint8Array): Promise<{ r: number; g: number; b: number }> {
  const sizePx = 64;
  const pixels = await sharp(svg)
    .resize(sizePx, sizePx)
    .removeAlpha()
    .extract({ left: sizePx / 2, top: 1, width: 1, height: 1 })
    .raw()
    .toBuffer();
  const [r = 0, g = 0, b = 0] = pixels;
  return { r, g, b };
}
