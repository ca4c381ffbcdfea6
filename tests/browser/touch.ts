/** Fingers on a page, as Chromium's own input takes them: what a script listens to follows from these. */

import type { Page } from 'playwright-core';

export interface Finger {
  readonly x: number;
  readonly y: number;
}

export interface Touch {
  /** Fingers go down, move in steps, and are lifted. */
  readonly move: (from: readonly Finger[], to: readonly Finger[]) => Promise<void>;
  readonly tap: (at: Finger) => Promise<void>;
}

const steps = 5;

export async function startTouch(page: Page): Promise<Touch> {
  const session = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', fingers: readonly Finger[]) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: fingers.map(({ x, y }, id) => ({ x, y, id })),
    });
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
    async tap(at) {
      await send('touchStart', [at]);
      await send('touchEnd', []);
    },
  };
}
