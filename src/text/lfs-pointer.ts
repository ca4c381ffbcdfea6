/** What Git LFS leaves in place of a file that was not fetched: three short lines of text. Pure. */

const beginning = 'version https://git-lfs.github.com/spec/';

/** @param bytes the first of a file */
export function isLfsPointer(bytes: Uint8Array): boolean {
  if (bytes.length < beginning.length) return false;
  for (let at = 0; at < beginning.length; at += 1) if (bytes[at] !== beginning.charCodeAt(at)) return false;
  return true;
}

export const lfsAdvice =
  'Type: git lfs install && git lfs pull. A CI system must check the files out with LFS (GitHub: lfs: true).';
