/** What CI installs: packages, bytes and processor time of `npm ci`, from npm's own cache where it has them. */

import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { measure } from './measured-process.ts';
import { sizeOf } from './output-size.ts';

interface Installed {
  readonly packages: number;
  readonly megabytes: number;
}

/**
 * @param work a folder for this run
 * @param checkout whose `package-lock.json` is installed
 * @param options of `npm ci`: an earlier version may have installed what its tests need, too
 */
export function measureInstall(work: string, checkout: string, options: readonly string[]): Installed {
  const folder = path.join(work, 'install');
  mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) {
    const source = path.join(checkout, file);
    if (existsSync(source)) copyFileSync(source, path.join(folder, file));
  }
  const { cpuSeconds, wallSeconds } = measure(
    ['npm', 'ci', ...options, '--prefer-offline', '--no-audit', '--no-fund'],
    folder,
  );
  const { packages } = z
    .object({ packages: z.record(z.string(), z.unknown()) })
    .parse(JSON.parse(readFileSync(path.join(folder, 'node_modules/.package-lock.json'), 'utf8')));
  const megabytes = sizeOf(path.join(folder, 'node_modules')) / 1e6;
  rmSync(folder, { recursive: true });
  const count = Object.keys(packages).length;
  console.log(
    `\nInstalled by "npm ${['ci', ...options].join(' ')}" in ${checkout}: ${count} packages, ${megabytes.toFixed(0)} MB, ` +
      `${cpuSeconds.toFixed(1)} s of processor, ${wallSeconds.toFixed(1)} s`,
  );
  return { packages: count, megabytes };
}
