/** How much a made picture is like its original at the same size: by its worst tile, and by what people see. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';

export const likenessPackage = { 'libjxl-devtools': '/usr/bin/butteraugli_main' };

/** About as large as a face in a group, at 640 pixels. */
const TILE_PX = 32;

/** sRGB, three bytes a pixel. */
export interface Picture {
  readonly data: Buffer;
  readonly widthPx: number;
  readonly heightPx: number;
}

export async function readPicture(file: string | Buffer, widthPx?: number): Promise<Picture> {
  const opened = widthPx === undefined ? sharp(file) : sharp(file).resize(widthPx);
  const srgb = opened.toColourspace('srgb').flatten({ background: '#ffffff' }).removeAlpha();
  const { data, info } = await srgb.raw().toBuffer({ resolveWithObject: true });
  return { data, widthPx: info.width, heightPx: info.height };
}

interface Tile {
  readonly left: number;
  readonly top: number;
  /** Root of the mean square, of 255. */
  readonly error: number;
}

export interface TileErrors {
  readonly worst: Tile;
  readonly mean: number;
}

export function tileErrors(original: Picture, made: Picture): TileErrors {
  if (original.data.length !== made.data.length)
    throw new RangeError('Only pictures of one size can be compared.');
  const { widthPx, heightPx } = original;
  let worst: Tile = { left: 0, top: 0, error: -1 };
  let sum = 0;
  let count = 0;
  for (let top = 0; top + TILE_PX <= heightPx; top += TILE_PX / 2)
    for (let left = 0; left + TILE_PX <= widthPx; left += TILE_PX / 2) {
      const error = errorOfTile(original, made, left, top);
      if (error > worst.error) worst = { left, top, error };
      sum += error;
      count += 1;
    }
  return { worst, mean: sum / count };
}

function errorOfTile(original: Picture, made: Picture, left: number, top: number): number {
  let squares = 0;
  for (let y = top; y < top + TILE_PX; y += 1) {
    const start = (y * original.widthPx + left) * 3;
    for (let at = start; at < start + TILE_PX * 3; at += 1)
      squares += ((original.data[at] ?? 0) - (made.data[at] ?? 0)) ** 2;
  }
  return Math.sqrt(squares / (TILE_PX * TILE_PX * 3));
}

export interface SeenErrors {
  /** The largest difference, where 1 is just seen. */
  readonly butteraugli: number;
  /** 0 is the same. */
  readonly ssimulacra: number;
}

/** By Debian's butteraugli_main and ssimulacra_main. */
export async function seenErrors(original: Picture, made: Picture): Promise<SeenErrors> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'news-likeness-'));
  try {
    const files = await Promise.all(
      [original, made].map(async ({ data, widthPx, heightPx }, at) => {
        const file = path.join(folder, `${at}.png`);
        await sharp(data, { raw: { width: widthPx, height: heightPx, channels: 3 } })
          .png({ compressionLevel: 1 })
          .toFile(file);
        return file;
      }),
    );
    const number = (program: string) =>
      Number.parseFloat(
        execFileSync(program, files, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
      );
    return { butteraugli: number('butteraugli_main'), ssimulacra: number('ssimulacra_main') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
