/** The point of a photo that a crop must keep: from the left and from the top, 0 to 1. Pure. */

import { isPlainList, type PlainData } from '../../../src/editor/plain-data.ts';

export type FocusPoint = readonly [x: number, y: number];

const step = 0.05;
const moves: Readonly<Record<string, FocusPoint>> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
};

/** As front matter holds it. */
export function focusPointOf(value: PlainData | undefined): FocusPoint | undefined {
  if (!isPlainList(value)) return undefined;
  const [x, y] = value;
  return typeof x === 'number' && typeof y === 'number' ? [x, y] : undefined;
}

/** @returns undefined for a key that moves nothing */
export function movedByKey(point: FocusPoint | undefined, key: string): FocusPoint | undefined {
  const move = Object.hasOwn(moves, key) ? moves[key] : undefined;
  if (move === undefined) return undefined;
  const [x, y] = point ?? [0.5, 0.5];
  return focusPoint(x + move[0], y + move[1]);
}

/** Inside the photo, in hundredths. */
export function focusPoint(x: number, y: number): FocusPoint {
  const part = (value: number): number => Math.round(Math.min(Math.max(value, 0), 1) * 100) / 100;
  return [part(x), part(y)];
}

/** "30 %, 20 %". */
export function focusWords([x, y]: FocusPoint): string {
  return [x, y].map((part) => `${Math.round(part * 100)} %`).join(', ');
}
