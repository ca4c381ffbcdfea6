/** How long a request may take before its connection counts as lost: a browser alone would wait for minutes. */

/** Time for an answer. */
const answerMs = 60_000;
/** A slow line of a phone. */
const slowestBytesPerSecond = 20_000;

/** @param bytes that are sent */
export function requestLimit(bytes = 0): AbortSignal {
  return AbortSignal.timeout(requestLimitMs(bytes));
}

export function requestLimitMs(bytes: number): number {
  return answerMs + Math.ceil((bytes / slowestBytesPerSecond) * 1000);
}
