/** What is kept of texts that were never saved: each window has its own copy, and none goes by another window's hand. */

import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { keepsFiles } from '../../assets/scripts/editor/browser-storage.ts';
import {
  forgetUnsent,
  freshCopy,
  keepUnsent,
  unsentFiles,
  unsentOf,
} from '../../assets/scripts/editor/unsent-text.ts';

const file = 'articles/2024/fair/index.md';
const zhFile = 'articles/2024/fair/index.zh.md';

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    get length() {
      return kept.size;
    },
    key: (index: number) => [...kept.keys()][index] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (value.length > 1000) throw new Error('No room.');
      kept.set(key, value);
    },
    removeItem: (key: string) => kept.delete(key),
  });
});

afterAll(() => {
  vi.unstubAllGlobals();
});

test('two windows keep two texts of one story, the newest first, and one that is saved takes its own away', () => {
  const [one, other] = [freshCopy(file), freshCopy(file)];
  keepUnsent(one, { raw: 'One.', version: 'v1', atMs: 1 });
  keepUnsent(other, { raw: 'Other.', atMs: 2 });
  expect(unsentOf(file)).toEqual([
    { ...other, raw: 'Other.', atMs: 2 },
    { ...one, raw: 'One.', version: 'v1', atMs: 1 },
  ]);
  forgetUnsent(one);
  expect(unsentOf(file).map(({ raw }) => raw)).toEqual(['Other.']);
  expect(unsentOf(zhFile)).toEqual([]);
});

test('what an older editor has kept is still offered', () => {
  localStorage.setItem(`news-unsent:${file}`, JSON.stringify({ raw: 'Old.', atMs: 1 }));
  localStorage.setItem('news-other', '1');
  expect(unsentFiles()).toEqual(new Set([file]));
  const [old] = unsentOf(file);
  expect(old).toEqual({ file, id: '', raw: 'Old.', atMs: 1 });
  if (old !== undefined) forgetUnsent(old);
  expect(unsentFiles()).toEqual(new Set());
});

test('a copy that cannot be read hides no other, and a lack of room is told', () => {
  localStorage.setItem(`news-unsent:${file}#broken`, '{');
  const copy = freshCopy(file);
  expect(keepUnsent(copy, { raw: 'Kept.', atMs: 1 })).toBe(true);
  expect(keepUnsent(freshCopy(file), { raw: 'x'.repeat(2000), atMs: 2 })).toBe(false);
  expect(unsentOf(file).map(({ raw }) => raw)).toEqual(['Kept.']);
});

test('a browser that keeps nothing keeps nothing, and says so', () => {
  vi.stubGlobal('localStorage', undefined);
  vi.stubGlobal('caches', undefined);
  const copy = freshCopy(file);
  expect(keepUnsent(copy, { raw: 'One.', atMs: 1 })).toBe(false);
  forgetUnsent(copy);
  expect(unsentOf(file)).toEqual([]);
  expect(unsentFiles()).toEqual(new Set());
});

test('files are kept where the browser lets a page keep some', async () => {
  vi.stubGlobal('caches', undefined);
  expect(await keepsFiles()).toBe(false);
  vi.stubGlobal('caches', { keys: () => Promise.reject(new Error('Access is denied.')) });
  expect(await keepsFiles()).toBe(false);
  vi.stubGlobal('caches', { keys: () => Promise.resolve([]) });
  expect(await keepsFiles()).toBe(true);
});
