/** One thing that an import could not take over as it was. Every run shows all of them: nothing is lost silently. */

export type IssueKind =
  /** The source could not be read, and nothing was made of it. */
  | 'failed'
  /** It is in the source and not in the article. */
  | 'dropped'
  /** The source did not say it; the import chose. */
  | 'guessed'
  /** It was imported; an editor should check it. */
  | 'look'
  /** The article was not touched, because an editor has changed it since the last import. */
  | 'kept';

type IssueGroup = 'unmapped-topic' | 'missing-photo' | 'unreadable-photo' | 'refused-text' | 'no-topic';

export interface ImportIssue {
  readonly kind: IssueKind;
  /** The source as it was named on the command line, or the file that was written. */
  readonly file: string;
  /** From 1. In a Word file, which has no lines, the number of the paragraph. */
  readonly line: number;
  /** One sentence, with what to do where something can be done. */
  readonly message: string;
  /** The words of the source that are concerned, whole. */
  readonly text?: string;
  /** Whether it is about the article's own front matter: nothing to one whose text becomes part of another. */
  readonly isAboutHead?: true;
  /** What the message is about, where messages of one kind differ in their words: reports count them together. */
  readonly group?: IssueGroup;
  /** The imported photo that is concerned, by its name beside the article; in a result, from where the command was called. */
  readonly picture?: string;
}

/** The issues of one file, in the order in which its readers meet them. */
export class IssueList {
  readonly entries: ImportIssue[] = [];
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  add(kind: IssueKind, line: number, message: string, text = ''): void {
    this.entries.push({ kind, file: this.#file, line, message, ...(text === '' ? {} : { text }) });
  }

  addAll(issues: readonly ImportIssue[]): void {
    for (const issue of issues) this.entries.push(issue);
  }
}
