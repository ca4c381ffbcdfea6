/** How the editor's page asks its workers, and how they answer: one call, one answer, by number. */

export interface WorkerCall {
  readonly number: number;
  readonly method: string;
  readonly argument: unknown;
}

export type WorkerAnswer =
  | { readonly number: number; readonly result: unknown }
  /** `isForEditor`: the message is one that an editor understands. */
  | { readonly number: number; readonly message: string; readonly isForEditor: boolean };
