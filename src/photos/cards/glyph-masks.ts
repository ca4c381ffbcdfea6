/**
 * The shapes of glyphs in pixels, drawn by the image library and kept: headlines of one language share their letters.
 * Glyphs are moved to halves of a pixel, so that there are few shapes of each: in letters as large as those of headlines
 * nobody sees a quarter of a pixel.
 */

import { openDrawing, toPixels } from '../sharp.ts';
import { type Mask, packCoverage, type Stamp } from './indexed-canvas.ts';
import type { OpenFont } from './open-font.ts';
import type { PlacedGlyph } from './set-text.ts';

/** The library draws at most 32,767 rows, and few glyphs are higher than two lines. */
const MAX_DRAWN_TOGETHER = 100;

/** About twelve thousand Chinese characters in the largest size. */
const MAX_KEPT_BYTES = 64 * 1024 * 1024;

/** A glyph and how far it stands right of its pair of pixels (0 to 3) and below its pixel (0 or 1), in halves of a pixel. */
interface Shape {
  readonly glyph: PlacedGlyph;
  readonly halvesX: number;
  readonly halvesY: number;
}

/** Room for a shape, from the pair of pixels in which the glyph's baseline begins. */
interface Box {
  readonly leftPairs: number;
  readonly topPx: number;
  readonly widthPairs: number;
  readonly heightPx: number;
}

type GlyphMask = Box & Mask;

/** A shape in a picture of many below each other. */
interface Cell {
  readonly shape: Shape;
  readonly box: Box;
  readonly row: number;
}

export class GlyphMasks {
  readonly #fonts = new Map<OpenFont, number>();
  readonly #kept = new Map<string, GlyphMask>();
  #keptBytes = 0;
  #turn: Promise<unknown> = Promise.resolve();

  /** Callers take turns: cards that are made at the same time need the same letters. */
  stampsOf(glyphs: readonly PlacedGlyph[]): Promise<readonly Stamp[]> {
    const stamps = this.#turn.then(() => this.#findOrDraw(glyphs));
    this.#turn = stamps.catch(() => undefined);
    return stamps;
  }

  async #findOrDraw(glyphs: readonly PlacedGlyph[]): Promise<readonly Stamp[]> {
    if (this.#keptBytes > MAX_KEPT_BYTES) {
      this.#kept.clear();
      this.#keptBytes = 0;
    }
    const missing = new Map<string, Shape>();
    const keys = glyphs.map((glyph) => {
      const [halvesX, halvesY] = [Math.round(glyph.x * 2) & 3, Math.round(glyph.y * 2) & 1];
      const key = `${this.#numberOf(glyph.font)} ${glyph.id} ${glyph.sizePx} ${halvesX}${halvesY}`;
      if (!this.#kept.has(key)) missing.set(key, { glyph, halvesX, halvesY });
      return key;
    });
    await this.#draw([...missing]);
    return glyphs.flatMap(({ x, y }, index) => {
      const mask = this.#kept.get(keys[index] ?? '');
      if (mask === undefined) return [];
      const [leftPairs, topPx] = [Math.round(x * 2) >> 2, Math.round(y * 2) >> 1];
      return [{ mask, leftPairs: leftPairs + mask.leftPairs, topPx: topPx + mask.topPx }];
    });
  }

  async #draw(shapes: readonly (readonly [key: string, shape: Shape])[]): Promise<void> {
    for (let first = 0; first < shapes.length; first += MAX_DRAWN_TOGETHER) {
      const together = shapes.slice(first, first + MAX_DRAWN_TOGETHER);
      const masks = await drawMasks(together.map(([, shape]) => shape));
      for (const [index, mask] of masks.entries()) {
        this.#kept.set(together[index]?.[0] ?? '', mask);
        this.#keptBytes += mask.pairs.byteLength;
      }
    }
  }

  #numberOf(font: OpenFont): number {
    const number = this.#fonts.get(font) ?? this.#fonts.size;
    this.#fonts.set(font, number);
    return number;
  }
}

/** Draws shapes below each other in one picture: to call the library costs as much as to draw a few. */
async function drawMasks(shapes: readonly Shape[]): Promise<readonly GlyphMask[]> {
  let heightPx = 0;
  const cells = shapes.map((shape) => {
    const [box, row] = [boxOf(shape.glyph), heightPx];
    heightPx += box.heightPx;
    return { shape, box, row };
  });
  const widthPairs = Math.max(...cells.map(({ box }) => box.widthPairs));
  const paths = cells.map(pathOf).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${2 * widthPairs}" height="${heightPx}">${paths}</svg>`;
  const { data } = await toPixels(openDrawing(svg).extractChannel('alpha'));
  const pairs = packCoverage(data);
  return cells.map(({ box, row }) => {
    const own = new Uint8Array(box.widthPairs * box.heightPx);
    for (let y = 0; y < box.heightPx; y += 1) {
      const first = (row + y) * widthPairs;
      own.set(pairs.subarray(first, first + box.widthPairs), y * box.widthPairs);
    }
    return { ...box, pairs: own };
  });
}

function pathOf({ shape, box, row }: Cell): string {
  const { font, id, sizePx } = shape.glyph;
  const [x, y] = [shape.halvesX / 2 - 2 * box.leftPairs, shape.halvesY / 2 - box.topPx + row];
  const scale = sizePx / font.unitsPerEm;
  return `<path transform="translate(${x} ${y}) scale(${scale} ${-scale})" d="${font.outlineOf(id)}"/>`;
}

/** Around all points of the outline, wherever it is moved: curves lie within theirs. */
function boxOf({ font, id, sizePx }: PlacedGlyph): Box {
  const [xs, ys]: [number[], number[]] = [[], []];
  for (const [index, [number]] of [...font.outlineOf(id).matchAll(/-?\d+(?:\.\d+)?/gu)].entries())
    (index % 2 === 0 ? xs : ys).push((Number(number) * sizePx) / font.unitsPerEm);
  const [leftPairs, topPx] = [Math.floor(Math.min(...xs) / 2), Math.floor(-Math.max(...ys))];
  const [endPairs, endPx] = [Math.ceil((Math.max(...xs) + 2) / 2), Math.ceil(1 - Math.min(...ys))];
  return { leftPairs, topPx, widthPairs: endPairs - leftPairs, heightPx: endPx - topPx };
}
