/** Store of the preview: stories and photos of this computer, by requests that only the editor's page can make. */

import type { z } from 'zod';
import {
  addedPhoto,
  type EditorSettings,
  editorSettings,
  type OpenedStory,
  openedStory,
  type PasteAnswer,
  pasteAnswer,
  type RenderedStory,
  renderedStory,
  type SaveAnswer,
  type StoryEntry,
  type StoryPhoto,
  saveAnswer,
  storyEntries,
} from '../../../src/editor/store-messages.ts';

/** The store cannot be reached, or refuses; the message is for the editor. */
export class StoreError extends Error {
  readonly isOffline: boolean;

  constructor(message: string, isOffline: boolean) {
    super(message);
    this.isOffline = isOffline;
  }
}

export interface StoryStore {
  readonly settings: () => Promise<EditorSettings>;
  readonly list: () => Promise<readonly StoryEntry[]>;
  readonly open: (file: string) => Promise<OpenedStory>;
  readonly save: (file: string, raw: string, version: string | undefined) => Promise<SaveAnswer>;
  /** Checks a text and renders its page, without saving it. */
  readonly render: (file: string, text: string) => Promise<RenderedStory>;
  readonly addPhoto: (file: string, photo: File) => Promise<{ photo?: StoryPhoto; message?: string }>;
  readonly paste: (html: string) => Promise<PasteAnswer>;
  readonly thumbnailOf: (file: string) => string;
}

export function localStore(token: string): StoryStore {
  const get = async <T>(address: string, schema: z.ZodType<T>): Promise<T> =>
    schema.parse(await (await request(address)).json());
  const post = async <T>(address: string, body: BodyInit, schema: z.ZodType<T>): Promise<T> =>
    schema.parse(
      await (await request(address, { method: 'POST', body, headers: { 'X-News-Token': token } })).json(),
    );
  return {
    settings: () => get('settings.json', editorSettings),
    list: () => get('stories.json', storyEntries),
    open: (file) => get(`story.json?${new URLSearchParams({ file })}`, openedStory),
    save: (file, raw, version) => post('save', JSON.stringify({ file, raw, version }), saveAnswer),
    render: (file, text) => post('draft', JSON.stringify({ file, text }), renderedStory),
    addPhoto: async (file, photo) => {
      const answer = await post(
        `photo?${new URLSearchParams({ file, name: photo.name })}`,
        photo,
        addedPhoto,
      );
      return {
        ...(answer.photo === undefined ? {} : { photo: answer.photo }),
        ...(answer.message === undefined ? {} : { message: answer.message }),
      };
    },
    paste: (html) => post('paste', JSON.stringify({ html }), pasteAnswer),
    thumbnailOf: (file) => `thumb?${new URLSearchParams({ file })}`,
  };
}

async function request(address: string, options?: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address, options);
  } catch {
    throw new StoreError('The preview cannot be reached.', true);
  }
  if (!response.ok) throw new StoreError(await response.text(), false);
  return response;
}
