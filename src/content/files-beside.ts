/** Files beside a story that its text names, such as the figures of a chart and the words of a recording. */

import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';

/** @param place of the name in the text @param displayPath of the text */
export function missingBeside(place: Omit<Place, 'file'>, message: string, displayPath: string): Diagnostic {
  return {
    code: 'missing-file',
    severity: 'error',
    ...place,
    file: displayPath,
    message,
    hint: 'Copy the file into the folder of the story, and write its name as it is there, capitals too.',
  };
}

/** The map of the load before, where all that was read is the same: others know by the object that nothing has changed. */
export function knownIfSame<T>(
  now: ReadonlyMap<string, T>,
  known: ReadonlyMap<string, T>,
): ReadonlyMap<string, T> {
  const isSame = now.size === known.size && [...now].every(([file, one]) => known.get(file) === one);
  return isSame ? known : now;
}
