/** Our pipeline, from files to files: describes, encodes into the cache, and puts the results into the output. */

import { link, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { describePhotos } from '../../../src/photos/describe-photos.ts';
import { encodePhotos } from '../../../src/photos/encode-photos.ts';
import { gatherRenditions } from '../../../src/photos/gather-renditions.ts';
import type { Recipe } from '../../../src/photos/recipe.ts';
import { openFolderStore } from '../../../src/photos/store/folder-store.ts';
import { readJob, widths } from './job.ts';

const { sources, outputFolder, formats, effort, quality } = readJob();
const [first = ''] = sources;
const contentFolder = path.dirname(first);
const cacheFolder = path.join(path.dirname(outputFolder), 'cache');
const recipe: Recipe = { widthsPx: widths, formats, effort, quality };
const { photos, diagnostics } = await describePhotos(
  sources.map((source) => {
    const file = path.basename(source);
    return { file, place: { file, line: 1, column: 1, endColumn: 1 } };
  }),
  { contentFolder, cacheFolder, recipe },
);
if (diagnostics.length > 0) throw new Error(diagnostics[0]?.message);
const options = { contentFolder, recipe, store: openFolderStore(path.join(cacheFolder, 'renditions')) };
const { encodedCount } = await encodePhotos([...photos.values()], options);
const { files } = await gatherRenditions([...photos.values()], options);
for (const [file, photo] of photos) {
  await mkdir(path.join(outputFolder, path.parse(file).name), { recursive: true });
  for (const { widthPx, format, path: name } of photo.renditions)
    await link(files.get(name) ?? '', path.join(outputFolder, path.parse(file).name, `${widthPx}.${format}`));
}
console.log(encodedCount);
