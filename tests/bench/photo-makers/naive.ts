/** sharp as its first example shows it: one pipeline for each rendition, its own settings, all at once. */

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { readJob, widths } from './job.ts';

const { sources, outputFolder, formats } = readJob();
for (const source of sources) {
  const folder = path.join(outputFolder, path.parse(source).name);
  await mkdir(folder, { recursive: true });
  await Promise.all(
    widths.flatMap((width) =>
      formats.map((format) =>
        sharp(source)
          .rotate()
          .resize(width)
          .toFormat(format)
          .toFile(path.join(folder, `${width}.${format}`)),
      ),
    ),
  );
}
console.log(sources.length * widths.length * formats.length);
