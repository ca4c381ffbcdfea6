/** What a stranger can put in place of a file: nothing but an ordinary one is ever opened or waited for. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DocumentReader } from '../../src/content/document-reader.ts';
import { readNoteFile } from '../../src/content/note-file.ts';
import { NotOrdinaryError, readOrdinaryFile, readOrdinaryWithin } from '../../src/disk/ordinary-file.ts';

let parent: string;
let folder: string;
const at = (name: string) => path.join(folder, name);

beforeEach(() => {
  parent = mkdtempSync(path.join(os.tmpdir(), 'news-ordinary-'));
  folder = path.join(parent, 'content');
  mkdirSync(path.join(parent, 'secrets'));
  mkdirSync(folder);
  writeFileSync(path.join(parent, 'secrets', 'token'), 'SECRET');
});

afterEach(() => rmSync(parent, { recursive: true, force: true }));

const tricks: Readonly<Record<string, () => void>> = {
  'a link to a secret': () => symlinkSync('../secrets/token', at('index.md')),
  'a link to a link': () => {
    symlinkSync('../secrets/token', at('other'));
    symlinkSync('other', at('index.md'));
  },
  'a link to itself': () => symlinkSync('index.md', at('index.md')),
  'a pipe': () => void execFileSync('mkfifo', [at('index.md')]),
  'a link to a device': () => symlinkSync('/dev/zero', at('index.md')),
  'a folder': () => mkdirSync(at('index.md')),
};

describe('what is no ordinary file', () => {
  test.each(Object.entries(tricks))('is not read, but named: %s', (_, make) => {
    make();
    expect(() => readOrdinaryFile(at('index.md'))).toThrow(NotOrdinaryError);
  });

  test.each(Object.entries(tricks))('is shown in no code frame, and hangs nothing: %s', (_, make) => {
    make();
    expect(new DocumentReader(folder, 'content').get('content/index.md')).toBeUndefined();
  });

  test.each(Object.entries(tricks))(
    'is told as a mistake where a note of the site should be: %s',
    (_, make) => {
      make();
      expect(readNoteFile(folder, 'content', 'index.md')).toMatchObject({
        text: undefined,
        diagnostics: [{ code: 'unsafe-path', severity: 'error', file: 'content/index.md' }],
      });
    },
  );

  test('is a socket too', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(at('index.md'), resolve));
    try {
      expect(() => readOrdinaryFile(at('index.md'))).toThrow(NotOrdinaryError);
    } finally {
      server.close();
    }
  });
});

test('a folder on the way may not lead out of the content, though the file itself is ordinary', () => {
  symlinkSync('../secrets', at('photos'));
  expect(() => readOrdinaryFile(at('photos/token'), folder)).toThrow('leads out of its folder');
  const documents = new DocumentReader(folder, 'content');
  expect(documents.get('content/photos/token')).toBeUndefined();
  expect(documents.get('content/../secrets/token')).toBeUndefined();
});

test('an ordinary file is read, to its limit, and one that is not there is the disk’s own error', () => {
  writeFileSync(at('index.md'), 'Text.');
  expect(readOrdinaryFile(at('index.md'), folder).toString()).toBe('Text.');
  expect(readOrdinaryWithin(at('index.md'), { maximumBytes: 4 })).toEqual({ ok: false, sizeBytes: 5 });
  expect(() => readOrdinaryFile(at('none.md'))).toThrow('ENOENT');
});
