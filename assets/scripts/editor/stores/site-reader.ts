/** Reads stories by the generator's own parser, checks and templates, without its server: here or in a worker. */

import type {
  EditorSettings,
  Finding,
  PasteAnswer,
  StoryEntry,
} from '../../../../src/editor/store-messages.ts';

export interface SiteReader {
  /** Replaces what the site consists of besides the story that is written. */
  readonly load: (site: SiteTexts) => Promise<EditorSettings>;
  /** What the list shows of stories. */
  readonly entries: (stories: readonly StoryText[]) => Promise<readonly StoryEntry[]>;
  readonly render: (draft: DraftStory) => Promise<DraftPage>;
  readonly paste: (html: string) => Promise<PasteAnswer>;
}

export interface StoryText {
  /** Relative to the content folder. */
  readonly file: string;
  /** With `\n` line ends and without a byte order mark. */
  readonly text: string;
}

export interface SiteTexts {
  /** How a repository names the content folder: `content`. */
  readonly contentFolder: string;
  /** All files, relative to the content folder. */
  readonly files: readonly string[];
  /** Settings, words, people and pages. */
  readonly texts: readonly StoryText[];
}

export interface DraftStory extends StoryText {
  /** Its other languages, and stories that it names. */
  readonly others: readonly StoryText[];
  /** Those beside it. */
  readonly photos: readonly DraftPhoto[];
}

export interface DraftPhoto {
  readonly file: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly caption?: string;
  readonly alt?: string;
  readonly credit?: string;
}

export interface DraftPage {
  readonly findings: readonly Finding[];
  /** Undefined where the text cannot be read as a story. Photos are named by `draftPhotoPath`. */
  readonly html?: string;
}

/** Address of a photo in a page that is not published: exchanged for the photo itself. @param index among the photos */
export function draftPhotoPath(index: number): string {
  return `photos/draft-photo-${index}.jpg`;
}
