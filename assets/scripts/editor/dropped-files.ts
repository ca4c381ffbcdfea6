/** Files that were dropped, with those of dropped folders: a saved page has its pictures in one. */

import type { NamedFile } from './preview-tools.ts';

/** Deeper ones are no saved page. */
const levels = 3;

const importable = /\.(?:docx|html?|xhtml|txt|md|markdown)$/iu;

/** Whether a file can become a story, by its name. */
export function isImportable(name: string): boolean {
  return importable.test(name);
}

/** Must be called while the event is handled: later the browser gives nothing out. */
export async function droppedFiles(transfer: DataTransfer | null): Promise<readonly NamedFile[]> {
  const entries = [...(transfer?.items ?? [])].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return [...(transfer?.files ?? [])].map((file) => ({ name: file.name, file }));
  return (await Promise.all(entries.map((entry) => filesOf(entry, '', levels)))).flat();
}

async function filesOf(entry: FileSystemEntry, folder: string, left: number): Promise<readonly NamedFile[]> {
  const name = folder + entry.name;
  if (isFileEntry(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ name, file }];
  }
  if (!isFolderEntry(entry) || left === 0) return [];
  const reader = entry.createReader();
  const inside: FileSystemEntry[] = [];
  for (;;) {
    // A browser gives out a hundred at a time.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) break;
    inside.push(...some);
  }
  return (await Promise.all(inside.map((one) => filesOf(one, `${name}/`, left - 1)))).flat();
}

function isFileEntry(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolderEntry(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
