/** Searches a built site for what was taken down, file by file. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readOrdinaryFile } from '../disk/ordinary-file.ts';
import { type Manifest, manifestName, parseManifest } from '../output/manifest.ts';
import { type Likeness, likenessOf, looksLike } from '../photos/picture-likeness.ts';
import type { DerivedPhotos } from './derived-photos.ts';
import { findTraces, type Trace } from './find-traces.ts';
import type { Needle } from './needles.ts';

export interface OutputSearch {
  readonly files: number;
  readonly traces: readonly Trace[];
  /** Pictures of the output that look like one that was taken down. */
  readonly lookalikes: readonly string[];
}

/** @param likenesses of the photos that are gone */
export async function searchOutput(
  folder: string,
  needles: readonly Needle[],
  { hashes }: DerivedPhotos,
  likenesses: readonly Likeness[],
  onProgress: (done: number, total: number) => void,
): Promise<OutputSearch> {
  const manifest = parseManifest(await readFile(path.join(folder, manifestName), 'utf8'));
  if (manifest === undefined) throw new Error(`${folder}/${manifestName} cannot be read.`);
  const { files } = manifest;
  const traces: Trace[] = [];
  let done = 0;
  for (const file of [...files.keys(), manifestName]) {
    const madeFrom = files.get(file)?.madeFrom;
    if (madeFrom !== undefined && hashes.has(madeFrom)) traces.push({ file, what: 'photo', text: madeFrom });
    traces.push(...findTraces(file, await readFile(path.join(folder, file)), needles));
    done += 1;
    onProgress(done, files.size + 1);
  }
  return { files: files.size + 1, traces, lookalikes: await findLookalikes(folder, files, likenesses) };
}

/** Of photos of the content, before they are deleted. */
export function readLikenesses(
  contentFolder: string,
  files: readonly string[],
): Promise<readonly Likeness[]> {
  return Promise.all(
    files.map(async (file) => likenessOf(readOrdinaryFile(path.join(contentFolder, file), contentFolder))),
  );
}

/** Of each photo the smallest file is looked at. */
async function findLookalikes(
  folder: string,
  files: Manifest,
  likenesses: readonly Likeness[],
): Promise<readonly string[]> {
  if (likenesses.length === 0) return [];
  const smallest = new Map<string, readonly [file: string, sizeBytes: number]>();
  for (const [file, { madeFrom, sizeBytes }] of files) {
    if (madeFrom === undefined || !/^photos\/.*\.(?:avif|webp|jpg)$/u.test(file)) continue;
    const known = smallest.get(madeFrom);
    if (known === undefined || sizeBytes < known[1]) smallest.set(madeFrom, [file, sizeBytes]);
  }
  const found: string[] = [];
  for (const [file] of smallest.values()) {
    const likeness = await likenessOf(await readFile(path.join(folder, file)));
    if (likenesses.some((gone) => looksLike(gone, likeness))) found.push(file);
  }
  return found.sort();
}
