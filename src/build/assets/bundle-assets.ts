/**
 * Style sheets, browser scripts, fonts and icons. Files are named by their content; what stands in the pages
 * themselves comes with the hash by which their security policy allows it.
 */

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { defaultTheme, type ThemeConfig } from '../../content/theme-schema.ts';
import type { Assets, InlineText, LogoPictures } from '../../site/assets.ts';
import { paletteOf, standardPalette } from '../../site/theme/palette.ts';
import { themeStyles } from '../../site/theme/theme-styles.ts';
import { defined } from '../../text/defined.ts';
import { type ThemeFonts, themeFonts } from '../theme/theme-fonts.ts';
import { readThemePicture, type ThemePicture } from '../theme/theme-picture.ts';
import { bundleScript } from './bundle-script.ts';
import { bundleSheet } from './bundle-sheet.ts';
import { drawIcons, type IconDrawing } from './draw-icons.ts';
import { type Keep, makeAnew } from './generator-store.ts';
import { speculationRules } from './speculation-rules.ts';
import { stemmerScripts } from './stemmer-scripts.ts';

export interface BundledAssets extends Assets {
  /** By path in the output. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * @param folder `assets/`, absolute. Entries are every sheet in `styles/sheets/` and every script in `scripts/`;
 * scripts in `scripts/inline/` stand in the head of every page.
 * @param pathPrefix where the site lives on its host: sheets in pages name fonts by their whole address
 * @param look without it, the generator's own
 */
export async function bundleAssets(
  folder: string,
  pathPrefix: string,
  look: Look = standardLook(folder),
): Promise<BundledAssets> {
  const files = new Map<string, Uint8Array>();
  const add = (name: string, ending: string, bytes: Uint8Array): string => {
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
    const file = `assets/${name}-${hash}.${ending}`;
    files.set(file, bytes);
    return `/${file}`;
  };

  // Other processes and threads bundle scripts and draw icons: they begin at once, and style sheets are made meanwhile.
  const { keep = makeAnew } = look;
  const scripts = bundleScripts(path.join(folder, 'scripts'), 'esm', keep);
  const smallScripts = bundleScripts(path.join(folder, 'scripts', 'inline'), 'iife', keep);
  const icon = await iconDrawing(folder, look);
  const icons = drawIcons(icon, keep);
  // The first failure is reported.
  for (const begun of [scripts, smallScripts, icons]) begun.catch(() => undefined);

  const fontUrls: Record<string, string> = {};
  for (const file of await filesOf(path.join(folder, 'fonts'), '.woff2')) {
    fontUrls[nameOf(file)] = add(nameOf(file), 'woff2', await readFile(file));
  }
  const fontHref = (name: string) => {
    const url = fontUrls[name];
    return url === undefined ? undefined : pathPrefix + url.slice(1);
  };

  const fonts = await themeFonts(look.theme, {
    ...look,
    pathPrefix,
    add: (name, bytes) => {
      const url = add(name, 'woff2', bytes);
      fontUrls[name] = url;
      return url;
    },
  });
  const themeCss = fonts.faces + themeStyles(look.theme, fonts.families);
  const logo = await addLogo(look, add);

  const sheetUrls: Record<string, string> = {};
  const linkedSheets = { print: '', viewer: '' };
  for (const file of await filesOf(path.join(folder, 'styles', 'sheets'), '.css')) {
    const name = nameOf(file);
    const bundled = await bundleSheet(file, fontHref);
    // Sheets of printers, of the viewer and of parts of a page are read beside one that has the theme.
    const css = isWhole(name) ? bundled.trimEnd() + themeCss : bundled;
    if (name === 'print' || name === 'viewer') linkedSheets[name] = add(name, 'css', Buffer.from(css));
    else sheetUrls[name] = add(name, 'css', Buffer.from(css.trim()));
  }

  const scriptUrls: Record<string, string> = {};
  for (const { name, bytes } of [...(await scripts), ...(await stemmerScripts(look.root, look.languages))])
    scriptUrls[name] = add(name, 'js', bytes);
  const inlineScripts: Record<string, InlineText> = {
    speculation: inlineText(speculationRules(pathPrefix)),
  };
  for (const { name, bytes } of await smallScripts) {
    inlineScripts[name] = inlineText(Buffer.from(bytes).toString());
  }

  const { ico, pngs } = await icons;
  files.set('favicon.ico', ico);
  const iconUrl = add('icon', icon.ending, icon.bytes);
  const pngIcons = pngs.map(({ bytes, ...icon }) => ({ ...icon, url: add(icon.name, 'png', bytes) }));
  return {
    sheetUrls,
    inlineScripts,
    printSheetUrl: linkedSheets.print,
    viewerSheetUrl: linkedSheets.viewer,
    scriptUrls,
    fontUrls,
    firstFontUrls: firstFonts(look, fonts, fontUrls[firstFont]),
    ...defined({ logo }),
    iconUrl,
    pngIcons,
    files,
  };
}

/** The theme of the site, and where its files are. */
export interface Look {
  readonly theme: ThemeConfig;
  /** The generator's own folder. */
  readonly root: string;
  readonly contentFolder: string;
  readonly languages: readonly string[];
  /** Without it scripts and icons are made anew. */
  readonly keep?: Keep;
}

function standardLook(folder: string): Look {
  return { theme: defaultTheme, root: path.dirname(folder), contentFolder: '', languages: ['en'] };
}

/** The face of text and headlines; the others come when they are needed. */
const firstFont = 'newsreader';

/** Of a theme that names faces, those of its text and headlines. */
function firstFonts({ theme }: Look, fonts: ThemeFonts, standard: string | undefined): readonly string[] {
  const { text } = theme.typefaces;
  const isStandard = text === undefined || text === 'newsreader';
  return [...(isStandard && standard !== undefined ? [standard] : []), ...fonts.first];
}

/** The newsroom's own icon, or ours in its colours. */
async function iconDrawing(
  folder: string,
  { theme, contentFolder }: Look,
): Promise<IconDrawing & { readonly ending: string }> {
  const { light } = paletteOf(theme);
  if (theme.icon !== undefined) {
    const own = await pictureOf(contentFolder, theme.icon);
    if (own !== undefined) return { ...own, ground: light.paper, hasGround: false };
  }
  const drawing = await readFile(path.join(folder, 'icons', 'icon.svg'), 'utf8');
  const svg = drawing
    .replaceAll(standardPalette.light.accent, light.accent)
    .replaceAll(standardPalette.light.paper, light.paper);
  return { ending: 'svg', bytes: Buffer.from(svg), widthPx: 32, ground: light.accent, hasGround: true };
}

async function addLogo(
  { theme, contentFolder }: Look,
  add: (name: string, ending: string, bytes: Uint8Array) => string,
): Promise<LogoPictures | undefined> {
  if (theme.logo === undefined) return undefined;
  const place = async (file: string) => {
    const picture = await pictureOf(contentFolder, file);
    if (picture === undefined) return undefined;
    const { ending, bytes, widthPx, heightPx } = picture;
    return { url: add('logo', ending, bytes), widthPx, heightPx };
  };
  const light = await place(theme.logo.light);
  const dark = theme.logo.dark === undefined ? undefined : await place(theme.logo.dark);
  return light === undefined ? undefined : { light, ...defined({ dark }) };
}

/** Undefined where it cannot be used: the check has told of it, and a preview goes on without. */
async function pictureOf(contentFolder: string, file: string): Promise<ThemePicture | undefined> {
  const reading = await readThemePicture(contentFolder, file);
  return reading.ok ? reading.picture : undefined;
}

function isWhole(sheet: string): boolean {
  return sheet !== 'print' && sheet !== 'viewer' && !sheet.startsWith('part-');
}

/** Every script of a folder. */
async function bundleScripts(
  folder: string,
  format: 'esm' | 'iife',
  keep: Keep,
): Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]> {
  const files = await scriptsOf(folder);
  return await Promise.all(
    files.map(async (file) => {
      const bytes = await keep(`script ${format} ${nameOf(file)}`, () => bundleScript(file, format));
      return { name: nameOf(file), bytes };
    }),
  );
}

/** Sources, or in an installed package what was made of them. */
async function scriptsOf(folder: string): Promise<readonly string[]> {
  const sources = await filesOf(folder, '.ts');
  return sources.length > 0 ? sources : await filesOf(folder, '.js');
}

async function filesOf(folder: string, ending: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending)).sort();
  return names.map((name) => path.join(folder, name));
}

function nameOf(file: string): string {
  return path.basename(file, path.extname(file));
}

function inlineText(text: string): InlineText {
  // A bundler ends a file with a line break, a wasted byte inside a page.
  const trimmed = text.trim();
  return { text: trimmed, hash: `sha256-${createHash('sha256').update(trimmed).digest('base64')}` };
}
