/**
 * A typeface that cards can be set in: one font file, or several for some characters each, as packages of fonts bring
 * them. Files are WOFF2, and of one weight or of several.
 */

import type { CodePointRange } from '../../text/unicode-ranges.ts';

export interface CardFontFile {
  /** For messages. */
  readonly name: string;
  /** Characters that the file is for; all without it. */
  readonly ranges?: readonly CodePointRange[];
  readonly read: () => Promise<Buffer>;
}

export interface CardFamily {
  /** Tells these files from any others. */
  readonly fingerprint: string;
  /** Asked for once, when a text is set. */
  readonly files: () => Promise<readonly CardFontFile[]>;
  /** Languages whose readers expect its forms of characters that several languages share. */
  readonly languages?: readonly string[];
}
