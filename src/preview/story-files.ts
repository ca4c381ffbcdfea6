/**
 * Reads and writes stories and photos for the editor: only articles of the content folder, never through a symbolic link,
 * always whole files. A story that has changed on disk meanwhile is not overwritten.
 */

import { createHash } from 'node:crypto';
import { lstat, readdir, readFile, realpath, rm } from 'node:fs/promises';
import path from 'node:path';
import { windowsRefusal } from '../content/portable-name.ts';
import { maximumTextBytes } from '../content/read-folder.ts';
import { isInside } from '../disk/inside-folder.ts';
import { storedPath } from '../disk/stored-path.ts';
import { writeWhole } from '../disk/write-whole.ts';
import { isStoryPath } from '../editor/story-path.ts';
import { writeRefusal } from './write-refusal.ts';

/** A story as its bytes have it: line ends and byte order mark included. */
export interface StoredStory {
  readonly raw: string;
  /** Stands for its bytes. */
  readonly version: string;
}

export type Saving =
  | { readonly kind: 'saved'; readonly version: string }
  /** Its file holds another text than the one that was opened; undefined when it is gone. */
  | { readonly kind: 'conflict'; readonly stored: StoredStory | undefined }
  | { readonly kind: 'refused'; readonly message: string };

export class StoryFiles {
  readonly #contentFolder: string;
  /** One write at a time: two that look at the same version would both find it unchanged. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(contentFolder: string) {
    this.#contentFolder = contentFolder;
  }

  /** @returns undefined when there is no such story, or its bytes are no UTF-8 */
  async read(file: string): Promise<StoredStory | undefined> {
    if (!isStoryPath(file)) return undefined;
    const absolute = await this.#resolve(file);
    if (absolute === undefined) return undefined;
    try {
      const bytes = await readFile(absolute);
      const raw = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
      return { raw, version: versionOf(bytes) };
    } catch (error) {
      if (error instanceof TypeError || (error instanceof Error && 'code' in error)) return undefined;
      throw error;
    }
  }

  /** @param version of the text that was opened; undefined for a new story */
  save(file: string, raw: string, version: string | undefined): Promise<Saving> {
    return this.#inTurn(async () => {
      if (!isStoryPath(file)) return { kind: 'refused', message: `${file} is not the file of a story.` };
      const bytes = Buffer.from(raw);
      if (bytes.length > maximumTextBytes)
        return { kind: 'refused', message: `A story may have ${maximumTextBytes / 1e6} MB of text.` };
      const absolute = await this.#resolve(file);
      if (absolute === undefined)
        return { kind: 'refused', message: `${file} leads out of the content folder.` };
      const exists = await isThere(absolute);
      const stored = exists ? await this.read(file) : undefined;
      if (exists && stored === undefined)
        return { kind: 'refused', message: `${file} is not saved as UTF-8. Open it in a text editor first.` };
      if (stored?.version !== version) return { kind: 'conflict', stored };
      try {
        await writeWhole(absolute, bytes);
      } catch (error) {
        const message = writeRefusal(error, file);
        if (message === undefined) throw error;
        return { kind: 'refused', message };
      }
      return { kind: 'saved', version: versionOf(bytes) };
    });
  }

  /**
   * Puts a photo beside a story; one that is there already is not written again.
   * @param nameOf the name, given those that are taken by other photos
   * @returns its name, or undefined where the story's folder leads out of the content
   */
  addPhoto(
    story: string,
    bytes: Buffer,
    nameOf: (taken: ReadonlySet<string>) => string,
  ): Promise<{ readonly name: string; readonly isNew: boolean } | undefined> {
    return this.#inTurn(async () => {
      if (!isStoryPath(story)) return undefined;
      const taken = new Set<string>();
      for (;;) {
        const name = nameOf(taken);
        if (name.includes('/') || name.startsWith('.') || windowsRefusal(name) !== undefined)
          return undefined;
        const absolute = await this.#resolve(`${path.posix.dirname(story)}/${name}`);
        if (absolute === undefined) return undefined;
        if (!(await isThere(absolute))) {
          await writeWhole(absolute, bytes);
          return { name, isNew: true };
        }
        if (bytes.equals(await readFile(absolute))) return { name, isNew: false };
        taken.add(name);
      }
    });
  }

  /** Names of the files in the folder of a story, as they are on the disk. */
  async beside(story: string): Promise<readonly string[]> {
    const folder = isStoryPath(story) ? await this.#resolve(path.posix.dirname(story)) : undefined;
    if (folder === undefined) return [];
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    return entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .sort();
  }

  async removePhoto(story: string, name: string): Promise<void> {
    const absolute = await this.#resolve(`${path.posix.dirname(story)}/${name}`);
    if (absolute !== undefined) await rm(absolute, { force: true });
  }

  /** The absolute path; undefined where a symbolic link on the way leads out of the folder, or the file is one. */
  async #resolve(file: string): Promise<string | undefined> {
    const root = await realpath(this.#contentFolder);
    const absolute = storedPath(path.join(root, file));
    if (!isInside(root, absolute)) return undefined;
    for (let at = absolute; at !== root; at = path.dirname(at)) {
      const found = await lstat(at).catch(() => undefined);
      if (found?.isSymbolicLink() === true) return undefined;
    }
    return absolute;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }
}

function versionOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function isThere(file: string): Promise<boolean> {
  return (await lstat(file).catch(() => undefined)) !== undefined;
}
