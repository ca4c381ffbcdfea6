/**
 * Where a zoomed photo lies: arithmetic alone. Lengths are CSS pixels; points are measured from the middle of the area
 * that the photo is shown in.
 */

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The photo's middle is moved by x and y, and it is scaled about its middle. */
export interface Transform extends Point {
  readonly scale: number;
}

export const whole: Transform = { scale: 1, x: 0, y: 0 };

/** Beyond this even the largest rendition shows nothing new. */
const maximumScale = 5;

/** The largest size in which the whole photo is seen; never larger than it is. */
export function fitInto(photo: Size, area: Size): Size {
  const scale = Math.min(1, area.width / photo.width, area.height / photo.height);
  return { width: photo.width * scale, height: photo.height * scale };
}

/** Scales and moves a photo so that what lay under `from` lies under `to`: one finger pans, two pinch. */
export function carry(start: Transform, from: Point, to: Point, ratio: number): Transform {
  const scale = clamp(start.scale * ratio, 1, maximumScale);
  const applied = scale / start.scale;
  return { scale, x: to.x - (from.x - start.x) * applied, y: to.y - (from.y - start.y) * applied };
}

/** Keeps the photo over the area: it is never pushed off an edge, and is centered where it is smaller. */
export function contain(transform: Transform, photo: Size, area: Size): Transform {
  const roomX = Math.max(0, (photo.width * transform.scale - area.width) / 2);
  const roomY = Math.max(0, (photo.height * transform.scale - area.height) / 2);
  return {
    scale: transform.scale,
    x: clamp(transform.x, -roomX, roomX),
    y: clamp(transform.y, -roomY, roomY),
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
