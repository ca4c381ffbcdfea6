/** What is said of a file of which only the pointer of Git LFS is here. Pure. */

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { lfsAdvice } from '../text/lfs-pointer.ts';

export const notFetched: Pick<Diagnostic, 'code' | 'severity' | 'message' | 'hint'> = {
  code: 'missing-file',
  severity: 'error',
  message: 'Git LFS keeps this file, and only its pointer is here: the file itself was not fetched.',
  hint: lfsAdvice,
};
