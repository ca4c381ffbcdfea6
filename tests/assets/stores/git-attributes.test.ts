/** Which photos belong to Git LFS: what the editor thinks is what git itself says. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { lfsFiles } from '../../../assets/scripts/editor/stores/git-attributes.ts';

const paths = [
  'content/articles/2024/fair/lake.jpg',
  'content/articles/2024/fair/lake.JPG',
  'content/articles/2024/fair/index.md',
  'content/lake.png',
  'lake.jpg',
];

test.each([
  '*.jpg filter=lfs diff=lfs merge=lfs -text',
  '*.[jJ][pP][gG] filter=lfs',
  'content/** filter=lfs\n*.md -filter',
  'content/articles/**/*.jpg filter=lfs',
  '/content/*.png filter=lfs',
  '# *.jpg filter=lfs',
  '*.jpg text\n*.png filter=crypt',
  'content/articles/2024/fair/lake.??? filter=lfs',
  '*.jpg filter=lfs\ncontent/articles/2024/fair/*.jpg !filter',
  '',
])('%j means what git takes it for', (attributes) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'news-attributes-'));
  const git = (...parameters: string[]): string =>
    execFileSync('git', parameters, { cwd: folder, encoding: 'utf8' });
  git('init', '--quiet');
  writeFileSync(path.join(folder, '.gitattributes'), attributes);
  const said = git('-c', 'core.ignoreCase=false', 'check-attr', '-z', 'filter', '--', ...paths).split('\0');
  const byGit = paths.map((_, index) => said[index * 3 + 2] === 'lfs');
  rmSync(folder, { recursive: true });
  expect(paths.map(lfsFiles(attributes))).toEqual(byGit);
});
