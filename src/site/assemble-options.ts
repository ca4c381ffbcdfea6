/** What a site is assembled with besides its content. */

import type { AddressLedger } from '../content/address-ledger.ts';
import type { Photo } from '../photos/photo.ts';
import type { Recipe } from '../photos/recipe.ts';

export interface AssembleOptions {
  /** By file relative to `content/`. */
  readonly photos: ReadonlyMap<string, Photo>;
  readonly recipe: Recipe;
  /** Of the face that social cards are set in. */
  readonly cardFace: string;
  /** Which addresses readers have; without it, none that the content does not have. */
  readonly ledger?: AddressLedger;
  readonly nowMs: number;
  /** Preview: what is not due is shown too, marked by its status. */
  readonly includeHidden: boolean;
  /** Where what is costly to find is kept for the next build; without it, it is found on first use. */
  readonly memory?: SiteMemory;
  /** How diagnostics name the content folder. */
  readonly displayFolder: string;
  /** Documents whose own mistakes are looked for, relative to `content/`; all without it. */
  readonly isJudged?: (file: string) => boolean;
}

/** Values are kept until something else is put under their key. */
export interface SiteMemory {
  /** Names the generator's own code. */
  readonly codeVersion: string;
  readonly store: {
    get(key: string): Buffer | undefined;
    put(key: string, value: Buffer): void;
  };
}
