/**
 * Copies a built site into a folder that opens from disk, without a server: addresses are relative, scripts are classic, fonts
 * stand in the style sheets, and the search has its index in a script. It has no manifest, so that it is never published.
 */

import { existsSync } from 'node:fs';
import { copyFile, link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { manifestName, parseManifest } from '../../output/manifest.ts';
import { taggedScript } from './classic-script.ts';
import { imported, portableScript } from './portable-script.ts';
import { type PortableSite, portableIndex, portablePage, portableSheet } from './relative-addresses.ts';

/** By it a later run knows that the folder may be replaced. */
const markName = 'READ-ME.txt';
const mark =
  'A copy of the site that opens from disk: open index.html. Made by "news build --portable"; do not publish it.\n';

const onlyForServers =
  /^(?:_[^/]*|manifest\.json|due\.json|robots\.txt|(?:news-)?sitemap[^/]*\.xml|admin\/.*|(?:.*\/)?_player-[^/]*|(?:.*\/)?assets\/film-[0-9a-f]+\.js|(?:.*\/)?site\.webmanifest)$/u;

/** @param output the built site @param folder absolute; replaced as a whole, if it is such a copy */
export async function writePortable(output: string, folder: string): Promise<number> {
  const isCopy = existsSync(path.join(folder, markName));
  if (existsSync(folder) && !isCopy)
    throw new Error(`${folder} is no copy of a site that this command has made. Delete or rename it.`);
  const manifest = parseManifest(await readFile(path.join(output, manifestName), 'utf8'));
  if (manifest === undefined) throw new Error(`The manifest in ${output} cannot be read.`);
  // The first rule covers the whole site.
  const pathPrefix = manifest.headers[0]?.pattern.replace(/\*$/u, '') ?? '/';
  const names = [...manifest.files.keys()].filter((file) => !onlyForServers.test(file));
  const site: PortableSite = { pathPrefix, files: new Set(names) };
  const staged = `${folder}.${process.pid}.tmp`;
  await rm(staged, { recursive: true, force: true });
  const read = (file: string) => readFile(path.join(output, file), 'utf8');
  const fonts = new Map<string, string>();
  for (const file of names.filter((name) => name.endsWith('.woff2')))
    fonts.set(file, (await readFile(path.join(output, file))).toString('base64'));
  const modules: (readonly [string, string])[] = [];
  const indexes: (readonly [string, unknown])[] = [];
  for (const file of names) {
    const target = path.join(staged, file);
    await mkdir(path.dirname(target), { recursive: true });
    if (file.endsWith('.html')) await writeFile(target, portablePage(await read(file), file, site));
    else if (/^assets\/.*\.css$/u.test(file))
      await writeFile(
        target,
        portableSheet(await read(file), site, (font) => fonts.get(font) ?? ''),
      );
    else if (/^assets\/.*\.js$/u.test(file)) {
      const script = await read(file);
      modules.push([path.basename(file), script]);
      if (!imported.test(path.basename(file))) await writeFile(target, taggedScript(script));
    } else {
      if (/(?:^|\/)search\/.*\.json$/u.test(file))
        indexes.push([file, portableIndex(JSON.parse(await read(file)), site)]);
      await linkOrCopy(path.join(output, file), target);
    }
  }
  await writeFile(path.join(staged, 'portable.js'), await portableScript(modules, indexes));
  await writeFile(path.join(staged, markName), mark);
  await rm(folder, { recursive: true, force: true });
  await rename(staged, folder);
  return names.length;
}

async function linkOrCopy(source: string, target: string): Promise<void> {
  await link(source, target).catch(() => copyFile(source, target));
}
