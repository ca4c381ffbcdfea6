/** A small built site of given files, made by the same code as a real one. */

import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { OutputTree } from '../../src/output/output-tree.ts';
import type { HeaderRule } from '../../src/output/security-headers.ts';

export type Files = Readonly<Record<string, string>>;

export interface BuiltSite {
  readonly folder: string;
  /** Builds these files, as an incremental build does. */
  readonly build: (files: Files, headers?: readonly HeaderRule[]) => Promise<void>;
  readonly remove: () => Promise<void>;
}

export async function builtSite(): Promise<BuiltSite> {
  const parent = await mkdtemp(path.join(os.tmpdir(), 'news-built-'));
  const folder = path.join(parent, '_site');
  return {
    folder,
    async build(files, headers = headersOf("default-src 'none'")) {
      const tree = await OutputTree.open(folder);
      for (const [file, content] of Object.entries(files)) tree.put(file, content);
      await tree.commit(headers);
    },
    remove: () => rm(parent, { recursive: true, force: true }),
  };
}

export function headersOf(policy: string, pattern = '/*'): readonly HeaderRule[] {
  return [{ pattern, headers: [['Content-Security-Policy', policy]] }];
}

const prose = 'The river rose in the night, and nobody slept. '.repeat(60);

/** Version 1 of a site. Its pages name each other and their photos by `href` and `src`. */
export const firstSite: Files = {
  'index.html': `<a href="/2024/fair/">Fair</a><link href="/assets/site-aaaaaaaaaa.css">${prose}`,
  '2024/fair/index.html': `<a href="/">Home</a><img src="/photos/aaaaaaaaaaaa-320.webp">${prose}`,
  '2024/flood/index.html': `<a href="/2024/fair/">Fair</a>${prose}`,
  'topics/research/index.html': `<a href="/2024/flood/">Flood</a><a href="/2024/fair/">Fair</a>${prose}`,
  'feed.xml': '<feed>first</feed>',
  'assets/site-aaaaaaaaaa.css': 'body { color: black }',
  'photos/aaaaaaaaaaaa-320.webp': 'a photo of the fair',
};

/** The next day: a new story with a photo, an edited one, one that was withdrawn, a new style. */
export const secondSite: Files = {
  'index.html': `<a href="/2024/harvest/">Harvest</a><link href="/assets/site-bbbbbbbbbb.css">${prose}`,
  '2024/fair/index.html': `<a href="/">Home</a><img src="/photos/aaaaaaaaaaaa-320.webp">Corrected. ${prose}`,
  '2024/harvest/index.html': `<a href="/2024/fair/">Fair</a><img src="/photos/bbbbbbbbbbbb-320.webp">${prose}`,
  'topics/research/index.html': `<a href="/2024/harvest/">Harvest</a><a href="/2024/fair/">Fair</a>${prose}`,
  'feed.xml': '<feed>second</feed>',
  'assets/site-bbbbbbbbbb.css': 'body { color: blue }',
  'photos/aaaaaaaaaaaa-320.webp': 'a photo of the fair',
  'photos/bbbbbbbbbbbb-320.webp': 'a photo of the harvest',
};
