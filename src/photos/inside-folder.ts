/** Whether a path lies inside a folder, by its text alone: symlinks must have been resolved before. Pure. */

import path from 'node:path';

/** Both absolute. The folder itself is not inside itself. */
export function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return (
    relative !== '' &&
    !relative.startsWith(`..${path.sep}`) &&
    relative !== '..' &&
    !path.isAbsolute(relative)
  );
}
