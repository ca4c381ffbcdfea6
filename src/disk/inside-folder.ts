/** Whether a path lies inside a folder, by its text alone: symlinks must have been resolved before (`realPathOf`). Pure. */

import path from 'node:path';

/** Both absolute. The folder itself is not inside itself. @param paths of another system than this one */
export function isInside(
  folder: string,
  file: string,
  { relative: between, sep, isAbsolute }: path.PlatformPath = path,
): boolean {
  const relative = between(folder, file);
  return relative !== '' && !relative.startsWith(`..${sep}`) && relative !== '..' && !isAbsolute(relative);
}

/** The folder itself, or inside it. */
export function isWithin(folder: string, file: string): boolean {
  return file === folder || isInside(folder, file);
}
