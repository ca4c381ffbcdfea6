/**
 * Reports changes of a web team's own code: its `.eleventy.ts`, and every folder of the newsroom in which templates and what
 * they are made from may lie. In the generator's repository, whose own code is there, only where it has something of the kind.
 */

import { type FSWatcher, watch } from 'node:fs';
import path from 'node:path';
import { extensionFolders, isOwnEntry } from '../build/extension/extension-inputs.ts';
import { hasExtension } from '../build/extension/find-extension.ts';
import type { Project } from '../build/project.ts';
import { FolderWatcher } from './folder-watcher.ts';

export class ExtensionWatcher {
  readonly #project: Project;
  readonly #onChange: (file: string) => void;
  readonly #folders = new Map<string, FolderWatcher>();
  #top: FSWatcher | undefined;
  #isClosed = false;

  constructor(project: Project, onChange: (file: string) => void) {
    this.#project = project;
    this.#onChange = onChange;
  }

  /** @param sinceMs changes since then are reported at once */
  async start(sinceMs: number): Promise<void> {
    const { home, root } = this.#project;
    if (home === root && !hasExtension(this.#project)) return;
    this.#top = watch(home, (_event, name) => {
      if (name === null || !isOwnEntry(this.#project, name)) return;
      this.#onChange(path.join(home, name));
      void this.#watchFolders(0);
    });
    this.#top.on('error', () => this.#top?.close());
    await this.#watchFolders(sinceMs);
  }

  close(): void {
    this.#isClosed = true;
    this.#top?.close();
    for (const watcher of this.#folders.values()) watcher.close();
  }

  async #watchFolders(sinceMs: number): Promise<void> {
    for (const folder of extensionFolders(this.#project)) {
      if (this.#folders.has(folder) || this.#isClosed) continue;
      const watcher = new FolderWatcher(folder, this.#onChange);
      this.#folders.set(folder, watcher);
      await watcher.start(sinceMs);
    }
  }
}
