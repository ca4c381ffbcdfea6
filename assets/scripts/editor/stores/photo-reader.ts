/** Recognises and measures photos, and makes addresses under which a page can show them. */

import type { StoryPhoto } from '../../../../src/editor/store-messages.ts';

export interface PhotoReader {
  readonly isPicture: (file: string) => boolean;
  /** @param name as the editor's computer calls it */
  readonly read: (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<PhotoReading>;
  readonly measure: (bytes: Uint8Array<ArrayBuffer>) => Promise<PhotoSize | undefined>;
  readonly address: (bytes: Uint8Array<ArrayBuffer>) => string;
  /** Of a page that the editor shows in a frame; an older one is gone after a while. */
  readonly pageAddress: (html: string) => string;
}

export interface PhotoSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

export type PhotoReading =
  /** `ending` of what the file really is, with its dot. */
  | { readonly ok: true; readonly photo: Omit<StoryPhoto, 'name'> & { readonly ending: string } }
  | { readonly ok: false; readonly message: string };
