/** Keeps the order of the layers: each folder imports only those before it, and nothing imports in circles. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

/** The ground floor and the way of a story through the generator: each layer may import those before it. */
const way = [
  'src/text',
  'src/disk',
  'src/diagnostics',
  'src/cache',
  'src/markdown',
  'src/object-store',
  'src/output',
  'src/photos',
  'src/content',
  'src/site',
  'src/search',
  'src/seo',
  'src/feeds',
  'templates',
  'src/build',
  'src/preview',
];

/** These stand beside the way: they import what they need of it, up to the layer named, and never each other. */
const beside: Readonly<Record<string, string>> = {
  'src/checks': 'src/site',
  'src/imports': 'src/content',
  'src/takedown': 'src/build',
  'src/views': 'src/content',
  'src/editor': 'src/site',
  'src/publish': 'src/output',
};

/** What a step of the way may import of those beside it. */
const called: Readonly<Record<string, readonly string[]>> = {
  'src/build': ['src/checks', 'src/editor'],
  'src/preview': ['src/checks', 'src/editor', 'src/imports'],
  'src/takedown': ['src/views'],
};

/** `publish` sees a built folder, never a story. */
const withheld: Readonly<Record<string, readonly string[]>> = {
  'src/publish': ['src/markdown', 'src/cache'],
};

function allowedOf(layer: string): readonly string[] {
  const last = beside[layer];
  const before = last === undefined ? way.slice(0, way.indexOf(layer)) : way.slice(0, way.indexOf(last) + 1);
  return [...before, ...(called[layer] ?? [])].filter((other) => !withheld[layer]?.includes(other));
}

/** The only folders that touch the disk. */
const diskFolders = [
  'src/disk',
  'src/cache',
  'src/content',
  'src/photos',
  'src/output',
  'src/object-store',
  'src/publish',
  'src/build',
  'src/preview',
  'src/cli',
];
/** Of the other layers only what opens their sources and what writes them. */
const diskFiles = [
  'src/imports/import-folder.ts',
  'src/imports/site-root.ts',
  'src/imports/write-articles.ts',
  'src/views/log-files.ts',
  'src/takedown/forget-caches.ts',
  'src/takedown/write-takedown.ts',
  'src/takedown/photo-texts.ts',
  'src/takedown/search-output.ts',
];

/** The clock of what the site shows, and the age of files of the cache, on which no page depends. */
const clockFiles = [
  'src/build/clock.ts',
  'src/build/last-build.ts',
  'src/build/prepare-site.ts',
  'src/takedown/forget-caches.ts',
];

/** Its job for the generator's own pages, and the process in which a web team's code runs. */
const eleventyFiles = [
  'src/build/eleventy-job.ts',
  'src/build/pages-config.ts',
  'src/build/extension/eleventy-process.ts',
];

const root = path.resolve(import.meta.dirname, '../..');

function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/u.test(file))
    .map((file) => path.posix.join(folder, file.replaceAll('\\', '/')));
}

function importsOf(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/gu)].map((match) => match[1] ?? '');
}

function layerOf(file: string): string {
  const [first = '', second = ''] = file.split('/');
  return first === 'src' ? `${first}/${second}` : first;
}

const files = [...sources('src'), ...sources('templates')];

describe('the layers of the source', () => {
  test('every folder is one that the rule knows', () => {
    const known = [...way, ...Object.keys(beside), 'src/cli'];
    expect([...new Set(files.map(layerOf))].filter((layer) => !known.includes(layer))).toEqual([]);
  });

  test('no file imports a layer that comes after its own', () => {
    const wrong = files.flatMap((file) => {
      const layer = layerOf(file);
      if (layer === 'src/cli') return [];
      return importsOf(file)
        .filter((target) => target.startsWith('.'))
        .map((target) => path.posix.join(path.posix.dirname(file), target))
        .filter((target) => layerOf(target) !== layer && !allowedOf(layer).includes(layerOf(target)))
        .map((target) => `${file} imports ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  test('no file imports itself through others', () => {
    const graph = new Map(
      files.map((file) => [
        file,
        importsOf(file)
          .filter((target) => target.startsWith('.'))
          .map((target) => path.posix.join(path.posix.dirname(file), target)),
      ]),
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, trail: readonly string[]) => {
      if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(' > '));
      if (done.has(file) || trail.includes(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  test('Eleventy is known to few files of the build alone, and the disk to few', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter(
          (target) =>
            (target.startsWith('@11ty/') && !eleventyFiles.includes(file)) ||
            (/^(?:node:)?fs(?:\/promises)?$/u.test(target) &&
              !diskFolders.includes(layerOf(file)) &&
              !diskFiles.includes(file)),
        )
        .map((target) => `${file} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('every component can be replaced by a newsroom: templates/component-register.ts names it', () => {
    const register = readFileSync(path.join(root, 'templates/component-register.ts'), 'utf8');
    const components = sources('templates/components').filter((file) => file.endsWith('.tsx'));
    const lines = components.map((file) => `from './components/${path.basename(file)}'`);
    expect(lines.filter((line) => !register.includes(line))).toEqual([]);
  });

  test('the clock is read in the command line and in few files of the build', () => {
    const clock = /\bDate\.now\(|\bnew Date\(\)|\bDateTime\.(?:now|local)\(\)/u;
    const wrong = files.filter(
      (file) =>
        !clockFiles.includes(file) &&
        layerOf(file) !== 'src/cli' &&
        clock.test(readFileSync(path.join(root, file), 'utf8')),
    );
    // Abandoned temporary files are told by their age; no page depends on it.
    expect(wrong.filter((file) => layerOf(file) !== 'src/photos')).toEqual([]);
  });
});
