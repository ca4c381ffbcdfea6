/**
 * Files that were chosen while there was no connection, by story, until they are taken. They are in memory: the window
 * asks before it is closed, and a story that is left and opened again has its files still.
 */

import type { NamedFile } from './preview-tools.ts';

export interface WaitingFiles {
  readonly files: readonly NamedFile[];
  /** Whether they are shown where the cursor is. */
  readonly isIntoText: boolean;
}

const waiting = new Map<string, readonly WaitingFiles[]>();

export function letWait(story: string, given: WaitingFiles): void {
  waiting.set(story, [...(waiting.get(story) ?? []), given]);
}

/** Hands out those of a story; they wait no longer. */
export function takeWaiting(story: string): readonly WaitingFiles[] {
  const given = waiting.get(story) ?? [];
  waiting.delete(story);
  return given;
}

export function hasWaiting(): boolean {
  return waiting.size > 0;
}
