/** What CI installs: packages, bytes and processor time of `npm ci --omit=dev`, from npm's own cache where it has them. */

import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { measure } from './measured-process.ts';
import { sizeOf } from './output-size.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** @param work a folder for this run */
export function measureInstall(work: string): string {
  const folder = path.join(work, 'install');
  mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json'])
    copyFileSync(path.join(root, file), path.join(folder, file));
  const { cpuSeconds, wallSeconds } = measure(
    ['npm', 'ci', '--omit=dev', '--prefer-offline', '--no-audit', '--no-fund'],
    folder,
  );
  const { packages } = z
    .object({ packages: z.record(z.string(), z.unknown()) })
    .parse(JSON.parse(readFileSync(path.join(folder, 'node_modules/.package-lock.json'), 'utf8')));
  const megabytes = sizeOf(path.join(folder, 'node_modules')) / 1e6;
  rmSync(folder, { recursive: true });
  return (
    `\nInstall for CI: ${Object.keys(packages).length} packages, ${megabytes.toFixed(0)} MB, ` +
    `${cpuSeconds.toFixed(1)} s of processor, ${wallSeconds.toFixed(1)} s`
  );
}
