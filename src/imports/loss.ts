/** One thing that an import could not take over as it was. Every run shows all of them: nothing is lost silently. */

export type LossKind =
  /** The source could not be read, and nothing was made of it. */
  | 'failed'
  /** It is in the source and not in the article. */
  | 'dropped'
  /** The source did not say it; the import chose. */
  | 'guessed'
  /** It was taken over, and somebody should look whether it is right. */
  | 'look'
  /** The article was not touched, because somebody has worked on it since the last import. */
  | 'kept';

export interface Loss {
  readonly kind: LossKind;
  /** The source as it was named on the command line, or the file that was written. */
  readonly file: string;
  /** From 1. In a Word file, which has no lines, the number of the paragraph. */
  readonly line: number;
  /** One sentence, with what to do where something can be done. */
  readonly message: string;
  /** The words of the source that are concerned, whole. */
  readonly text?: string;
}

/** The losses of one file, in the order in which its readers meet them. */
export class LossList {
  readonly entries: Loss[] = [];
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  add(kind: LossKind, line: number, message: string, text = ''): void {
    this.entries.push({ kind, file: this.#file, line, message, ...(text === '' ? {} : { text }) });
  }

  take(losses: readonly Loss[]): void {
    for (const loss of losses) this.entries.push(loss);
  }
}
