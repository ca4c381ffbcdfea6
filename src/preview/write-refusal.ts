/** Why a disk takes no file, in words for the editor, whose text is kept in the browser meanwhile. Pure. */

const full = 'The disk is full. Free some room on it, and save once more.';

/** @param name of the file, as the editor knows it @returns undefined for what is no refusal of the disk */
export function writeRefusal(error: unknown, name: string): string | undefined {
  // A whole write tells its file, and the system's own words as the cause.
  const told = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(told instanceof Error) || !('code' in told)) return undefined;
  switch (told.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return full;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `This computer does not let ${name} be written: its folder is read-only, or another program has it open. Save once more when that has changed.`;
    case 'EBUSY':
    case 'ETXTBSY':
      return `Another program has ${name} open. Close it there, and save once more.`;
    case 'ENAMETOOLONG':
      return `The name ${name} is longer than this computer can write.`;
    case 'EIO':
      return `The disk fails to write ${name}. Copy your text to another one.`;
    default:
      return undefined;
  }
}
