/** What to do when the machine refuses a file: the disk is full, a folder may not be written, too many files are open. */

interface SystemError {
  readonly code: string;
  readonly path: string | undefined;
}

/** Undefined for a failure that is none of the disk's. Looks through the causes of an error. */
export function machineHint(error: unknown): string | undefined {
  const found = systemError(error);
  if (found === undefined) return undefined;
  const where = found.path === undefined ? '' : ` ${found.path}`;
  switch (found.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk is full${where === '' ? '' : ` at${where}`}. Make room and start again: nothing is lost. npx news doctor shows how much is free and where; npx news photos --prune clears the cache.`;
    case 'EACCES':
    case 'EPERM':
      return `This account may not write${where}. Change its owner or its rights, or name another folder: --output FOLDER, --cache FOLDER.`;
    case 'EROFS':
      return `The disk is read-only${where === '' ? '' : ` at${where}`}. Name a folder elsewhere: --output FOLDER, --cache FOLDER.`;
    case 'EMFILE':
    case 'ENFILE':
      return 'Too many files are open on this machine. Allow more and start again: ulimit -n 4096';
    default:
      return undefined;
  }
}

function systemError(error: unknown): SystemError | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string' && /^E[A-Z]+$/u.test(error.code))
    return {
      code: error.code,
      path: 'path' in error && typeof error.path === 'string' ? error.path : undefined,
    };
  return systemError(error.cause);
}
