/**
 * The bundled style sheets, scripts and icons, kept between builds: to make them takes programs and threads that take
 * longer to start than a small edit takes to build.
 */

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { digestOf } from '../cache/digest.ts';
import type { PackStore } from '../cache/pack-store.ts';
import type { SiteConfig } from '../content/site-config.ts';
import { themeFiles } from '../content/theme-schema.ts';
import type { BundledAssets } from './assets/bundle-assets.ts';
import { GeneratorStore } from './assets/generator-store.ts';
import type { Project } from './project.ts';

interface Kept extends Omit<BundledAssets, 'files'> {
  /** Path in the output, and bytes as base64. */
  readonly files: readonly (readonly [string, string])[];
}

/** @param store saved by the caller, when there is more to save */
export async function keptAssets(
  { root, bundle, content }: Project,
  { pathPrefix, theme, languages }: Pick<SiteConfig, 'pathPrefix' | 'theme' | 'languages'>,
  store: PackStore,
): Promise<BundledAssets> {
  const folder = path.join(root, 'assets');
  // Scripts share modules with the generator, which its own name stands for.
  const look = { theme, root, contentFolder: content, languages: Object.keys(languages) };
  const ownFiles = themeFiles(theme)
    .map(({ file }) => path.join(content, file))
    .map((file) => (existsSync(file) ? readFileSync(file, 'latin1') : ''));
  const contents = digestOf(contentsOf(folder));
  const key = `assets ${digestOf([path.basename(bundle), pathPrefix, contents, theme, look.languages, ownFiles])}`;
  const known = store.get(key);
  if (known !== undefined) {
    // What the store gives is what this version of the code has put in, or nothing.
    const { files, ...assets }: Kept = JSON.parse(known.toString('utf8'));
    return { ...assets, files: new Map(files.map(([file, text]) => [file, Buffer.from(text, 'base64')])) };
  }
  const { bundleAssets } = await import('./assets/bundle-assets.ts');
  const made = new GeneratorStore(bundle);
  const assets = await bundleAssets(folder, pathPrefix, {
    ...look,
    keep: (what, make) => made.bytes(`${what} ${contents}`, make),
  }).finally(() => made.close());
  const files = [...assets.files].map(
    ([file, bytes]) => [file, Buffer.from(bytes).toString('base64')] as const,
  );
  store.put(key, Buffer.from(JSON.stringify({ ...assets, files } satisfies Kept)));
  return assets;
}

/** By name: they are few and small, and reading them is faster than finding out which have changed. */
export function contentsOf(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .map((name) => [name, readFileSync(path.join(folder, name), 'latin1')] as const);
}
