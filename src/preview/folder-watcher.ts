/**
 * Reports which files of a folder change. macOS and Windows watch a folder with everything in it; elsewhere every folder
 * is watched by itself: measured, ten thousand folders take a tenth of the time of chokidar, which visits every file too.
 */

import { type FSWatcher, lstatSync, readdirSync, watch } from 'node:fs';
import path from 'node:path';
import { ledgerFile } from '../content/address-ledger.ts';

/** Folders visited before requests get their turn. */
const foldersAtOnce = 100;

export class FolderWatcher {
  readonly #folder: string;
  readonly #onChange: (file: string) => void;
  readonly #watchers = new Map<string, FSWatcher>();
  #isClosed = false;

  /** @param folder absolute @param onChange receives absolute paths of files, and of folders that are new or gone */
  constructor(folder: string, onChange: (file: string) => void) {
    this.#folder = folder;
    this.#onChange = onChange;
  }

  /**
   * @param sinceMs changes since then are reported at once
   * Throws when the system refuses: the message says what to do.
   */
  async start(sinceMs: number): Promise<void> {
    const isWhole = process.platform === 'darwin' || process.platform === 'win32';
    if (isWhole) this.#watch(this.#folder, true);
    const folders = [this.#folder];
    for (let done = 0; done < folders.length && !this.#isClosed; done += 1) {
      const folder = folders[done] ?? '';
      folders.push(...this.#look(folder, sinceMs, !isWhole));
      if (done % foldersAtOnce === foldersAtOnce - 1) await new Promise((resolve) => setImmediate(resolve));
    }
  }

  close(): void {
    this.#isClosed = true;
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  /** Watches one folder and reports its new files. @returns the folders in it */
  #look(folder: string, sinceMs: number, watchesIt: boolean): readonly string[] {
    if (watchesIt && !this.#watchers.has(folder)) this.#watch(folder, false);
    const inside: string[] = [];
    try {
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        if (isHidden(entry.name)) continue;
        const file = path.join(folder, entry.name);
        if (entry.isDirectory()) inside.push(file);
        else if ((lstatSync(file, { throwIfNoEntry: false })?.ctimeMs ?? 0) >= sinceMs) this.#onChange(file);
      }
    } catch {
      // It is gone again, which the watcher of its parent reports.
    }
    return inside;
  }

  #watch(folder: string, recursive: boolean): void {
    try {
      const watcher = watch(folder, { recursive }, (_event, name) => {
        if (name === null || name.split(path.sep).some(isHidden)) return;
        this.#changed(path.join(folder, name), recursive);
      });
      watcher.on('error', () => this.#forget(folder));
      this.#watchers.set(folder, watcher);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      if (error.code === 'ENOENT') return;
      throw new Error(
        error.code === 'ENOSPC' || error.code === 'EMFILE'
          ? 'The system watches no more folders. Raise its limit (Linux: sysctl fs.inotify.max_user_watches=524288).'
          : `Cannot watch ${folder}.`,
        { cause: error },
      );
    }
  }

  #changed(file: string, isWhole: boolean): void {
    this.#onChange(file);
    if (isWhole) return;
    const isFolder = lstatSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
    // A folder of this name may have been another one before.
    this.#forget(file);
    if (!isFolder) return;
    // Files can be in a new folder before it is watched.
    const folders = [file];
    for (const folder of folders) {
      this.#onChange(folder);
      folders.push(...this.#look(folder, 0, true));
    }
  }

  /** With all folders in it: they are gone too, or lie somewhere else, and their watchers would stay behind. */
  #forget(folder: string): void {
    for (const [watched, watcher] of this.#watchers) {
      if (watched !== folder && !watched.startsWith(folder + path.sep)) continue;
      watcher.close();
      this.#watchers.delete(watched);
    }
  }
}

function isHidden(name: string): boolean {
  return name.startsWith('.') && name !== ledgerFile;
}
