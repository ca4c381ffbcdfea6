/**
 * What every reader of this folder makes of its source, and what the one writer makes articles from. Values are still
 * those of the source (a category is not yet a topic, a login not yet a person), each with the line it came from.
 */

import type { PixelEdit } from '../photos/edit-picture.ts';
import type { ImportIssue } from './import-issue.ts';

/** A value and the line of the source that it was read from, from 1. */
export interface Sourced<T> {
  readonly value: T;
  readonly line: number;
}

/** Where the bytes of a photo are. */
export type PhotoSource =
  /** A file of the import folder, relative to it. */
  | {
      readonly kind: 'file';
      readonly file: string;
      /** Found by its name alone, in another folder than the source says. */
      readonly isGuessed?: true;
      /** What the source shows of it. */
      readonly edit?: PixelEdit;
    }
  /** Inside the source itself, as in a Word file. */
  | {
      readonly kind: 'bytes';
      /** Made up where the source gives none: what messages say is the place. */
      readonly name: string;
      readonly bytes: Uint8Array;
      /** `picture 2 of the file` */
      readonly place?: string;
    }
  /** Named by the source, but nowhere to be found. */
  | { readonly kind: 'missing'; readonly name: string; readonly place?: string };

export interface ImportedPhoto {
  readonly source: PhotoSource;
  /** Plain text; empty when the source has none. */
  readonly alt: string;
  /** Inline Markdown. */
  readonly caption?: string;
  readonly credit?: string;
  readonly line: number;
}

export type ImportedBlock =
  /** One or more whole blocks of Markdown. */
  | { readonly kind: 'markdown'; readonly text: string }
  /** One photo is a figure, several are a gallery. */
  | { readonly kind: 'photos'; readonly title?: string; readonly photos: readonly ImportedPhoto[] };

export interface ImportedCredit {
  /** A role of site.yaml, or the word of the source when it is none. */
  readonly role: string;
  readonly name: string;
  readonly line: number;
}

export interface ImportedArticle {
  /** The source as reports show it. */
  readonly file: string;
  /** Which of the source's articles this is, the same in every run; empty when a file is one article. */
  readonly part: string;
  /** By which the old system knows it, whatever its export is called; the place of the source where it has none. */
  readonly identity?: string;
  readonly line: number;
  readonly title?: Sourced<string>;
  /** As front matter writes dates. */
  readonly date?: Sourced<string>;
  readonly updated?: Sourced<string>;
  readonly publishAt?: Sourced<string>;
  readonly expiresAt?: Sourced<string>;
  readonly topics: readonly Sourced<string>[];
  readonly credits: readonly ImportedCredit[];
  readonly summary?: Sourced<string>;
  readonly lang?: Sourced<string>;
  /** The same for the languages of one story, and for no other. */
  readonly translation?: string;
  readonly slug?: Sourced<string>;
  readonly series?: Sourced<string>;
  /** Old addresses: paths that begin with a slash. */
  readonly aliases: readonly Sourced<string>[];
  /** Other addresses by which stories of the old site link to it; they do not redirect. */
  readonly linkedAs?: readonly string[];
  /** Names of the old site's own host, where the source tells them: whole addresses of others are never its stories. */
  readonly hosts?: readonly string[];
  readonly isDraft: boolean;
  readonly viewsBefore?: Sourced<number>;
  readonly image?: ImportedPhoto;
  readonly blocks: readonly ImportedBlock[];
}

/** A stretch of the source that became a value instead of text, so that every word can be accounted for. */
export interface Reading {
  readonly line: number;
  readonly text: string;
  /** The key of the front matter. */
  readonly key: string;
}

export interface SourceReading {
  readonly articles: readonly ImportedArticle[];
  readonly issues: readonly ImportIssue[];
  readonly readings: readonly Reading[];
}

/** What is given for a source of which nothing could be made. */
export function failedReading(file: string, message: string): SourceReading {
  return { articles: [], issues: [{ kind: 'failed', file, line: 1, message }], readings: [] };
}
