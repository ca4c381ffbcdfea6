/**
 * A cut of the power at any moment of a write. The disk is this one, but what is done to it is written down, and a model
 * says after each step what a machine could find when it starts again: bytes reach the disk when they are synced or at any
 * time before, a name when its folder is synced or at any time before.
 */

import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  removeStaleTemporaries,
  temporaryBeside,
  type WritingDisk,
  writeWhole,
} from '../../src/disk/write-whole.ts';

type Step =
  | { readonly what: 'write' | 'sync'; readonly file: string }
  | { readonly what: 'rename'; readonly file: string; readonly to: string };

const steps: Step[] = [];

const disk: WritingDisk = {
  async open(file, flags) {
    const handle = await open(file, flags);
    return {
      writeFile: (content) => {
        steps.push({ what: 'write', file });
        return handle.writeFile(content);
      },
      sync: () => {
        steps.push({ what: 'sync', file });
        return handle.sync();
      },
      close: () => handle.close(),
    };
  },
  rename(file, to) {
    steps.push({ what: 'rename', file, to });
    renameSync(file, to);
  },
};

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'news-whole-'));
  steps.length = 0;
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Found = 'old' | 'new' | 'torn';

/** What the file may hold when the power is cut after these steps. */
function possible(done: readonly Step[], target: string): ReadonlySet<Found> {
  const found = new Set<Found>(['old']);
  done.forEach((step, at) => {
    if (step.what !== 'rename' || step.to !== target) return;
    const isSynced = done.slice(0, at).some(({ what, file }) => what === 'sync' && file === step.file);
    found.add('new');
    if (!isSynced) found.add('torn');
    const isNamed = done.slice(at).some(({ what, file }) => what === 'sync' && file === path.dirname(target));
    if (isNamed) found.delete('old');
  });
  return found;
}

describe('a file that is written whole', () => {
  test('is the old one or the new one when the power is cut at any moment, and the new one afterwards', async () => {
    const file = path.join(folder, 'ledger.json');
    writeFileSync(file, 'old');
    await writeWhole(file, 'new', { disk });
    expect(readFileSync(file, 'utf8')).toBe('new');
    for (let cut = 0; cut <= steps.length; cut += 1)
      expect([...possible(steps.slice(0, cut), file)], `after ${cut} steps`).not.toContain('torn');
    expect([...possible(steps, file)]).toEqual(['new']);
  });

  test('in a cache waits for no disk, because its entries are checked when they are read', async () => {
    await writeWhole(path.join(folder, 'entry'), 'new', { isReplaceable: true, disk });
    expect(steps.map(({ what }) => what)).toEqual(['write', 'rename']);
  });

  test('makes its folder', async () => {
    const file = path.join(folder, 'a', 'b', 'c.json');
    await writeWhole(file, new Uint8Array([1, 2]));
    expect([...readFileSync(file)]).toEqual([1, 2]);
  });

  test('leaves the old one and no litter when it cannot be written, and names the file', async () => {
    const file = path.join(folder, 'taken');
    mkdirSync(path.join(file, 'by-a-folder'), { recursive: true });
    await expect(writeWhole(file, 'new')).rejects.toThrow(`Cannot write ${file}.`);
    expect(readdirSync(folder)).toEqual(['taken']);
  });
});

describe('the temporary file', () => {
  test('has a name of its own each time: a container that starts anew gives the same process numbers', async () => {
    const file = path.join(folder, 'ledger.json');
    // Left by a killed process that had this one's number.
    writeFileSync(`${file}.${process.pid}.tmp`, 'left');
    writeFileSync(temporaryBeside(file), 'left');
    await writeWhole(file, 'new');
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(temporaryBeside(file)).not.toBe(temporaryBeside(file));
  });

  test('is swept up when it is older than a day', async () => {
    const [old, fresh] = [temporaryBeside(path.join(folder, 'a')), temporaryBeside(path.join(folder, 'b'))];
    writeFileSync(old, 'left');
    writeFileSync(fresh, 'in use');
    const now = new Date();
    const before = new Date(now.getTime() - 25 * 3_600_000);
    utimesSync(old, before, before);
    expect(await removeStaleTemporaries(folder, now)).toEqual({ fileCount: 1, bytes: 4 });
    expect(readdirSync(folder)).toEqual([path.basename(fresh)]);
  });
});
