/** The demonstration site as of another day: every page says which, and the style sheet has another name. */

import { createHash } from 'node:crypto';
import { link, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type ManifestEntry, manifestName, parseManifest, printManifest } from '../../src/output/manifest.ts';

/** What each page of a variant begins and ends with. */
export function markOf(number: number): string {
  return `<!-- day ${number} -->`;
}

/** @param folder is made; what does not differ is linked to the built site */
export async function writeVariant(built: string, folder: string, number: number): Promise<void> {
  const manifest = parseManifest(await readFile(path.join(built, manifestName), 'utf8'));
  if (manifest === undefined) throw new Error(`${built} has no manifest.`);
  const sheet = [...manifest.files.keys()].find((file) => /^assets\/.*\.css$/u.test(file)) ?? '';
  const renamed = sheet.replace(/\.css$/u, `-${number}.css`);
  const entries = new Map<string, ManifestEntry>();
  const folders = new Set([...manifest.files.keys()].map((file) => path.dirname(path.join(folder, file))));
  for (const each of folders) await mkdir(each, { recursive: true });
  for (const [file, entry] of manifest.files) {
    const source = path.join(built, file);
    if (!file.endsWith('.html') && file !== sheet) {
      await link(source, path.join(folder, file));
      entries.set(file, entry);
      continue;
    }
    const text = await readFile(source, 'utf8');
    const mark = markOf(number);
    const changed =
      file === sheet
        ? `${text}/* ${number} */`
        : `${text.replaceAll(`/${sheet}`, `/${renamed}`).replace(/^(<!doctype html>)/iu, `$1${mark}`)}${mark}`;
    const name = file === sheet ? renamed : file;
    await writeFile(path.join(folder, name), changed);
    const bytes = Buffer.from(changed);
    entries.set(name, {
      sha256: createHash('sha256').update(bytes).digest('hex'),
      sizeBytes: bytes.byteLength,
    });
  }
  await writeFile(path.join(folder, manifestName), printManifest(entries, manifest.headers));
}
