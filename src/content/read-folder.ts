/**
 * Reads the content folder from disk, and nothing outside it: symbolic links, devices and pipes are refused,
 * text is bounded and must be UTF-8. The only file of this folder that touches the disk.
 */

import { lstat, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Diagnostic, startOf } from '../diagnostics/diagnostic.ts';

/** A long read has 100 kB; what is larger is a mistake such as a photo renamed to .md. */
export const maximumTextBytes = 2_000_000;

export interface ContentFile {
  /** Relative to the content folder, with forward slashes. */
  readonly file: string;
  readonly sizeBytes: number;
}

export interface FolderListing {
  readonly files: readonly ContentFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Lists all files below `contentFolder`, in the same order on every machine. Hidden files are left out. */
export async function listFolder(contentFolder: string, shownFolder: string): Promise<FolderListing> {
  const files: ContentFile[] = [];
  const diagnostics: Diagnostic[] = [];
  const walk = async (relative: string): Promise<void> => {
    const entries = await readdir(path.join(contentFolder, relative), { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (entry.name.startsWith('.') || entry.name === 'Thumbs.db') continue;
      const file = relative === '' ? entry.name : `${relative}/${entry.name}`;
      if (entry.isDirectory()) {
        await walk(file);
      } else if (entry.isFile()) {
        files.push({ file, sizeBytes: (await lstat(path.join(contentFolder, file))).size });
      } else {
        diagnostics.push({
          code: 'unsafe-path',
          severity: 'error',
          ...startOf(`${shownFolder}/${file}`),
          message: `${entry.name} is ${entry.isSymbolicLink() ? 'a symbolic link' : 'not an ordinary file'}.`,
          hint: 'Put a copy of the file itself here.',
        });
      }
    }
  };
  await walk('');
  return { files, diagnostics };
}

export type TextReading =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly diagnostic: Diagnostic };

/** The file's text with `\n` line ends and without a byte order mark. */
export async function readTextFile(
  contentFolder: string,
  file: string,
  shownFile: string,
): Promise<TextReading> {
  const absolute = path.join(contentFolder, file);
  const { size } = await lstat(absolute);
  if (size > maximumTextBytes) {
    return {
      ok: false,
      diagnostic: {
        code: 'file-too-large',
        severity: 'error',
        ...startOf(shownFile),
        message: `The file has ${(size / 1e6).toFixed(1)} MB; a story may have ${maximumTextBytes / 1e6} MB of text.`,
        hint: 'Split the story, or move pasted data into a file that the story links to.',
      },
    };
  }
  const bytes = await readFile(absolute);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { ok: true, text: text.replace(/\r\n?/gu, '\n') };
  } catch {
    return {
      ok: false,
      diagnostic: {
        code: 'not-utf-8',
        severity: 'error',
        ...startOf(shownFile),
        message: 'The file is not saved as UTF-8, so its letters cannot be read.',
        hint: 'Open it in your editor, choose "Save with encoding", and take UTF-8.',
      },
    };
  }
}
