/** Style sheets, browser scripts, fonts and the icon, bundled and named by their content. */

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { browserslistToTargets, bundle } from 'lightningcss';

export interface BundledAssets {
  /** By source name without ending (`site`, `viewer`), the url in the output. */
  readonly stylesheetUrl: string;
  readonly scriptUrls: ReadonlyMap<string, string>;
  readonly iconUrl: string;
  /** By path in the output. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Browsers of the last three years: newer than all features that the styles rely on. */
const browsers = ['chrome 111', 'firefox 115', 'safari 16.4'];

/** @param folder `assets/`, absolute: `styles/site.css` and every script in `scripts/` are entries. */
export async function bundleAssets(folder: string): Promise<BundledAssets> {
  const files = new Map<string, Uint8Array>();
  const add = (name: string, ending: string, bytes: Uint8Array): string => {
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
    const file = `assets/${name}-${hash}.${ending}`;
    files.set(file, bytes);
    return `/${file}`;
  };
  const fontFolder = path.join(folder, 'fonts');
  const fonts = new Map<string, string>();
  for (const name of (await readdir(fontFolder)).filter((file) => file.endsWith('.woff2')).sort()) {
    const bytes = await readFile(path.join(fontFolder, name));
    fonts.set(`../fonts/${name}`, path.posix.basename(add(path.basename(name, '.woff2'), 'woff2', bytes)));
  }
  const style = bundle({
    filename: path.join(folder, 'styles', 'site.css'),
    minify: true,
    targets: browserslistToTargets(browsers),
    visitor: {
      // The style sheet and the fonts lie in one folder of the output.
      Url: (url) => {
        const font = fonts.get(url.url);
        if (font === undefined)
          throw new Error(`The style sheet names ${url.url}, which is not in assets/fonts.`);
        return { ...url, url: font };
      },
    },
  });
  const stylesheetUrl = add('site', 'css', style.code);
  const scriptFolder = path.join(folder, 'scripts');
  const names = (await readdir(scriptFolder)).filter((name) => name.endsWith('.ts')).sort();
  const scriptUrls = new Map<string, string>();
  for (const name of names) {
    const result = await build({
      entryPoints: [path.join(scriptFolder, name)],
      bundle: true,
      minify: true,
      write: false,
      format: 'iife',
      target: ['chrome111', 'firefox115', 'safari16.4'],
      logLevel: 'silent',
    });
    const [output] = result.outputFiles;
    if (output === undefined) throw new Error(`esbuild made nothing of ${name}`);
    const base = path.basename(name, '.ts');
    scriptUrls.set(base, add(base, 'js', output.contents));
  }
  const iconUrl = add('icon', 'svg', await readFile(path.join(folder, 'icons', 'icon.svg')));
  return { stylesheetUrl, scriptUrls, iconUrl, files };
}
