/**
 * Describes, encodes and packs the photos of a folder as a build does, and prints the most memory that took in
 * megabytes: `tsx photo-memory.ts FOLDER FILE...`. A program of its own, because memory is counted by process.
 */

import path from 'node:path';
import { encodePhotos } from '../../src/photos/encode-photos.ts';
import { describePhotos } from '../../src/photos/photo-pipeline.ts';
import { planPressKit } from '../../src/photos/press-kit/press-kit.ts';
import { writePressKit } from '../../src/photos/press-kit/write-press-kit.ts';
import { openFolderStore } from '../../src/photos/store/folder-store.ts';

const [folder = '', ...files] = process.argv.slice(2);
const contentFolder = path.join(folder, 'content');
const recipe = { widthsPx: [320], formats: ['avif', 'jpeg'], effort: 'fast' } as const;
const { photos, diagnostics } = await describePhotos(
  files.map((file) => ({ file, place: { file, line: 1, column: 1, endColumn: 1 } })),
  { contentFolder, cacheFolder: path.join(folder, 'cache'), recipe },
);
const store = openFolderStore(path.join(folder, 'renditions'));
const options = { contentFolder, store, recipe, kitFolder: path.join(folder, 'kits') };
const encoded = await encodePhotos([...photos.values()], options);
const kit = planPressKit(
  'story',
  [...photos.values()].map((photo) => ({ photo })),
  () => [],
);
const written = await writePressKit(kit, options);
const messages = [...diagnostics, ...encoded.diagnostics].map(({ message }) => message);
console.log(
  JSON.stringify({
    peakMb: process.resourceUsage().maxRSS / 1024,
    encodedCount: encoded.encodedCount,
    messages: written.ok ? messages : [...messages, written.diagnostic.message],
  }),
);
