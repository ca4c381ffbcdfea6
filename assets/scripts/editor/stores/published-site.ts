/** What the published site tells its own editor: public facts alone, so that a list of stories opens at once. */

import { z } from 'zod';
import { storyEntry } from '../../../../src/editor/store-messages.ts';

const publishedPhoto = z.strictObject({
  widthPx: z.number(),
  heightPx: z.number(),
  /** Of a small rendition. */
  address: z.string(),
  /** Name that git has for the file it was made from. */
  blob: z.string().optional(),
});

export const publishedSite = z.strictObject({
  stories: z.array(storyEntry.extend({ blob: z.string().optional() })),
  photos: z.record(z.string(), publishedPhoto).transform((photos) => new Map(Object.entries(photos))),
  /** Names in credits. */
  people: z.array(z.string()),
  series: z.array(z.string()),
});

export type PublishedSite = Readonly<z.output<typeof publishedSite>>;
