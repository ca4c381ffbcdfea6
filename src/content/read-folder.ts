/**
 * Reads the content folder from disk, and nothing outside it: symbolic links, devices and pipes are refused,
 * text is bounded and must be UTF-8. Synchronous: for ten thousand small files that takes a third of the time that
 * promises take.
 */

import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type Diagnostic, startOf } from '../diagnostics/diagnostic.ts';
import { type OrdinaryOptions, readOrdinaryWithin } from '../disk/ordinary-file.ts';
import { withStoredPath } from '../disk/stored-path.ts';
import { composed } from '../text/composed.ts';
import { isLfsPointer } from '../text/lfs-pointer.ts';
import { sha256Of } from '../text/sha256.ts';
import { notFetched } from './not-fetched.ts';
import { nameOnOtherDisks, windowsRefusal } from './portable-name.ts';

/** A long read has 100 kB; what is larger is a mistake such as a photo renamed to .md. */
export const maximumTextBytes = 2_000_000;

export interface FolderListing {
  /** Relative to the content folder, with forward slashes. */
  readonly files: readonly string[];
  /** The same of what is no content: hidden files, such as the site's own notes, and links, devices and pipes. */
  readonly others: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A folder as it was at one moment: its files, and by file what tells later that it is the one that was there then. */
export interface StampedFolder {
  readonly listing: FolderListing;
  readonly stamps: ReadonlyMap<string, FileStamp>;
}

export function stampFolder(contentFolder: string, displayFolder: string): StampedFolder {
  const listing = listFolder(contentFolder, displayFolder);
  const files = [...listing.files, ...listing.others];
  const stamps = new Map(files.map((file) => [file, stampOf(contentFolder, file)] as const));
  return { listing, stamps };
}

/**
 * Lists all files below `contentFolder`, in the same order on every machine. Hidden folders are left out. Names are in
 * Unicode NFC, however the disk stores them.
 */
export function listFolder(contentFolder: string, displayFolder: string): FolderListing {
  const files: string[] = [];
  const others: string[] = [];
  const diagnostics: Diagnostic[] = [];
  const walk = (stored: string, relative: string): void => {
    const entries = readdirSync(path.join(contentFolder, stored), { withFileTypes: true }).map((entry) => ({
      entry,
      name: entry.name.normalize('NFC'),
    }));
    entries.sort((a, b) => (a.name === b.name ? compareStored(a.entry, b.entry) : a.name < b.name ? -1 : 1));
    const known = new Map<string, string>();
    for (const { entry, name } of entries) {
      const file = relative === '' ? name : `${relative}/${name}`;
      if (entry.name.includes('\uFFFD')) {
        // Under this name it can be neither opened nor written.
        diagnostics.push({ ...startOf(`${displayFolder}/${file}`), ...notUtf8(entry) });
        continue;
      }
      if (entry.name.startsWith('.') || entry.name === 'Thumbs.db') {
        if (!entry.isDirectory()) others.push(file);
        continue;
      }
      const place = startOf(`${displayFolder}/${file}`);
      const twin = known.get(nameOnOtherDisks(name));
      known.set(nameOnOtherDisks(name), name);
      if (twin === name) {
        diagnostics.push({ ...place, ...storedTwice(name) });
        continue;
      }
      if (twin !== undefined) diagnostics.push({ ...place, ...sameName(name, twin) });
      const refusal = windowsRefusal(entry.name);
      if (refusal !== undefined) diagnostics.push({ ...place, ...notForWindows(entry.name, refusal) });
      if (entry.isDirectory()) {
        walk(stored === '' ? entry.name : `${stored}/${entry.name}`, file);
      } else if (entry.isFile()) {
        files.push(file);
      } else {
        others.push(file);
        diagnostics.push({
          code: 'unsafe-path',
          severity: 'error',
          ...place,
          message: `${entry.name} is ${entry.isSymbolicLink() ? 'a symbolic link' : 'not an ordinary file'}.`,
          hint: 'Put a copy of the file itself here.',
        });
      }
    }
  };
  walk('', '');
  return { files, others, diagnostics };
}

type Words = Pick<Diagnostic, 'code' | 'severity' | 'message' | 'hint'>;

function sameName(name: string, twin: string): Words {
  return {
    code: 'unsafe-path',
    severity: 'error',
    message: `${name} and ${twin} are one name on Windows and macOS, where one of the two would be lost.`,
    hint: 'Rename one of them, with other letters.',
  };
}

/** The name as keyboards type it comes first: it is the one that is read. */
function compareStored(a: Dirent, b: Dirent): number {
  const isTyped = (entry: Dirent) => entry.name === entry.name.normalize('NFC');
  return isTyped(a) === isTyped(b) ? 0 : isTyped(a) ? -1 : 1;
}

function storedTwice(name: string): Words {
  return {
    code: 'unsafe-path',
    severity: 'error',
    message: `Two files or folders here have the name ${name}; only the way in which their accents are stored (Unicode NFC and NFD) differs, which nobody can see, and macOS keeps one of the two.`,
    hint: 'Compare the two, give one of them another name, or delete it.',
  };
}

function notUtf8(entry: Dirent): Words {
  return {
    code: 'unsafe-path',
    severity: 'error',
    message: `The name of this ${entry.isDirectory() ? 'folder' : 'file'} is not written in UTF-8, so that nothing can open it: ${entry.name}`,
    hint: 'Rename it here, with letters, digits and hyphens. Unpacked from a ZIP archive: unpack it again with a program that asks for the encoding of names.',
  };
}

function notForWindows(name: string, refusal: string): Words {
  return {
    code: 'unsafe-path',
    severity: 'warning',
    message: `${name} cannot be on a computer with Windows: ${refusal}.`,
    hint: 'Rename it, with letters, digits and hyphens.',
  };
}

export type TextReading =
  | { readonly ok: true; readonly text: string; readonly hash: string }
  | { readonly ok: false; readonly diagnostic: Diagnostic };

/** The file's text with `\n` line ends and without a byte order mark, and the hash of its bytes. */
export function readTextFile(
  contentFolder: string,
  file: string,
  displayPath: string,
  where: Pick<OrdinaryOptions, 'inside'> = {},
): TextReading {
  const reading = readOrdinaryWithin(path.join(contentFolder, file), {
    ...where,
    maximumBytes: maximumTextBytes,
  });
  if (!reading.ok) {
    return {
      ok: false,
      diagnostic: {
        code: 'file-too-large',
        severity: 'error',
        ...startOf(displayPath),
        message: `The file has ${(reading.sizeBytes / 1e6).toFixed(1)} MB; a story may have ${maximumTextBytes / 1e6} MB of text.`,
        hint: 'Split the story, or move pasted data into a file that the story links to.',
      },
    };
  }
  const { bytes } = reading;
  if (isLfsPointer(bytes)) return { ok: false, diagnostic: { ...startOf(displayPath), ...notFetched } };
  try {
    const text = decoder.decode(bytes);
    return { ok: true, text: composed(text.replace(/\r\n?/gu, '\n')), hash: sha256Of(bytes, 'base64url') };
  } catch {
    return {
      ok: false,
      diagnostic: {
        code: 'not-utf-8',
        severity: 'error',
        ...startOf(displayPath),
        message: 'The file is not saved as UTF-8, so its letters cannot be read.',
        hint: 'Open it in your editor, choose "Save with encoding", and take UTF-8.',
      },
    };
  }
}

/** The hash of a file's bytes, as `readTextFile` tells it. Undefined where that would not read the file. */
export function hashTextFile(contentFolder: string, file: string): string | undefined {
  try {
    const reading = readOrdinaryWithin(`${contentFolder}/${file}`, { maximumBytes: maximumTextBytes });
    return reading.ok ? sha256Of(reading.bytes, 'base64url') : undefined;
  } catch {
    return undefined;
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** What tells, without reading it, that a file is the one that was read before. */
export interface FileStamp {
  readonly sizeBytes: number;
  readonly modifiedMs: number;
  /** Changes with every write, even by programs that set the time of modification back. */
  readonly changedMs: number;
  /** The number that the disk gave the file. */
  readonly inode: number;
}

export function stampOf(contentFolder: string, file: string): FileStamp {
  const { size, mtimeMs, ctimeMs, ino } = withStoredPath(`${contentFolder}/${file}`, (stored) =>
    lstatSync(stored),
  );
  return { sizeBytes: size, modifiedMs: mtimeMs, changedMs: ctimeMs, inode: ino };
}
