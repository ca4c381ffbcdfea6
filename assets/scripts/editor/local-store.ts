/** Store of the preview: stories and photos of this computer, by requests that only the editor's page can make. */

import type { z } from 'zod';
import {
  addedPhoto,
  editorSettings,
  openedStory,
  pasteAnswer,
  renderedStory,
  saveAnswer,
  storyEntries,
} from '../../../src/editor/store-messages.ts';
import { defined } from '../../../src/text/defined.ts';
import { type Ask, previewRequests } from './preview-requests.ts';
import type { StoryStore } from './stores/story-store.ts';

/** @param ask how its page asks the preview */
export function localStore(token: string, ask: typeof fetch = fetch): StoryStore {
  const { request, get, post } = previewRequests(token, ask);
  return {
    settings: kept(request, 'settings.json', editorSettings),
    list: kept(request, 'stories.json', storyEntries),
    open: (file) => get(`story.json?${new URLSearchParams({ file })}`, openedStory),
    save: (file, raw, version) => post('save', JSON.stringify({ file, raw, version }), saveAnswer),
    render: (file, text) => post('draft', JSON.stringify({ file, text }), renderedStory),
    addPhoto: async (file, photo) => {
      const { photo: added, message } = await post(
        `photo?${new URLSearchParams({ file, name: photo.name })}`,
        photo,
        addedPhoto,
      );
      return defined({ photo: added, message });
    },
    paste: (html) => post('paste', JSON.stringify({ html }), pasteAnswer),
    thumbnailOf: async (file) => `thumb?${new URLSearchParams({ file })}`,
  };
}

/** Asks for a value that seldom changes: the same object as long as the preview says that it is the same. */
function kept<T>(ask: Ask, address: string, schema: z.ZodType<T>): () => Promise<T> {
  let known: { readonly tag: string; readonly value: T } | undefined;
  return async () => {
    const headers = known === undefined ? {} : { 'If-None-Match': known.tag };
    const response = await ask(address, { headers, cache: 'no-store' });
    if (response.status === 304 && known !== undefined) return known.value;
    known = { tag: response.headers.get('ETag') ?? '', value: schema.parse(await response.json()) };
    return known.value;
  };
}
