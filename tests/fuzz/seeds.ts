/** Honest texts of the project itself, to begin with. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { splitFrontMatter } from '../../src/content/front-matter.ts';
import { newsroomFolder } from '../fixtures/newsroom-folder.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** What is typed in the fixtures of a folder: between a title and what becomes of it. */
export function readFixtures(folder: 'markdown' | 'front-matter'): string[] {
  const files = readdirSync(path.join(root, 'tests/fixtures', folder));
  return files.flatMap((name) => {
    const text = readFileSync(path.join(root, 'tests/fixtures', folder, name), 'utf8');
    return [...text.matchAll(/^\S.*\n\.\n([\s\S]*?)\n?^\.$/gmu)].map(([, typed = '']) => typed);
  });
}

/** Files of the demonstration and of editors' mistakes. */
export function stories(): string[] {
  const demonstration = readdirSync(path.join(newsroomFolder, 'articles'), {
    recursive: true,
    encoding: 'utf8',
  })
    .filter((name) => name.endsWith('.md'))
    .slice(0, 20)
    .map((name) => path.join(newsroomFolder, 'articles', name));
  const broken = readdirSync(path.join(root, 'tests/fixtures/broken'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join(root, 'tests/fixtures/broken', name));
  return [...demonstration, ...broken].map((file) => readFileSync(file, 'utf8'));
}

export function bodiesOf(texts: readonly string[]): string[] {
  return texts.map((text) => {
    const split = splitFrontMatter(text, 'index.md');
    return split.ok ? split.file.body : text;
  });
}
