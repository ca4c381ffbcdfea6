import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PackStore } from '../../src/cache/pack-store.ts';
import { HeadRolls } from '../../src/content/head-rolls.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'news-rolls-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const fileOf = (index: number) => `articles/${2020 + (index % 2)}/story-${index}/index.md`;

/** What a build of so many articles finds, and which of them it has to read one by one. */
function build(
  articles: number,
  { edited = [], version = 'v' }: { readonly edited?: readonly number[]; readonly version?: string } = {},
) {
  const store = new PackStore(folder);
  const rolls = new HeadRolls<string>(store, version);
  const read: number[] = [];
  const found = Array.from({ length: articles }, (_, index) =>
    rolls.find(fileOf(index), edited.includes(index) ? 'edited' : 'as it was', () => {
      read.push(index);
      return `head of ${index}${edited.includes(index) ? ', edited' : ''}`;
    }),
  );
  rolls.save();
  store.save();
  store.close();
  return { found, read };
}

describe('the heads of articles', () => {
  test('are read one by one once, and then from their roll', () => {
    expect(build(100).read).toHaveLength(100);
    const { found, read } = build(100);
    expect(read).toEqual([]);
    expect(found[7]).toBe('head of 7');
  });

  test('are read anew where an article has changed, and as it says now', () => {
    build(100);
    const { found, read } = build(100, { edited: [3, 8] });
    expect(read).toEqual([3, 8]);
    expect([found[3], found[4]]).toEqual(['head of 3, edited', 'head of 4']);
    // A roll is not written again for two articles.
    expect(build(100, { edited: [3, 8] }).read).toEqual([3, 8]);
  });

  test('come in a new roll when many articles of a year have changed', () => {
    build(100);
    const edited = Array.from({ length: 50 }, (_, index) => 2 * index);
    expect(build(100, { edited }).read).toEqual(edited);
    expect(build(100, { edited }).read).toEqual([]);
  });

  test('of another version of the code are none', () => {
    build(100);
    expect(build(100, { version: 'w' }).read).toHaveLength(100);
  });

  test('that cannot be read are not kept', () => {
    const rolls = new HeadRolls<string>(new PackStore(folder), 'v');
    expect(rolls.find('articles/2024/a/index.md', 'hash', () => undefined)).toBeUndefined();
  });
});
