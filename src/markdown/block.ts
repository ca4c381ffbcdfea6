/**
 * The body of an article or page as typed blocks. Markdown becomes `Block[]` once; templates render
 * each kind of block with one component. HTML inside a block is made by markdown-it with raw HTML off,
 * so it is safe to print as it is.
 */

import type { FigureSize } from './figure-size.ts';
import type { HostedFilm } from './film-address.ts';
import type { PhotoLocation } from './read-location.ts';

/** HTML in pieces: text that is ready, and link addresses that depend on where other things are published. */
export type Html = readonly (string | LinkTarget)[];

/**
 * Where a link of a body leads, when its address is known only once the site is assembled.
 * Addresses that need no resolving (https, mailto, tel, #fragment) are part of the text.
 */
export type LinkTarget =
  /** Another article or page, by its Markdown file. `file` is relative to `content/`. */
  | { readonly kind: 'document'; readonly file: string; readonly fragment: string }
  /** A file beside the article that is offered for download. `file` is relative to `content/`. */
  | { readonly kind: 'attachment'; readonly file: string }
  /** A path of the site, beginning with a slash and without the path prefix. */
  | { readonly kind: 'path'; readonly path: string }
  /** An address that is not allowed or leads nowhere; a diagnostic says why. `href` is as written. */
  | { readonly kind: 'refused'; readonly href: string };

/** One photograph, video or audio file in a body, as its Markdown says. */
export interface FigureBlock {
  readonly kind: 'figure';
  readonly media: 'photo' | 'video' | 'audio';
  /** The file, relative to `content/`: `articles/2024/fair/1.jpg`. */
  readonly file: string;
  /** What is to be seen; empty when decorative or missing. */
  readonly alt: string;
  /** `{decorative}`: there is nothing to describe. */
  readonly decorative: boolean;
  /** The caption as inline HTML; absent when the Markdown gives none. */
  readonly caption?: Html;
  /** The caption without markup. */
  readonly captionText?: string;
  readonly credit?: string;
  /** How wide it stands, if the Markdown says so. */
  readonly size?: FigureSize;
  /** Where the picture comes from, as typed. */
  readonly source?: string;
  /** Where it is what a picture of a map shows. */
  readonly location?: PhotoLocation;
  /** What is said in a recording: a file, relative to `content/`. */
  readonly transcript?: string;
  readonly place: BodyPlace;
}

/** A film that lies with somebody else: nothing of it is loaded before a reader plays it. */
export interface FilmBlock {
  readonly kind: 'film';
  readonly film: HostedFilm;
  readonly title: string;
  readonly caption?: Html;
  readonly captionText?: string;
  readonly credit?: string;
  /** Where the picture comes from, as typed. */
  readonly source?: string;
  /** The photo beside the story that stands for it. */
  readonly poster?: FigureBlock;
  /** The day on which it appeared at its host: `2024-05-01`. */
  readonly date?: string;
  readonly place: BodyPlace;
}

export const chartKinds = ['bar', 'line', 'stacked', 'percent'] as const;

export type ChartKind = (typeof chartKinds)[number];

/** A drawing of figures that stand in a file beside the story. */
export interface ChartBlock {
  readonly kind: 'chart';
  /** Without it the figures decide: bars, or a line where there are many years. */
  readonly chart?: ChartKind;
  /** The figures, relative to `content/`: `articles/2024/fair/visitors.csv`. */
  readonly file: string;
  /** What the chart says, for those who cannot see it. */
  readonly alt: string;
  readonly caption?: Html;
  readonly captionText?: string;
  /** Who collected the figures. */
  readonly source?: string;
  /** What all numbers are: `%`, `students`. */
  readonly unit?: string;
  readonly place: BodyPlace;
}

/** A block that the site has to know of before its body is put together. */
export type Insert = FilmBlock | ChartBlock;

/** Where something stands in its Markdown file: line and columns from 1. */
export interface BodyPlace {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

export type Block =
  /** Paragraphs, headings, lists, tables, code, block quotations. */
  | { readonly kind: 'prose'; readonly html: Html }
  | FigureBlock
  | FilmBlock
  | ChartBlock
  | { readonly kind: 'gallery'; readonly title?: string; readonly figures: readonly FigureBlock[] }
  /** A pull quote. `attribution` is who said it. */
  | { readonly kind: 'quote'; readonly attribution?: string; readonly html: Html }
  | { readonly kind: 'note'; readonly title?: string; readonly blocks: readonly Block[] }
  | { readonly kind: 'facts'; readonly title?: string; readonly blocks: readonly Block[] }
  /** All footnotes, at the end of the body. */
  | { readonly kind: 'footnotes'; readonly html: Html };

export interface Heading {
  /** 1 to 6 as written. */
  readonly level: number;
  readonly id: string;
  readonly text: string;
  readonly place: BodyPlace;
}

/** A link to another document of the site, to be checked once all are known. */
export interface DocumentLink {
  readonly target: LinkTarget;
  readonly place: BodyPlace;
}

export interface Body {
  readonly blocks: readonly Block[];
  /** Those of all blocks, in galleries and boxes too, in their order; pictures of films among them. */
  readonly figures: readonly FigureBlock[];
  /** What needs more than its text: films that lie with others, charts. */
  readonly inserts: readonly Insert[];
  readonly headings: readonly Heading[];
  readonly links: readonly DocumentLink[];
  /** The prose without markup, paragraphs separated by a blank line: for summaries, search and counting words. */
  readonly text: string;
}
