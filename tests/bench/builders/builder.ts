/** A static site generator in the race of `builds.ts`, with a folder and a copy of the archive of its own. */

import type { Cost } from '../measured-process.ts';

export interface Builder {
  /** With its version. */
  readonly name: string;
  /** Where the archive is written; its stories are edited between builds. */
  readonly content: string;
  /** Where the site is built. */
  readonly output: string;
  /** Writes what the tool needs beside the archive. */
  readonly prepare: () => Promise<void> | void;
  /** Takes away what builds have left, but not the photos and cards that were encoded. */
  readonly forget: () => void;
  /** Takes away everything that is not the archive. */
  readonly forgetEverything: () => void;
  /** In a new process. Throws when the build fails. */
  readonly build: () => Cost;
  /** Commands besides builds that have a target, by name. */
  readonly commands?: Readonly<Record<string, () => Cost>>;
}
