/** What terminals make of files that are dragged into them. */

import { expect, test } from 'vitest';
import { draggedFiles } from '../../src/cli/dragged-files.ts';

test.each([
  ['one path', '/home/li/photos', ['/home/li/photos']],
  ['a path in quotes', "'/home/li/my photos'", ['/home/li/my photos']],
  ['several in quotes', "'/a/one 1.jpg' '/a/two.jpg' ", ['/a/one 1.jpg', '/a/two.jpg']],
  ['backslashes before spaces', '/a/one\\ \\(1\\).jpg /a/two.jpg', ['/a/one (1).jpg', '/a/two.jpg']],
  [
    'Windows',
    '"C:\\Users\\Li\\My photos\\a.jpg" C:\\b.jpg',
    ['C:\\Users\\Li\\My photos\\a.jpg', 'C:\\b.jpg'],
  ],
  ['Chinese', '/a/签约\\ 现场.jpg', ['/a/签约 现场.jpg']],
  ['an apostrophe in a name', "/a/Li's.jpg /b.jpg", ["/a/Li's.jpg", '/b.jpg']],
  ['nothing', '  ', []],
])('%s', (_what, answer, files) => {
  expect(draggedFiles(answer)).toEqual(files);
});
