/** The package as `npm pack` makes it, installed into an empty folder as a newsroom does. */

import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { root } from './run-news.ts';

const lockSchema = z.object({
  packages: z.record(z.string(), z.looseObject({ dev: z.boolean().optional() })),
});

/** Runs `npm pack` alone, as a web person would. @returns the tarball */
export function packGenerator(folder: string): string {
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: root, stdio: 'pipe' });
  const name = readdirSync(folder).find((file) => file.endsWith('.tgz'));
  if (name === undefined) throw new Error('npm pack left no tarball.');
  return path.join(folder, name);
}

/**
 * Installs the tarball by npm into a folder that has nothing of it. The packages that it needs are those of this
 * checkout, at the versions of its lock file: npm finds them there already, judges them, and unpacks the tarball alone.
 */
export function installTarball(tarball: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const source = `file:${path.relative(folder, tarball).replaceAll('\\', '/')}`;
  const { packages } = lockSchema.parse(
    JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')),
  );
  const manifest = { name: 'a-newsroom', private: true, dependencies: { newsroom: source } };
  const { devDependencies: _left, ...own } = packages[''] ?? {};
  const needed = Object.entries(packages).filter(([place, { dev }]) => place !== '' && dev !== true);
  const lock = {
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': manifest,
      'node_modules/newsroom': { ...own, resolved: source },
      ...Object.fromEntries(needed),
    },
  };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify(lock));
  for (const [place] of needed)
    if (existsSync(path.join(root, place))) linkFiles(path.join(root, place), path.join(folder, place));
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'];
  const { status, stderr } = spawnSync('npm', ['install', ...quiet], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm install failed:\n${stderr}`);
}

/** The files of a package, without those of packages in it. */
function linkFiles(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (!entry.isDirectory()) linkOrCopy(source, target);
    else if (entry.name !== 'node_modules') linkFiles(source, target);
  }
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    // It may lie on another disk.
    copyFileSync(source, target);
  }
}

/** Unpacks the tarball beside links to this checkout's packages: a tenth of the time that npm takes. */
export function unpackTarball(tarball: string, folder: string): void {
  const packages = path.join(folder, 'node_modules');
  mkdirSync(path.join(packages, 'newsroom'), { recursive: true });
  execFileSync('tar', ['xzf', tarball, '-C', path.join(packages, 'newsroom'), '--strip-components=1']);
  for (const dependency of readdirSync(path.join(root, 'node_modules')))
    if (!dependency.startsWith('.') && !existsSync(path.join(packages, dependency)))
      symlinkSync(path.join(root, 'node_modules', dependency), path.join(packages, dependency));
}
