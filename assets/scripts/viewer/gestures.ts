/**
 * Fingers and mouse on the photos, as what they mean: drag, pinch, tap, double tap. Knows nothing of photos. Points are
 * measured from the middle of the element.
 */

import type { Point } from './geometry.ts';

export interface Gestures {
  /** Whether one finger pans instead of dragging. */
  readonly isZoomed: () => boolean;
  /** One finger, not zoomed: sideways or down. */
  readonly drag: (axis: Axis, distancePx: number) => void;
  /** The end of a drag; it counts when it was long or fast enough. */
  readonly drop: (axis: Axis, distancePx: number, counts: boolean) => void;
  /** A pan or pinch begins, or the number of fingers changes. */
  readonly grip: () => void;
  /** Since the last grip, what lay under `from` has been moved under `to`, `ratio` times as large. */
  readonly carry: (from: Point, to: Point, ratio: number) => void;
  readonly release: () => void;
  readonly tap: (point: Point, event: PointerEvent) => void;
  readonly doubleTap: (point: Point) => void;
}

type Axis = 'x' | 'y';

/** A finger is never quite still. */
const slackPx = 8;
const doubleTapMs = 320;
/** Of the element's side. */
const longDrag = 0.2;
const fastDragPxPerMs = 0.35;

export function listenToGestures(element: HTMLElement, gestures: Gestures): void {
  const fingers = new Map<number, Point>();
  let gripped: { readonly middle: Point; readonly spreadPx: number } | undefined;
  let began = { x: 0, y: 0, timeMs: 0 };
  let axis: Axis | undefined;
  let isTap = false;
  let lastTap = { x: 0, y: 0, timeMs: Number.NEGATIVE_INFINITY };

  const pointOf = (event: PointerEvent): Point => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left - box.width / 2, y: event.clientY - box.top - box.height / 2 };
  };
  const grip = () => {
    gripped = fingers.size === 0 ? undefined : measure([...fingers.values()]);
    gestures.grip();
  };
  const distance = (point: Point) => (axis === 'y' ? point.y - began.y : point.x - began.x);

  element.addEventListener('pointerdown', (event) => {
    // The text of a caption can be marked with the mouse, and its links followed.
    const isInCaption = event.target instanceof Element && event.target.closest('figcaption') !== null;
    if (event.button !== 0 || (isInCaption && event.pointerType === 'mouse')) return;
    const point = pointOf(event);
    if (fingers.size === 0) {
      began = { ...point, timeMs: event.timeStamp };
      isTap = !isInCaption;
    } else {
      isTap = false;
      if (axis !== undefined) gestures.drop(axis, 0, false);
      axis = undefined;
    }
    fingers.set(event.pointerId, point);
    grip();
  });

  element.addEventListener('pointermove', (event) => {
    if (!fingers.has(event.pointerId)) return;
    const point = pointOf(event);
    fingers.set(event.pointerId, point);
    const [x, y] = [Math.abs(point.x - began.x), Math.abs(point.y - began.y)];
    if (isTap && Math.max(x, y) < slackPx) return;
    if (isTap || !element.hasPointerCapture(event.pointerId)) element.setPointerCapture(event.pointerId);
    isTap = false;
    if (fingers.size === 1 && (axis !== undefined || !gestures.isZoomed())) {
      axis ??= x >= y ? 'x' : 'y';
      gestures.drag(axis, distance(point));
    } else if (gripped !== undefined) {
      const { middle, spreadPx } = measure([...fingers.values()]);
      gestures.carry(gripped.middle, middle, gripped.spreadPx === 0 ? 1 : spreadPx / gripped.spreadPx);
    }
  });

  const lift = (event: PointerEvent, isCancelled: boolean) => {
    if (!fingers.delete(event.pointerId)) return;
    const point = pointOf(event);
    if (fingers.size > 0) {
      grip();
      return;
    }
    if (axis !== undefined) {
      const moved = distance(point);
      const side = axis === 'x' ? element.clientWidth : element.clientHeight;
      const isFast = Math.abs(moved) / Math.max(1, event.timeStamp - began.timeMs) > fastDragPxPerMs;
      const counts = Math.abs(moved) > longDrag * side || (isFast && Math.abs(moved) > 3 * slackPx);
      gestures.drop(axis, moved, counts && !isCancelled);
      axis = undefined;
    } else if (isTap && !isCancelled) {
      const isSecond =
        event.timeStamp - lastTap.timeMs < doubleTapMs &&
        Math.hypot(point.x - lastTap.x, point.y - lastTap.y) < 5 * slackPx;
      lastTap = { ...point, timeMs: isSecond ? Number.NEGATIVE_INFINITY : event.timeStamp };
      if (isSecond) gestures.doubleTap(point);
      else gestures.tap(point, event);
    } else {
      gestures.release();
    }
  };
  element.addEventListener('pointerup', (event) => lift(event, false));
  element.addEventListener('pointercancel', (event) => lift(event, true));

  // A pinch on a trackpad.
  element.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const box = element.getBoundingClientRect();
      const point = {
        x: event.clientX - box.left - box.width / 2,
        y: event.clientY - box.top - box.height / 2,
      };
      gestures.grip();
      gestures.carry(point, point, Math.exp(-event.deltaY / 100));
      gestures.release();
    },
    { passive: false },
  );
}

function measure(points: readonly Point[]): { readonly middle: Point; readonly spreadPx: number } {
  const [first = { x: 0, y: 0 }, second = first] = points;
  return {
    middle: { x: (first.x + second.x) / 2, y: (first.y + second.y) / 2 },
    spreadPx: Math.hypot(first.x - second.x, first.y - second.y),
  };
}
