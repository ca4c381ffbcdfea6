/**
 * Turns the mistakes of stories that readers will never see as they are, drafts and what has expired, into warnings:
 * they stop no other story. A draft that cannot be read is one only if its text surely says so. Pure.
 */

import type { Sources } from '../content/document-reader.ts';
import type { Content } from '../content/load-content.ts';
import { sureDraft } from '../content/sure-draft.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { lifetimeOf } from '../site/lifetime.ts';
import { offeredFiles } from '../site/offered-files.ts';

interface UnseenOptions {
  readonly content: Pick<Content, 'articles' | 'pages' | 'people' | 'files'>;
  readonly sources: Pick<Sources, 'get'>;
  readonly displayFolder: string;
  readonly nowMs: number;
}

export function warnOfUnseen(diagnostics: readonly Diagnostic[], options: UnseenOptions): Diagnostic[] {
  const stories = new UnseenStories(options);
  return diagnostics.map((diagnostic) =>
    diagnostic.severity === 'error' && stories.has(diagnostic.file)
      ? { ...diagnostic, severity: 'warning' }
      : diagnostic,
  );
}

class UnseenStories {
  readonly #options: UnseenOptions;
  readonly #known = new Map<string, boolean>();
  #offered: ReadonlyMap<string, boolean> | undefined;

  constructor(options: UnseenOptions) {
    this.#options = options;
  }

  has(displayPath: string): boolean {
    const known = this.#known.get(displayPath);
    if (known !== undefined) return known;
    const isUnseen = this.#find(displayPath);
    this.#known.set(displayPath, isUnseen);
    return isUnseen;
  }

  #find(displayPath: string): boolean {
    const { content, sources, displayFolder, nowMs } = this.#options;
    const file = displayPath.slice(displayFolder.length + 1);
    const folder = /^(articles\/\d{4}\/[^/]+)\/index(?:\.[A-Za-z0-9-]+)?\.md$/u.exec(file)?.[1];
    if (!displayPath.startsWith(`${displayFolder}/`)) return false;
    if (folder === undefined) return this.#isOfferedByUnseen(file);
    const article = content.articles.find((one) => one.file === file);
    if (article !== undefined && article.isPartial !== true)
      return lifetimeOf(article.timing, nowMs) === undefined;
    const draft = sureDraft(sources.get(displayPath) ?? '');
    if (draft === undefined) return false;
    const isOtherSeen = () =>
      content.articles.some((one) => one.folder === folder && lifetimeOf(one.timing, nowMs) !== undefined);
    return !draft.mayHoldOthers || !isOtherSeen();
  }

  /** Whether all documents that name a download, a film or the figures of a chart are unseen. */
  #isOfferedByUnseen(file: string): boolean {
    const { content, nowMs } = this.#options;
    this.#offered ??= offeredFiles(content, nowMs);
    return this.#offered.get(file) === false;
  }
}
