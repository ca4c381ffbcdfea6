/** @11ty/eleventy-img with its own settings, concurrency among them; only the widths and formats are ours. */

import path from 'node:path';
import Image from '@11ty/eleventy-img';
import { readJob, widths } from './job.ts';

const { sources, outputFolder, formats } = readJob();
await Promise.all(
  sources.map((source) =>
    Image(source, {
      widths: [...widths],
      formats: [...formats],
      outputDir: path.join(outputFolder, path.parse(source).name),
      filenameFormat: (_id, _src, width, format) => `${width}.${format}`,
    }),
  ),
);
console.log(sources.length * widths.length * formats.length);
