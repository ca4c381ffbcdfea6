/** What may lie in a folder of content, and what a stranger may put there that is no content. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { link, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readNoteFile } from '../../src/content/note-file.ts';
import { nameOnOtherDisks, windowsRefusal } from '../../src/content/portable-name.ts';
import { listFolder, readTextFile, stampFolder } from '../../src/content/read-folder.ts';
import { startOf } from '../../src/diagnostics/diagnostic.ts';
import { ImportFolder } from '../../src/imports/import-folder.ts';
import { photoDiagnostic } from '../../src/photos/photo-fault.ts';
import { prepareDownload } from '../../src/photos/prepare-download.ts';
import { recognizeFormat } from '../../src/photos/recognize-format.ts';
import { openFolderStore } from '../../src/photos/store/folder-store.ts';
import { readLines } from '../../src/views/log-files.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'news-folder-'));
  await mkdir(path.join(folder, 'articles/2024/fair'), { recursive: true });
  await writeFile(path.join(folder, 'articles/2024/fair/index.md'), 'Text.');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const list = () => listFolder(folder, 'content');
const at = (name: string) => path.join(folder, 'articles/2024/fair', name);

describe('what is no ordinary file is refused, and never opened', () => {
  test.each([
    ['a link to a file elsewhere', () => symlink('/etc/passwd', at('index.zh.md'))],
    ['a link to a folder elsewhere', () => symlink('/etc', at('photos'))],
    ['a link to the folder above', () => symlink('..', at('again'))],
    ['a link to itself', () => symlink('loop.jpg', at('loop.jpg'))],
    ['a link to a device', () => symlink('/dev/zero', at('zero.jpg'))],
    ['a pipe', async () => execFileSync('mkfifo', [at('pipe.md')])],
  ])('%s', async (_name, make) => {
    await make();
    const { files, diagnostics } = list();
    expect(files).toEqual(['articles/2024/fair/index.md']);
    expect(diagnostics).toMatchObject([{ code: 'unsafe-path', severity: 'error' }]);
  });

  test('a hard link is the file itself, which git never makes', async () => {
    await link(at('index.md'), at('index.zh.md'));
    expect(list().files).toHaveLength(2);
  });
});

test.each([
  ['file', (name: Buffer) => writeFileSync(name, 'x')],
  ['folder', (name: Buffer) => mkdirSync(name)],
])(
  'a %s whose name is not UTF-8, as ZIP archives of Windows leave it, is named and to be renamed',
  (kind, make) => {
    const name = Buffer.concat([Buffer.from(`${at('')}`), Buffer.from([0xba, 0xfe, 0x2e, 0x6a, 0x70, 0x67])]);
    make(name);
    const { files, others, diagnostics } = list();
    expect([files, others]).toEqual([['articles/2024/fair/index.md'], []]);
    expect(diagnostics).toMatchObject([{ code: 'unsafe-path', severity: 'error' }]);
    expect(diagnostics[0]?.message).toContain(`The name of this ${kind} is not written in UTF-8`);
    expect(diagnostics[0]?.hint).toContain('Rename it');
    expect(stampFolder(folder, 'content').stamps.size).toBe(1);
  },
);

test('what Git LFS left in place of a file is called that, with what to type', async () => {
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 12345\n`;
  await writeFile(at('index.md'), pointer);
  const reading = readTextFile(folder, 'articles/2024/fair/index.md', 'content/articles/2024/fair/index.md');
  expect(reading).toMatchObject({ ok: false, diagnostic: { code: 'missing-file' } });
  expect(reading.ok ? '' : reading.diagnostic.hint).toContain('git lfs pull');
  expect(recognizeFormat(Buffer.from(pointer))).toEqual({ kind: 'other', format: 'lfs-pointer' });
  const { message, hint } = photoDiagnostic(
    { kind: 'format', format: 'lfs-pointer' },
    'a.jpg',
    startOf('a.md'),
  );
  expect(message).toContain('only a Git LFS pointer');
  expect(hint).toContain('git lfs pull');
  expect(await prepareDownload(folder, 'articles/2024/fair/index.md', openFolderStore(folder))).toMatchObject(
    {
      ok: false,
      fault: { format: 'lfs-pointer' },
    },
  );
  const note = readNoteFile(path.dirname(at('index.md')), 'content', 'index.md');
  expect([note.text, note.diagnostics[0]?.hint]).toEqual([
    undefined,
    expect.stringContaining('git lfs pull'),
  ]);
  const imported = await ImportFolder.open(path.dirname(at('index.md')), 'old', 1);
  expect(await imported.readBytes('index.md')).toMatchObject({ ok: false, fault: { format: 'lfs-pointer' } });
  await expect(readLines(at('index.md'), () => {})).rejects.toThrow('git lfs pull');
});

describe('names on other disks', () => {
  test.each([
    ['Photo.jpg', 'photo.JPG'],
    ['caf\u00e9.jpg', 'cafe\u0301.jpg'],
    ['Straße.jpg', 'STRAßE.jpg'],
  ])('%s and %s are one file on Windows and macOS', async (first, second) => {
    await writeFile(at(first), '');
    await writeFile(at(second), '');
    expect(list().diagnostics).toMatchObject([{ code: 'unsafe-path', severity: 'error' }]);
    expect(nameOnOtherDisks(first)).toBe(nameOnOtherDisks(second));
  });

  test.each([
    'con',
    'NUL.md',
    'Lpt1.tar.gz',
    'com¹.jpg',
    'a:b.jpg',
    'what?.jpg',
    'a*.jpg',
    'a\\b.jpg',
    'a"b.jpg',
    'end.',
    'end ',
  ])('%j is none for Windows: a warning', async (name) => {
    await writeFile(at(name), '');
    expect(list().diagnostics).toMatchObject([{ code: 'unsafe-path', severity: 'warning' }]);
  });

  test.each([
    'contest',
    'console.md',
    'comma.jpg',
    '湖面.jpg',
    '🎓 party (1).jpg',
    "o'clock.jpg",
    'a&b=c+d,e;f.jpg',
  ])('%s is one for all', (name) => {
    expect(windowsRefusal(name)).toBeUndefined();
  });
});
