/** What the rules of the dialect note down about one text while it is parsed; markdown-it's `env`. */

import type Token from 'markdown-it/lib/token.mjs';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { Severity } from '../diagnostics/diagnostic.ts';
import type { LinkTarget } from './block.ts';

/** A stretch of an inline token's content, in UTF-16 units from 0. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface PhotoAttributes extends Stretch {
  readonly credit?: string;
  /** As typed. */
  readonly source?: string;
  /** As typed. */
  readonly size?: string;
  /** The file of the picture that stands for a film until it plays. */
  readonly poster?: string;
  /** The day on which a film appeared at its host, as typed. */
  readonly date?: string;
  /** How the figures of a chart are drawn, as typed. */
  readonly chart?: string;
  /** Where it is what a map shows, in words and in degrees as typed. */
  readonly place?: string;
  readonly geo?: string;
  /** The file with what is said in a recording. */
  readonly transcript?: string;
  /** What all numbers of a chart are. */
  readonly unit?: string;
  readonly isDecorative: boolean;
  /** All that were read, in their order. */
  readonly names: readonly string[];
  /** Names that nothing reads. */
  readonly unknown: readonly string[];
}

/** Something to tell the editor about inline text; `tokens` are the children of the inline token it stands in. */
export interface InlineNotice extends Stretch {
  readonly tokens: object;
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
}

/** Something to tell about a line of the text, counted from 0. */
export interface LineNotice {
  readonly line: number;
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
}

/** A line that other places of the text refer to by its name: `[^name]: a note` or `[name]: address`. */
export interface Definition {
  readonly kind: 'note' | 'address';
  /** From 0. */
  readonly line: number;
  /** As its parser keeps it. */
  readonly name: string;
  /** As typed, with its brackets. */
  readonly mark: string;
  /** What stands behind the colon. */
  readonly rest: string;
}

export class DialectState {
  /** By token: where a link or image stands in its inline token. */
  readonly places = new WeakMap<object, Stretch>();
  /** Markup that readers do not see as it is typed; `tokens` are the children of the inline token it stands in. */
  readonly opaque: (Stretch & { readonly tokens: object })[] = [];
  /** Tags of HTML, which are shown as they are typed. */
  readonly rawHtml: (Stretch & { readonly tokens: object; readonly name: string; readonly tag: string })[] =
    [];
  readonly photoAttributes = new WeakMap<object, PhotoAttributes>();
  readonly containerTitles = new WeakMap<object, string>();
  readonly headingIds = new WeakMap<object, string>();
  /** Links whose address is known only later, by their token. */
  readonly targets = new WeakMap<object, number>();
  readonly targetList: LinkTarget[] = [];
  readonly inlineNotices: InlineNotice[] = [];
  readonly lineNotices: LineNotice[] = [];
  /** Names of HTML tags that the text opens: their closing tags need no notice of their own. */
  readonly openedTags = new Set<string>();
  /** Tokens of a note `^[like this]`, by the text that it stands in and where its words begin there. */
  readonly nested = new Map<object, { readonly tokens: object; readonly start: number }>();
  /** Kept by markdown-it-footnote. */
  footnotes?: {
    readonly list?: readonly { readonly tokens?: readonly Token[] }[];
    /** By name behind a colon: negative when nothing calls the note. */
    readonly refs?: Readonly<Record<string, number>>;
  };
  /** Kept by markdown-it. */
  references?: Readonly<Record<string, { readonly href: string }>>;
  readonly definitions: Definition[] = [];
  hasTooManyFootnotes = false;
  /** `:::` blocks that are open while a line is read. */
  openContainers = 0;
  hasTooDeepContainers = false;
}

/** markdown-it passes `env` on without a type. Throws when it is not ours. */
export function dialectState(env: unknown): DialectState {
  if (env instanceof DialectState) return env;
  throw new TypeError('The dialect was called without its state.');
}
