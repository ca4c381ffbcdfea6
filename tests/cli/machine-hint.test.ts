/** Failures of the disk, as Node itself reports them: what they mean and what to do. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { machineHint } from '../../src/cli/machine-hint.ts';

const failure = (work: () => void): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('It did not fail.');
};

const coded = (code: string, more: object = {}) =>
  Object.assign(new Error(`${code}: write`), { code, ...more });

test.skipIf(process.platform !== 'linux')('a full disk is said, with how to make room', () => {
  const full = failure(() => writeFileSync('/dev/full', 'words'));
  expect(machineHint(full)).toMatch(/^The disk is full.*nothing is lost.*npx news doctor/u);
  expect(machineHint(new Error('A photo could not be kept.', { cause: full }))).toContain('The disk is full');
});

test('a folder that may not be written is named, with the options that name another', () => {
  expect(machineHint(coded('EACCES', { path: '/srv/_site' }))).toMatch(
    /may not write \/srv\/_site\..*--output FOLDER/u,
  );
  expect(machineHint(coded('EROFS', { path: '/srv/.cache' }))).toMatch(
    /read-only at \/srv\/\.cache\..*--cache FOLDER/u,
  );
});

test('too many open files are said with the command that allows more', () => {
  expect(machineHint(coded('EMFILE'))).toContain('ulimit -n');
});

test('other failures keep their own words', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'news-hint-'));
  expect(machineHint(failure(() => mkdirSync(folder)))).toBeUndefined();
  expect(machineHint(new Error('no'))).toBeUndefined();
  expect(machineHint('no')).toBeUndefined();
  rmSync(folder, { recursive: true });
});
