/** Fingers on a page, as Chromium's own input takes them: what a script listens to follows from these. */

import type { Page } from 'playwright-core';

export interface Finger {
  readonly x: number;
  readonly y: number;
}

export interface Touch {
  /** Fingers go down, move in steps, and are lifted. */
  readonly move: (from: readonly Finger[], to: readonly Finger[]) => Promise<void>;
  readonly doubleTap: (at: Finger) => Promise<void>;
}

const steps = 5;
/** Between two events, by their own clock: how fast a finger is must not depend on how busy the machine is. */
const stepMs = 16;

export async function startTouch(page: Page): Promise<Touch> {
  const session = await page.context().newCDPSession(page);
  let timeMs = Date.now();
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', fingers: readonly Finger[]) => {
    timeMs += stepMs;
    return session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: fingers.map(({ x, y }, id) => ({ x, y, id })),
      timestamp: timeMs / 1000,
    });
  };
  return {
    async move(from, to) {
      await send('touchStart', from);
      for (let step = 1; step <= steps; step += 1) {
        const part = step / steps;
        await send(
          'touchMove',
          from.map(({ x, y }, id) => ({
            x: x + ((to[id]?.x ?? x) - x) * part,
            y: y + ((to[id]?.y ?? y) - y) * part,
          })),
        );
      }
      await send('touchEnd', []);
    },
    async doubleTap(at) {
      for (let tap = 1; tap <= 2; tap += 1) {
        await send('touchStart', [at]);
        await send('touchEnd', []);
      }
    },
  };
}
