/** The top level of the project is fixed by its owner: whatever else is committed there came by accident. */

import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

const rooms = ['assets', 'content', 'findings', 'src', 'templates', 'tests'];
const papers = ['LICENSE', 'README.md', 'package-lock.json', 'package.json', 'tsconfig.json'];

test('nothing is committed at the top level but what belongs there', () => {
  const committed = execFileSync('git', ['ls-tree', '--name-only', 'HEAD'], {
    cwd: path.resolve(import.meta.dirname, '../..'),
    encoding: 'utf8',
  });
  const visible = committed.split('\n').filter((name) => name !== '' && !name.startsWith('.'));
  expect(visible.sort()).toEqual([...papers, ...rooms].sort());
});
