/** Where a text comes from: for its relative links and for what is said about it. */
export interface ParseOptions {
  /** The file as diagnostics show it: `content/articles/2024/fair/index.md`. */
  readonly file: string;
  /** The file's folder, relative to `content/`. */
  readonly folder: string;
  /** Line in the file of the source's first line, from 1. */
  readonly firstLine: number;
}
