/** Where the editor's stories are kept: one interface, whether it is a folder of this computer or a repository on a host. */

import type {
  EditorSettings,
  OpenedStory,
  PasteAnswer,
  RenderedStory,
  SaveAnswer,
  StoryEntry,
  StoryPhoto,
} from '../../../../src/editor/store-messages.ts';

export interface StoryStore {
  readonly settings: () => Promise<EditorSettings>;
  readonly list: () => Promise<readonly StoryEntry[]>;
  readonly open: (file: string) => Promise<OpenedStory>;
  /**
   * Saves a story, and with it the photos that were added since the last time, as one change.
   * @param version of the text that was opened; undefined for a new story
   */
  readonly save: (file: string, raw: string, version: string | undefined) => Promise<SaveAnswer>;
  /** Checks a text and renders its page, without saving it. */
  readonly render: (file: string, text: string) => Promise<RenderedStory>;
  /** Whether photos of a story wait for the next time it is saved; undefined where photos are stored at once. */
  readonly hasUnsaved?: (file: string) => boolean;
  readonly addPhoto: (file: string, photo: File) => Promise<AddedPhoto>;
  readonly paste: (html: string) => Promise<PasteAnswer>;
  /** Address of a photo's thumbnail; empty where there is none. */
  readonly thumbnailOf: (file: string) => Promise<string>;
  /** Sending for review; undefined where what is saved needs none. */
  readonly review?: StoryReview;
}

export interface AddedPhoto {
  readonly photo?: StoryPhoto;
  /** Why it was not taken. */
  readonly message?: string;
}

export interface StoryReview {
  /** The pull request of a story; undefined where none is open. */
  readonly of: (file: string) => Promise<ReviewRequest | undefined>;
  /** Opens the request, or makes one of a draft; what was saved last is in it. */
  readonly send: (file: string, title: string, isDraft: boolean) => Promise<ReviewRequest>;
  /** Stories that are being worked on. */
  readonly open: () => Promise<readonly ReviewRequest[]>;
}

/** A pull request on GitHub and Forgejo, a merge request on GitLab. */
export interface ReviewRequest {
  readonly branch: string;
  readonly title: string;
  /** Its page on the host. */
  readonly url: string;
  readonly author: string;
  readonly isDraft: boolean;
}

/** The store cannot be reached, or refuses; the message is for the editor. */
export class StoreError extends Error {
  readonly isOffline: boolean;

  constructor(message: string, isOffline: boolean) {
    super(message);
    this.isOffline = isOffline;
  }
}
