/**
 * The output folder, written all or nothing: files are staged outside it, and only when the whole site is made
 * are those that changed moved in, those that did not change left alone, and those that an earlier build wrote
 * and this one does not make removed. Files that no build wrote are never touched.
 */

import { existsSync, linkSync, lstatSync, mkdirSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { hashFile } from '../disk/hash-file.ts';
import { renameFile } from '../disk/rename-file.ts';
import { isRunning } from '../disk/running-process.ts';
import { defined } from '../text/defined.ts';
import { sha256Of } from '../text/sha256.ts';
import { cachePolicyOf } from './cache-policy.ts';
import {
  isOutputPath,
  type Manifest,
  type ManifestEntry,
  manifestName,
  parseManifest,
  printManifest,
} from './manifest.ts';
import { placeInOrder } from './publish-order.ts';
import type { HeaderRule } from './security-headers.ts';

export interface OutputSummary {
  readonly files: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly sizeBytes: number;
  /** Of each file, in bytes. */
  readonly sizes: ReadonlyMap<string, number>;
}

/** The hash of a file that is about to be changed, until it is: no content has it. */
const UNSURE = '0'.repeat(64);

export class OutputTree {
  readonly #folder: string;
  readonly #stage: string;
  readonly #before: Manifest;
  /** Whether there is an output folder: a CI runner begins without one, and need not ask for each file. */
  readonly #hasFolder: boolean;
  /** Files that an interrupted build may have changed: ours, and to be written anew. */
  readonly #unsure: ReadonlySet<string>;
  readonly #entries = new Map<string, ManifestEntry>();
  /** Folders that are known to exist. */
  readonly #made = new Set<string>();
  readonly #staged = new Map<string, 'added' | 'changed'>();

  private constructor(folder: string, stage: string, before: Manifest) {
    this.#folder = folder;
    this.#stage = stage;
    this.#hasFolder = existsSync(folder);
    this.#before = new Map([...before].filter(([, { sha256 }]) => sha256 !== UNSURE));
    this.#unsure = new Set([...before.keys()].filter((file) => !this.#before.has(file)));
  }

  /** @param folder the output, absolute; need not exist. Files are staged beside it, on the same disk. */
  static async open(folder: string): Promise<OutputTree> {
    const text = await readFile(path.join(folder, manifestName), 'utf8').catch(() => undefined);
    await removeAbandonedStages(folder);
    const stage = `${stagePrefix(folder)}${process.pid}`;
    await mkdir(stage, { recursive: true });
    // A manifest that cannot be read counts as none: everything is written anew and nothing is removed.
    const before = text === undefined ? undefined : parseManifest(text);
    return new OutputTree(folder, stage, before?.files ?? new Map());
  }

  /**
   * Takes a file of the site. `file` is a path inside the output, with forward slashes.
   * Synchronous, because the renderer that calls it for each page is.
   * @param known what the file was made from, and its hash, where the caller has them
   */
  put(
    file: string,
    content: string | Uint8Array,
    { madeFrom, sha256 }: { readonly madeFrom?: string; readonly sha256?: string } = {},
  ): void {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const entry: ManifestEntry = {
      sha256: sha256 ?? sha256Of(bytes, 'hex'),
      sizeBytes: bytes.byteLength,
      ...defined({ madeFrom }),
    };
    if (this.#register(file, entry)) writeFileSync(this.#placeOnStage(file), bytes);
  }

  /** Leaves a file as it is, if it lies there and was made from the same; false when it must be made. */
  keep(file: string, madeFrom: string): boolean {
    const known = this.#before.get(file);
    if (known?.madeFrom !== madeFrom) return false;
    const existing = statSync(path.join(this.#folder, file), { throwIfNoEntry: false });
    if (existing?.isFile() !== true || existing.size !== known.sizeBytes) return false;
    this.#add(file, known);
    return true;
  }

  /**
   * Takes a file that lies elsewhere on this disk and never changes, such as a rendition in the cache.
   * @param known its size and hash, where the caller has checked it: then the file is not read
   */
  async take(
    file: string,
    source: string,
    {
      madeFrom,
      checked,
    }: { readonly madeFrom?: string; readonly checked?: Pick<ManifestEntry, 'sha256' | 'sizeBytes'> } = {},
  ): Promise<void> {
    const size = checked?.sizeBytes ?? statSync(source).size;
    const known = this.#before.get(file);
    // A name with a hash in it stands for one content: there is no need to read the bytes again.
    const entry =
      known !== undefined && known.sizeBytes === size && isImmutable(file)
        ? known
        : {
            sha256: checked?.sha256 ?? (await hashFile(source, size)),
            sizeBytes: size,
            ...defined({ madeFrom }),
          };
    if (!this.#register(file, entry)) return;
    const staged = this.#placeOnStage(file);
    try {
      linkSync(source, staged);
    } catch {
      // Another disk, or one without hard links.
      await copyFile(source, staged);
    }
  }

  /** Whether the output has a file whose name stands for its content, whole as far as its size tells. */
  has(file: string): boolean {
    const known = this.#before.get(file);
    if (known === undefined || !isImmutable(file)) return false;
    const existing = statSync(path.join(this.#folder, file), { throwIfNoEntry: false });
    return existing?.isFile() === true && existing.size === known.sizeBytes;
  }

  /** Keeps a file that the output `has`. */
  keepImmutable(file: string): void {
    const known = this.#before.get(file);
    if (known === undefined) throw new Error(`The output has no ${file} to keep.`);
    this.#add(file, known);
  }

  /** Notes the file; true when its bytes have to be staged because the output does not have them yet. */
  #register(file: string, entry: ManifestEntry): boolean {
    this.#add(file, entry);
    const existing = this.#hasFolder
      ? statSync(path.join(this.#folder, file), { throwIfNoEntry: false })
      : undefined;
    const isSame =
      existing?.isFile() === true &&
      existing.size === entry.sizeBytes &&
      this.#before.get(file)?.sha256 === entry.sha256;
    if (!isSame) this.#staged.set(file, existing === undefined ? 'added' : 'changed');
    return !isSame;
  }

  /** Where a file is staged; its folder is made. Paths of an output need no normalizing. */
  #placeOnStage(file: string): string {
    const staged = `${this.#stage}/${file}`;
    this.#makeFolder(staged.slice(0, staged.lastIndexOf('/')));
    return staged;
  }

  #makeFolder(folder: string): void {
    if (this.#made.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    this.#made.add(folder);
  }

  #add(file: string, entry: ManifestEntry): void {
    if (!isOutputPath(file)) throw new Error(`An output path must stay inside the output folder: ${file}`);
    if (this.#entries.has(file)) throw new Error(`Two parts of the site make the same file: ${file}`);
    this.#entries.set(file, entry);
  }

  /** Moves the site in: photos and assets first, then pages, the home page and feeds last; then removes. */
  async commit(headers: readonly HeaderRule[] = []): Promise<OutputSummary> {
    if (this.#takesPlaceOfNothing()) {
      writeFileSync(path.join(this.#stage, manifestName), printManifest(this.#entries, headers));
      renameFile(this.#stage, this.#folder);
      return this.#summary(0);
    }
    const order = [...this.#staged.keys()].sort(
      (a, b) => placeInOrder(a) - placeInOrder(b) || (a < b ? -1 : 1),
    );
    if (order.length > 0) await this.#announce(order, headers);
    for (const file of order) {
      const target = path.join(this.#folder, file);
      this.#makeFolder(path.dirname(target));
      renameFile(path.join(this.#stage, file), target);
    }
    const removed = await this.#removeOld();
    // Last: what is not removed yet has to be known to the next build.
    await this.#writeManifest(this.#entries, headers);
    await rm(this.#stage, { recursive: true, force: true });
    return this.#summary(removed);
  }

  /** The first build into a folder: then the stage as a whole becomes the folder. */
  #takesPlaceOfNothing(): boolean {
    const hasNames = this.#before.size > 0 || this.#unsure.size > 0;
    if (hasNames || this.#entries.size !== this.#staged.size) return false;
    try {
      // An empty one may stand there; only such can be taken away like this.
      rmdirSync(this.#folder);
    } catch {
      // There is none, or it holds what is not ours.
    }
    return lstatSync(this.#folder, { throwIfNoEntry: false }) === undefined;
  }

  #summary(removed: number): OutputSummary {
    const sizes = new Map([...this.#entries].map(([file, entry]) => [file, entry.sizeBytes]));
    const kinds = [...this.#staged.values()];
    return {
      files: this.#entries.size,
      added: kinds.filter((kind) => kind === 'added').length,
      changed: kinds.filter((kind) => kind === 'changed').length,
      removed,
      sizeBytes: [...sizes.values()].reduce((sum, size) => sum + size, 0),
      sizes,
    };
  }

  /** Removes the staged files; the output folder stays as it was. */
  async discard(): Promise<void> {
    await rm(this.#stage, { recursive: true, force: true });
  }

  files(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /**
   * Says in the manifest which files are changing: cut off now, the folder is no site that could be published, and the
   * next build makes these files anew or takes them away, whatever was moved in.
   */
  async #announce(changing: readonly string[], headers: readonly HeaderRule[]): Promise<void> {
    const unsure: ManifestEntry = { sha256: UNSURE, sizeBytes: 0 };
    const entries = new Map<string, ManifestEntry>(this.#before);
    for (const file of [...this.#unsure, ...changing]) entries.set(file, unsure);
    await this.#writeManifest(entries, headers);
  }

  async #writeManifest(entries: Manifest, headers: readonly HeaderRule[]): Promise<void> {
    const staged = path.join(this.#stage, manifestName);
    writeFileSync(staged, printManifest(entries, headers));
    renameFile(staged, path.join(this.#folder, manifestName));
  }

  async #removeOld(): Promise<number> {
    let removed = 0;
    for (const file of [...this.#before.keys(), ...this.#unsure]) {
      if (this.#entries.has(file)) continue;
      await rm(path.join(this.#folder, file), { force: true });
      removed += 1;
      for (let folder = path.dirname(file); folder !== '.'; folder = path.dirname(folder)) {
        const isGone = await rmdir(path.join(this.#folder, folder)).then(
          () => true,
          () => false,
        );
        if (!isGone) break;
      }
    }
    return removed;
  }
}

function stagePrefix(folder: string): string {
  return path.join(path.dirname(folder), `.${path.basename(folder)}.staged-`);
}

/** Removes the stages of builds that were killed; those of running builds stay. */
async function removeAbandonedStages(folder: string): Promise<void> {
  const prefix = path.basename(stagePrefix(folder));
  const parent = path.dirname(folder);
  for (const name of await readdir(parent).catch(() => [])) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length)) : Number.NaN;
    if (!Number.isInteger(pid) || (pid !== process.pid && isRunning({ pid }))) continue;
    await rm(path.join(parent, name), { recursive: true, force: true });
  }
}

function isImmutable(file: string): boolean {
  return cachePolicyOf(file) === 'immutable';
}
