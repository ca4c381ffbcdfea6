/** What goes to the process in which Eleventy runs a web team's code, and what comes back, as JSON in two files. */

import { z } from 'zod';
import type { SiteData } from './site-data.ts';

/** Below the cache: what Eleventy has made of a team's pages, stories in them. */
export const passFolder = 'extension';

export interface PassRequest {
  /** The compiled generator. */
  readonly bundle: string;
  /** Relative to the newsroom's folder, in which the process runs. */
  readonly input: string;
  readonly output: string;
  /** Absolute. */
  readonly config?: string;
  readonly data: SiteData;
  /** Absolute: where the answer is written. */
  readonly answer: string;
}

export const passAnswer = z.strictObject({
  /** Pages by their path in the output, and the template that each was made from. */
  pages: z.array(z.strictObject({ file: z.string(), template: z.string() })),
  /** Undefined when all went well. */
  failure: z
    .strictObject({
      /** The first says what happened, the others why. */
      messages: z.array(z.string()),
      stack: z.string(),
      /** The template, where Eleventy names one. */
      template: z.string().exactOptional(),
    })
    .exactOptional(),
});

export type PassAnswer = z.output<typeof passAnswer>;
export type PassFailure = NonNullable<PassAnswer['failure']>;

/** The element that the layout `site` leaves before a page's own HTML; the build puts the site around it. */
export const frameElement = 'newsroom-page';

export const pageFrame = z.strictObject({
  title: z.string(),
  lang: z.string().exactOptional(),
  description: z.string().exactOptional(),
  /** Not for search engines. */
  hidden: z.boolean().exactOptional(),
});
