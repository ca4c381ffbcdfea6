/**
 * A copy of a text that holds nothing else in memory. A piece cut from a long text keeps the whole of it alive, and what
 * is remembered of a log would keep the log.
 */
export function ownText(text: string): string {
  return Buffer.from(text).toString();
}
