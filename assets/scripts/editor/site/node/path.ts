/** `node:path` in a browser: as on POSIX. */

import path from 'path-browserify';

export const { basename, dirname, extname, join, normalize, relative, resolve, sep, isAbsolute, parse } =
  path;
export const posix = path;
export default path;
