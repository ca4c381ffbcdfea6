import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { GeneratorStore } from '../../src/build/assets/generator-store.ts';

const refuse = () => Promise.reject(new Error('made anew'));
const make = () => Promise.resolve(Buffer.from('made'));

function bundleFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'news-generator-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('scripts and icons are made once for a bundle, and again for other sources', async () => {
  const bundle = bundleFolder();
  const first = new GeneratorStore(bundle);
  await first.bytes('script a', make);
  first.close();
  const second = new GeneratorStore(bundle);
  expect(Buffer.from(await second.bytes('script a', refuse)).toString()).toBe('made');
  await expect(second.bytes('script b', refuse)).rejects.toThrow('made anew');
  second.close();
});

test('beside a bundle that cannot be written they are made each time', async () => {
  const file = path.join(bundleFolder(), 'no-folder');
  writeFileSync(file, '');
  for (const store of [new GeneratorStore(file), new GeneratorStore(file)]) {
    expect(Buffer.from(await store.bytes('icon a', make)).toString()).toBe('made');
    store.close();
  }
});
