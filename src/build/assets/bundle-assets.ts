/**
 * Style sheets, browser scripts, fonts and icons. Files are named by their content; what stands in the pages
 * themselves comes with the hash by which their security policy allows it.
 */

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Assets, InlineText } from '../../site/assets.ts';
import { bundleScript } from './bundle-script.ts';
import { bundleSheet } from './bundle-sheet.ts';
import { drawIcons } from './draw-icons.ts';
import { speculationRules } from './speculation-rules.ts';

export interface BundledAssets extends Assets {
  /** By path in the output. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * @param folder `assets/`, absolute. Entries are every sheet in `styles/sheets/` and every script in `scripts/`;
 * scripts in `scripts/inline/` stand in the head of every page.
 * @param pathPrefix where the site lives on its host: sheets in pages name fonts by their whole address
 */
export async function bundleAssets(folder: string, pathPrefix: string): Promise<BundledAssets> {
  const files = new Map<string, Uint8Array>();
  const add = (name: string, ending: string, bytes: Uint8Array): string => {
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
    const file = `assets/${name}-${hash}.${ending}`;
    files.set(file, bytes);
    return `/${file}`;
  };

  // Other processes and threads bundle scripts and draw icons: they begin at once, and style sheets are made meanwhile.
  const scripts = bundleScripts(path.join(folder, 'scripts'));
  const smallScripts = bundleScripts(path.join(folder, 'scripts', 'inline'));
  const icons = drawIcons(path.join(folder, 'icons', 'icon.svg'));
  // Whoever fails first is told of.
  for (const begun of [scripts, smallScripts, icons]) begun.catch(() => undefined);

  const fontUrls: Record<string, string> = {};
  for (const file of await filesOf(path.join(folder, 'fonts'), '.woff2')) {
    fontUrls[nameOf(file)] = add(nameOf(file), 'woff2', await readFile(file));
  }
  const fontHref = (name: string) => {
    const url = fontUrls[name];
    return url === undefined ? undefined : pathPrefix + url.slice(1);
  };

  const sheets: Record<string, InlineText> = {};
  const linkedSheets = { print: '', viewer: '' };
  for (const file of await filesOf(path.join(folder, 'styles', 'sheets'), '.css')) {
    const css = await bundleSheet(file, fontHref);
    const name = nameOf(file);
    if (name === 'print' || name === 'viewer') linkedSheets[name] = add(name, 'css', Buffer.from(css));
    else sheets[name] = inlineText(css);
  }

  const scriptUrls: Record<string, string> = {};
  for (const { name, bytes } of await scripts) scriptUrls[name] = add(name, 'js', bytes);
  const inlineScripts: Record<string, InlineText> = {
    speculation: inlineText(speculationRules(pathPrefix)),
  };
  for (const { name, bytes } of await smallScripts) {
    inlineScripts[name] = inlineText(Buffer.from(bytes).toString());
  }

  const { svg, ico, pngs } = await icons;
  files.set('favicon.ico', ico);
  const iconUrl = add('icon', 'svg', svg);
  const pngIcons = pngs.map(({ bytes, ...icon }) => ({ ...icon, url: add(icon.name, 'png', bytes) }));
  return {
    sheets,
    inlineScripts,
    printSheetUrl: linkedSheets.print,
    viewerSheetUrl: linkedSheets.viewer,
    scriptUrls,
    fontUrls,
    iconUrl,
    pngIcons,
    files,
  };
}

/** Every script of a folder. */
async function bundleScripts(
  folder: string,
): Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]> {
  const files = await filesOf(folder, '.ts');
  return await Promise.all(
    files.map(async (file) => ({ name: nameOf(file), bytes: await bundleScript(file) })),
  );
}

async function filesOf(folder: string, ending: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending)).sort();
  return names.map((name) => path.join(folder, name));
}

function nameOf(file: string): string {
  return path.basename(file, path.extname(file));
}

function inlineText(text: string): InlineText {
  // A bundler ends a file with a line break, which helps nobody inside a page.
  const trimmed = text.trim();
  return { text: trimmed, hash: `sha256-${createHash('sha256').update(trimmed).digest('base64')}` };
}
