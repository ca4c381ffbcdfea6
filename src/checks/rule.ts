/** A rule is one kind of mistake: its code, its level, its explanation, and a pure function that finds it. */

import type { AddressLedger } from '../content/address-ledger.ts';
import type { ArticleFile } from '../content/article.ts';
import type { Content } from '../content/load-content.ts';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Level } from '../diagnostics/levels.ts';
import type { Body, FigureBlock } from '../markdown/block.ts';
import type { ProseLine } from '../markdown/prose.ts';
import type { Photo } from '../photos/photo.ts';
import type { Site } from '../site/site.ts';

/** A diagnostic as a rule gives it. */
export type Finding = Omit<Diagnostic, 'code' | 'severity'>;

/** A Markdown file as it is typed. */
export interface CheckedText {
  /** As diagnostics name it. */
  readonly displayPath: string;
  /** The whole file, lines separated by `\n`. */
  readonly text: string;
  readonly lang: string;
  /** For dates: `en-US`. */
  readonly locale: string;
  /** The words of its body. */
  readonly prose: readonly ProseLine[];
}

/** A Markdown file and what it means. */
export interface CheckedDocument extends CheckedText {
  /** Relative to `content/`. */
  readonly file: string;
  readonly title: string;
  readonly body: Body;
  /** Its photos, those in galleries and boxes too. */
  readonly figures: readonly FigureBlock[];
  /** The count of each group of words with capitals in its prose (see `text-names.ts`). */
  readonly names: ReadonlyMap<string, number>;
  /** Whether the text, where it was read, is the one that the rest was parsed from: it may have been edited since. */
  readonly isAsParsed: boolean;
  /**
   * The answer to a question about the text, found once and kept until the text is edited.
   * @param what names the question, with all that the answer depends on besides the text
   * @param find gives plain data, which JSON keeps as it is
   */
  readonly recall: <T>(what: string, find: () => readonly T[]) => readonly T[];
  /** Undefined for pages and people. */
  readonly article?: ArticleFile;
}

export interface CheckContext {
  readonly content: Content;
  readonly site: Site;
  /** The site in which drafts and all that waits or has gone are seen too. */
  readonly everything: () => Site;
  /** By file relative to `content/`. */
  readonly photos: ReadonlyMap<string, Photo>;
  /** What each story said when it was last published. */
  readonly ledger: Pick<AddressLedger, 'stories'>;
  readonly displayFolder: string;
  /** Whether something is said about a line already. Complete for the rules of a whole site. */
  readonly hasFinding: (displayPath: string, line: number) => boolean;
}

/** What every rule says of itself. */
export interface Rule {
  readonly code: DiagnosticCode;
  /** Until the newsroom sets another one under `checks:` in site.yaml. */
  readonly level: Level;
  /** One sentence that says what is wrong. */
  readonly explanation: string;
}

/** Judges what is typed. The only rules that may fix: they can be run again on the fixed text. */
export interface TextRule extends Rule {
  readonly check: (text: CheckedText) => readonly Finding[];
}

/** Judges one document, knowing the site around it. */
export interface DocumentRule extends Rule {
  /** Finds what is missing there, so it is not run on front matter that was read in part. */
  readonly readsFrontMatter?: true;
  readonly check: (document: CheckedDocument, context: CheckContext) => readonly Finding[];
}

/** Judges what shows only when all documents are seen together. */
export interface SiteRule extends Rule {
  /** Reads the text of every document, so it is not run while an editor waits for one. */
  readonly readsAllTexts?: true;
  readonly check: (documents: readonly CheckedDocument[], context: CheckContext) => readonly Finding[];
}
