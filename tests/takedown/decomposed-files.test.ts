/** Files are removed under the name that the disk has for them, in whatever way it stores accents. */

import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { StoryFiles } from '../../src/preview/story-files.ts';
import { writeTakedown } from '../../src/takedown/write-takedown.ts';
import { testConfig } from '../content/report-on.ts';

const nfd = (text: string) => text.normalize('NFD');

test('what is taken down and what an editor saves is the file of the disk', async () => {
  const root = await mkdtemp(path.join(os.tmpdir(), 'news-takedown-nfd-'));
  try {
    const content = path.join(root, 'content');
    const folder = path.join(content, 'articles/2024', nfd('grün'));
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, nfd('Möbel.jpg')), 'x');
    await writeFile(path.join(folder, 'index.md'), '---\ntitle: A\n---\n');
    const story = 'articles/2024/grün/index.md';
    const files = new StoryFiles(content);
    const opened = await files.read(story);
    expect(await files.save(story, '---\ntitle: B\n---\n', opened?.version)).toMatchObject({ kind: 'saved' });
    expect(await readdir(path.join(content, 'articles/2024'))).toEqual([nfd('grün')]);
    await writeTakedown(
      {
        ...{ root, home: root, content, displayContent: 'content' },
        ...{ output: root, cache: root, bundle: root },
      },
      {
        plan: {
          removed: ['articles/2024/grün/Möbel.jpg', story],
          ...{ edits: [], tombstones: [], byHand: [] },
        },
        subject: { kind: 'photo', files: ['articles/2024/grün/Möbel.jpg'], hash: undefined },
        ledger: {
          addresses: new Map(),
          stories: new Map(),
          placeOf: () => ({ file: '', line: 1, column: 1, endColumn: 1 }),
        },
        ...{ rewritten: [], reason: 'Gone.', config: testConfig, nowMs: 0 },
      },
    );
    expect(await readdir(path.join(content, 'articles/2024'))).toEqual([]);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});
