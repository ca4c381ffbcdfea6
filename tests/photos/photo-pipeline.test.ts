/** The steps of many pictures: memory must not grow with their number. */

import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startOf } from '../../src/diagnostics/diagnostic.ts';
import { GlyphMasks } from '../../src/photos/cards/glyph-masks.ts';
import type { SocialCard } from '../../src/photos/cards/social-card.ts';
import { defaultJobs } from '../../src/photos/default-jobs.ts';
import { PhotoPipeline } from '../../src/photos/photo-pipeline.ts';

test('cards are made a few at a time, however many stories there are', async () => {
  let inFlight = 0;
  let most = 0;
  const pathOf = async (name: string) => {
    inFlight += 1;
    most = Math.max(most, inFlight);
    await setTimeout(1);
    inFlight -= 1;
    return `/store/${name}`;
  };
  const photos = new PhotoPipeline({
    contentFolder: '/content',
    kitFolder: '/kits',
    recipe: { widthsPx: [320], formats: ['jpeg'], effort: 'fast' },
    placeOf: () => startOf('index.md'),
    face: {
      fingerprint: 'face',
      set: () => Promise.reject(new Error('Nothing is drawn here.')),
      masks: new GlyphMasks(),
    },
    store: {
      pathOf,
      missing: async () => [],
      checked: () => undefined,
      put: () => Promise.reject(new Error('Nothing is made here.')),
      remove: async () => undefined,
    },
  });
  const cards = Array.from({ length: 100 }, (_, index): SocialCard => {
    const rendition = { path: `photos/${index}-card.png`, widthPx: 1200, heightPx: 630 };
    const colours = { paper: '#ffffff', ink: '#000000', accent: '#0000ff' };
    return {
      kind: 'typeset',
      rendition,
      text: { headline: 'Steel', colours, names: [], lang: 'en', direction: 'ltr' },
    };
  });
  const { files } = await photos.cards(cards);
  expect(files.size).toBe(100);
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(2 * defaultJobs());
});
