/** What may go with one publish: a story of a small newsroom with its pages, and not the stories that an old checkout lacks. */

import { expect, test } from 'vitest';
import type { SiteManifest } from '../../src/output/manifest.ts';
import { compareManifests, refuseMassRemoval } from '../../src/publish/site-changes.ts';

const shared = ['index.html', 'archive/index.html', 'topics/research/index.html', 'about/index.html'];

/** Of a newsroom in which each story has an author of its own. */
function siteOf(storyCount: number, more: readonly string[] = []): SiteManifest {
  const own = Array.from({ length: storyCount }, (_, index) => [
    `2024/story-${index}/index.html`,
    `people/author-${index}/index.html`,
    `people/author-${index}/feed.xml`,
  ]).flat();
  const files = [...shared, ...own, ...more].map((file) => [file, { sizeBytes: 1, sha256: file }] as const);
  return { files: new Map(files), delivery: new Map(), headers: [] };
}

const publish = (before: SiteManifest, after: SiteManifest) =>
  refuseMassRemoval(before, compareManifests(before, after));

test('an old checkout of a small newsroom is refused, with what to do', () => {
  expect(() => publish(siteOf(8), siteOf(5))).toThrow(
    /^6 of 20 published pages would be gone, such as .*up to date.*--allow-removals\.$/u,
  );
});

test('a story or two go with the pages that were their own', () => {
  publish(siteOf(8), siteOf(7));
  publish(siteOf(8), siteOf(6));
  publish(siteOf(1), siteOf(0));
});

test('of a large site a tenth may go, and feeds, photos and parts of the search index are no pages', () => {
  const many = (ending: string) => Array.from({ length: 400 }, (_, index) => `photos/${index}${ending}`);
  publish(siteOf(100), siteOf(91));
  publish(siteOf(8, many('.avif')), siteOf(8));
  publish(siteOf(8, many('/feed.xml')), siteOf(8));
  expect(() => publish(siteOf(100), siteOf(80))).toThrow('40 of 204');
});
