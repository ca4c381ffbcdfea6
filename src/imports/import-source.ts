/** One folder of sources, as the caller names it. */

import type { ImportFolder } from './import-folder.ts';
import type { SourceKind } from './read-source.ts';

export interface ImportSource {
  readonly folder: ImportFolder;
  /** Relative to the folder, in the order in which they are read. */
  readonly files: readonly { readonly file: string; readonly kind: SourceKind }[];
  /** Files of a folder that seem to be stories and that nothing reads, such as `.doc`. */
  readonly unreadTexts?: readonly string[];
  /** The folder's path from the project's folder: tells sources of one name apart, the same for everybody. */
  readonly origin: string;
}
