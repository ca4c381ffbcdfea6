/** Astro's own image service with its defaults, run in a folder where Astro is installed; only the widths are ours. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const { sources, outputFolder, widths } = JSON.parse(process.argv[2] ?? '');
// Astro is no dependency of this project.
const installed = 'astro/assets/services/sharp';
const { default: service } = await import(installed);
for (const source of sources) {
  const folder = path.join(outputFolder, path.parse(source).name);
  mkdirSync(folder, { recursive: true });
  for (const width of widths) {
    // The format that its Image component asks for.
    const wanted = { src: source, width, format: 'webp' };
    const { data } = await service.transform(readFileSync(source), wanted, { service: { config: {} } });
    writeFileSync(path.join(folder, `${width}.webp`), data);
  }
}
