import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isInside } from '../../src/disk/inside-folder.ts';

describe('inside a folder', () => {
  test.each([
    ['/site', '/site/a.jpg', true],
    ['/site', '/site/..a/b.jpg', true],
    ['/site', '/site', false],
    ['/site', '/sites/a.jpg', false],
    ['/site', '/site/../etc/passwd', false],
    ['/site', '/', false],
  ])('of %s: %s is %s', (folder, file, expected) => {
    expect(isInside(folder, file, path.posix)).toBe(expected);
  });

  test.each([
    ['C:\\site', 'C:\\site\\a.jpg', true],
    ['C:\\site', 'c:\\SITE\\a\\b.jpg', true],
    ['C:\\site', 'C:/site/a.jpg', true],
    ['C:\\site', 'C:\\site', false],
    ['C:\\site', 'C:\\sites\\a.jpg', false],
    ['C:\\site', 'C:\\site\\..\\Windows\\a', false],
    ['C:\\site', 'D:\\site\\a.jpg', false],
    ['C:\\site', '\\\\server\\share\\a.jpg', false],
  ])('of %s on Windows: %s is %s', (folder, file, expected) => {
    expect(isInside(folder, file, path.win32)).toBe(expected);
  });
});
