/** Real photographs of a Debian package, made 12 megapixels large, and the programs that are measured. */

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';

const SOURCES = '/usr/share/backgrounds/mate';

/** Photographs of plants, animals, water and weather; `mate-backgrounds` says in its copyright file that they are free. */
const NAMES = [
  'nature/Aqua',
  'nature/Garden',
  'nature/LadyBird',
  'nature/TwoWings',
  'nature/Wood',
  'nature/YellowFlower',
  'nature/Storm',
  'abstract/Elephants_5640x3172',
];

/** Installs packages of Debian that are missing; `proof` is a file that each brings. Needs apt-get and root. */
export function installPackages(packages: Readonly<Record<string, string>>): void {
  const missing = Object.entries(packages).filter(([, proof]) => !existsSync(proof));
  if (missing.length === 0) return;
  const names = missing.map(([name]) => name);
  console.error(`Installing ${names.join(', ')} from the distribution.`);
  if (spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' }).status === 0)
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], {
      stdio: 'ignore',
    });
}

export const photoPackage = { 'mate-backgrounds': `${SOURCES}/nature/Aqua.jpg` };

/**
 * Writes the photographs as a camera would: 4:3, high quality. Most are scaled up by half; the widest rendition is again
 * smaller than the original, so what the encoders get is as rich in detail as the original.
 * @returns the files
 */
export async function writePhotos(
  folder: string,
  megapixels: number,
  count = NAMES.length,
): Promise<string[]> {
  const height = Math.round(Math.sqrt((megapixels * 1e6 * 3) / 4));
  const width = Math.round((height * 4) / 3);
  return await Promise.all(
    NAMES.slice(0, count).map(async (name, at) => {
      const file = path.join(folder, `${at + 1}.jpg`);
      await sharp(path.join(SOURCES, `${name}.jpg`))
        .resize(width, height, { fit: 'cover' })
        .jpeg({ quality: 92 })
        .toFile(file);
      return file;
    }),
  );
}
