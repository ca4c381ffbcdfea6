/** Searches a built site for what was taken down, file by file. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readOrdinaryFile } from '../disk/ordinary-file.ts';
import { type Manifest, manifestName, parseManifest } from '../output/manifest.ts';
import { type Likeness, likenessOf, looksLike } from '../photos/picture-likeness.ts';
import type { DerivedPhotos } from './derived-photos.ts';
import { findLooks, findTraces, type Trace } from './find-traces.ts';
import type { Needle } from './needles.ts';

export interface OutputSearch {
  readonly files: number;
  readonly traces: readonly Trace[];
  /** Pictures of the output that look like one that was taken down. */
  readonly lookalikes: readonly string[];
  /** Forms of the name that may mean another person, as they are written, and the files that have them. */
  readonly looks: ReadonlyMap<string, readonly string[]>;
}

/** @param likenesses of the photos that are gone */
export async function searchOutput(
  folder: string,
  needles: readonly Needle[],
  forms: readonly RegExp[],
  { hashes }: DerivedPhotos,
  likenesses: readonly Likeness[],
  onProgress: (done: number, total: number) => void,
): Promise<OutputSearch> {
  const manifest = parseManifest(await readFile(path.join(folder, manifestName), 'utf8'));
  if (manifest === undefined) throw new Error(`${folder}/${manifestName} cannot be read.`);
  const { files } = manifest;
  const traces: Trace[] = [];
  const looks = new Map<string, string[]>();
  let done = 0;
  for (const file of [...files.keys(), manifestName]) {
    const madeFrom = files.get(file)?.madeFrom;
    if (madeFrom !== undefined && hashes.has(madeFrom)) traces.push({ file, what: 'photo', text: madeFrom });
    const bytes = await readFile(path.join(folder, file));
    traces.push(...findTraces(file, bytes, needles));
    for (const text of findLooks(file, bytes, forms)) looks.set(text, [...(looks.get(text) ?? []), file]);
    done += 1;
    onProgress(done, files.size + 1);
  }
  const lookalikes = await findLookalikes(folder, files, likenesses);
  return { files: files.size + 1, traces, looks, lookalikes };
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
