/** Keeps the order of the layers: each folder imports only those before it, and nothing imports in circles. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

/** What each layer may import besides itself. `src/cli` and `.eleventy.ts` may import anything. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'src/cache': [],
  'src/diagnostics': [],
  'src/markdown': ['src/diagnostics'],
  'src/photos': ['src/cache', 'src/diagnostics'],
  'src/content': ['src/cache', 'src/diagnostics', 'src/markdown', 'src/photos', 'src/output'],
  'src/site': ['src/cache', 'src/diagnostics', 'src/markdown', 'src/photos', 'src/content'],
  'src/feeds': ['src/cache', 'src/diagnostics', 'src/markdown', 'src/photos', 'src/content', 'src/site'],
  'src/imports': ['src/diagnostics', 'src/markdown', 'src/photos', 'src/content'],
  'src/checks': ['src/diagnostics', 'src/markdown', 'src/photos', 'src/content', 'src/site'],
  'src/views': [],
  'src/takedown': ['src/diagnostics', 'src/markdown', 'src/content', 'src/site'],
  'src/editors': ['src/diagnostics', 'src/content'],
  'src/output': ['src/cache'],
  'src/publish': ['src/diagnostics', 'src/output'],
  'src/assets': ['src/site'],
  templates: [
    'src/cache',
    'src/diagnostics',
    'src/markdown',
    'src/photos',
    'src/content',
    'src/site',
    'src/feeds',
    'src/output',
  ],
};

/** The only folders that touch the disk. */
const diskFolders = [
  'src/cache',
  'src/content',
  'src/photos',
  'src/output',
  'src/publish',
  'src/assets',
  'src/cli',
];
/** Of the imports only what opens the sources and what writes the articles. */
const diskFiles = ['src/imports/import-folder.ts', 'src/imports/write-articles.ts'];

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
    const known = [...Object.keys(allowed), 'src/cli'];
    expect([...new Set(files.map(layerOf))].filter((layer) => !known.includes(layer))).toEqual([]);
  });

  test('no file imports a layer that comes after its own', () => {
    const wrong = files.flatMap((file) => {
      const layer = layerOf(file);
      if (layer === 'src/cli') return [];
      return importsOf(file)
        .filter((target) => target.startsWith('.'))
        .map((target) => path.posix.join(path.posix.dirname(file), target))
        .filter((target) => layerOf(target) !== layer && !allowed[layer]?.includes(layerOf(target)))
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

  test('Eleventy is known to the command line alone, and the disk to few', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter(
          (target) =>
            (target.startsWith('@11ty/') && layerOf(file) !== 'src/cli') ||
            (/^(?:node:)?fs(?:\/promises)?$/u.test(target) &&
              !diskFolders.includes(layerOf(file)) &&
              !diskFiles.includes(file)),
        )
        .map((target) => `${file} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('the clock is read in the command line alone', () => {
    const clock = /\bDate\.now\(|\bnew Date\(\)|\bDateTime\.(?:now|local)\(\)/u;
    const wrong = files.filter(
      (file) => layerOf(file) !== 'src/cli' && clock.test(readFileSync(path.join(root, file), 'utf8')),
    );
    // Abandoned temporary files are told by their age; no page depends on it.
    expect(wrong.filter((file) => layerOf(file) !== 'src/photos')).toEqual([]);
  });
});
