/** Worker that reads, checks and renders stories by the generator's own code, and recognises photos. */

import '../no-evaluation.ts';
import { z } from 'zod';
import type { Assets } from '../../../../src/site/assets.ts';
import type { DraftStory, SiteTexts, StoryText } from '../stores/site-reader.ts';
import { answerCalls } from './answer-calls.ts';
import { measurePhoto, readPhoto } from './read-photo.ts';
import { StorySite } from './story-site.ts';

// What the page sends is what its types say: both are one bundle's.
const texts = z.custom<readonly StoryText[]>();
const bytes = z.custom<Uint8Array<ArrayBuffer>>();
const photo = z.object({ name: z.string(), bytes });

let site: StorySite | undefined;

answerCalls(async ({ method, argument }) => {
  switch (method) {
    case 'begin':
      site = new StorySite({ assets: z.custom<Assets>().parse(argument), nowMs: () => Date.now() });
      return undefined;
    case 'load':
      return await site?.load(z.custom<SiteTexts>().parse(argument));
    case 'entries':
      return await site?.entries(texts.parse(argument));
    case 'render':
      return await site?.render(z.custom<DraftStory>().parse(argument));
    case 'photo':
      return await photoOf(photo.parse(argument));
    case 'measure':
      return await measurePhoto(bytes.parse(argument));
    default:
      throw new Error(`There is no ${method}.`);
  }
});

function photoOf({ name, bytes: given }: z.output<typeof photo>) {
  return readPhoto(name, given);
}
