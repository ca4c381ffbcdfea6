/** Renews something while a publish runs. A renewal that fails is tried again at the next turn. */

const RENEW_MS = 30_000;
/** What has not been renewed for so long, by the store's own clock, is left of a publish that was killed. */
export const SILENT_MS = 120_000;

export interface Renewal {
  readonly isLost: () => boolean;
  readonly stop: () => Promise<void>;
}

/** @param renew says whether it is still ours */
export function keepRenewed(renew: () => Promise<boolean>): Renewal {
  let isLost = false;
  let renewing = Promise.resolve();
  const timer = setInterval(() => {
    renewing = renew().then(
      (isOurs) => {
        isLost ||= !isOurs;
      },
      () => undefined,
    );
  }, RENEW_MS);
  timer.unref();
  return {
    isLost: () => isLost,
    async stop() {
      clearInterval(timer);
      await renewing;
    },
  };
}
