import { expect, test } from 'vitest';
import { renameFile } from '../../src/disk/rename-file.ts';

/** A disk that refuses so many times. */
function stubborn(refusals: number, code: string) {
  let calls = 0;
  const rename = () => {
    calls += 1;
    if (calls <= refusals) throw Object.assign(new Error(code), { code });
  };
  return { rename, calls: () => calls };
}

test.each(['EPERM', 'EBUSY', 'EACCES'])(
  'a file that Windows holds for a moment (%s) is renamed after it',
  (code) => {
    const { rename, calls } = stubborn(2, code);
    renameFile('a', 'b', { rename, isWindows: true });
    expect(calls()).toBe(3);
  },
);

test('a file that is held for ever is an error in the end', () => {
  const { rename, calls } = stubborn(Number.POSITIVE_INFINITY, 'EPERM');
  expect(() => renameFile('a', 'b', { rename, isWindows: true })).toThrow('EPERM');
  expect(calls()).toBeGreaterThan(5);
});

test('elsewhere, and for another reason, an error is one at once', () => {
  for (const [code, isWindows] of [
    ['EPERM', false],
    ['ENOSPC', true],
  ] as const) {
    const { rename, calls } = stubborn(1, code);
    expect(() => renameFile('a', 'b', { rename, isWindows })).toThrow(code);
    expect(calls()).toBe(1);
  }
});
