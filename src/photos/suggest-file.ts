/**
 * Finds the file that an editor probably meant: names that differ only in case, in how accents are stored
 * (macOS writes NFD, keyboards NFC), in `.jpg` against `.jpeg`, or by a typing slip.
 */

import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { distance } from 'fastest-levenshtein';
import { isWithin } from '../disk/inside-folder.ts';

/** Names compared at most: no story has more files beside it. */
const MAX_NAMES = 5000;

/** A name as the editor would write it in place of `file`, or nothing that is near enough. */
export async function suggestFile(contentFolder: string, file: string): Promise<string | undefined> {
  const folder = path.join(contentFolder, path.dirname(file));
  if (!isWithin(contentFolder, folder)) return undefined;
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => entry.name);
  return nearestName(path.basename(file), names.slice(0, MAX_NAMES).sort());
}

/** The nearest of several names, by what they have in common. Pure. */
function nearestName(wanted: string, names: readonly string[]): string | undefined {
  const folded = foldName(wanted);
  const same = names.find((name) => foldName(name) === folded);
  if (same !== undefined) return same;

  // A third of the name may be wrong, without its ending, which most photos share. Numbers that differ by
  // a digit are other photos, not typing slips: "9.jpg" is not "4.jpg".
  const stem = stemOf(folded);
  const allowed = Math.min(3, Math.floor(stem.length / 3));
  let best: string | undefined;
  let bestDistance = allowed + 1;
  for (const name of names) {
    const away = distance(stem, stemOf(foldName(name)));
    if (away < bestDistance) {
      best = name;
      bestDistance = away;
    }
  }
  return best;
}

function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\.(jpeg|jpe|jfif)$/, '.jpg')
    .replace(/\.tiff$/, '.tif');
}

function stemOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}
