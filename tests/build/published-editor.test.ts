/** Scripts of the published editor: what the generator asks of Node has a stand-in, and the first screen stays small. */

import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { bundlePublishedEditor } from '../../src/build/assets/bundle-editor.ts';

let files: ReadonlyMap<string, Uint8Array>;

beforeAll(async () => {
  files = await bundlePublishedEditor(path.resolve(import.meta.dirname, '../../assets'));
});

test('the page loads one script and one sheet; readers and converters are workers of their own', () => {
  expect([...files.keys()].sort()).toEqual(['editor-paste.js', 'editor-site.js', 'editor.css', 'editor.js']);
});

test('nothing of them asks for a module of Node', () => {
  for (const [name, bytes] of files) {
    const text = Buffer.from(bytes).toString();
    expect(text.match(/require\(["']node:[a-z/_]+["']\)|from ?["']node:[a-z/_]+["']/gu) ?? [], name).toEqual(
      [],
    );
  }
});

test('the first screen has at most 350 KB of compressed script', () => {
  expect(gzipSync(files.get('editor.js') ?? '', { level: 9 }).length).toBeLessThanOrEqual(350 * 1024);
});
