/** Finds stories for `related:` by the words of their headlines or folders. Pure. */

import type { StoryEntry } from '../../../src/editor/store-messages.ts';
import { storyIdOf } from '../../../src/editor/story-path.ts';

export interface Suggestion {
  /** What is written: `2024/fair`. */
  readonly value: string;
  readonly label: string;
}

const maximumSuggestions = 20;

/** @param stories newest first */
export function findStories(stories: readonly StoryEntry[], typed: string): readonly Suggestion[] {
  const asked = typed.trim().toLowerCase().split(/\s+/u);
  const found = new Map<string, Suggestion>();
  for (const { file, title } of stories) {
    const id = storyIdOf(file);
    if (id === undefined || found.has(id)) continue;
    const text = `${title}\n${id}`.toLowerCase();
    if (!asked.every((word) => text.includes(word))) continue;
    found.set(id, { value: id, label: title });
    if (found.size === maximumSuggestions) break;
  }
  return [...found.values()];
}
