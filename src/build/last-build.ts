/**
 * What the last build of an output began with and what it left there, by the stamps of files. Where both are still so,
 * and no moment has come at which the site changes by itself, a build would make what lies there already. It is noted
 * only of builds that had nothing to say, and whose files had settled before they began.
 */

import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type StampedFolder, stampFolder } from '../content/read-folder.ts';
import { settlingMs } from '../content/text-hashes.ts';
import { writeWhole } from '../disk/write-whole.ts';
import { manifestName } from '../output/manifest.ts';
import type { BuiltSite } from './build-site.ts';
import { extensionStamps } from './extension/extension-inputs.ts';
import { hasExtension } from './extension/find-extension.ts';
import type { Project } from './project.ts';

const noteSchema = z.strictObject({
  inputs: z.string(),
  manifest: z.string(),
  fromMs: z.number(),
  /** No build is needed before it. */
  untilMs: z.number().nullable(),
  sizes: z.record(z.string(), z.number()),
  articles: z.number(),
  photos: z.number(),
  sizeBytes: z.number(),
  heldBack: z.array(
    z.strictObject({
      file: z.string(),
      title: z.string(),
      status: z.enum(['draft', 'scheduled', 'embargoed', 'expired']),
      until: z.string().exactOptional(),
    }),
  ),
});

type Note = z.output<typeof noteSchema>;

export class LastBuild {
  /** The content as it was looked at: a build need not look again. */
  readonly folder: StampedFolder;
  readonly #project: Project;
  readonly #nowMs: number;
  readonly #file: string;
  readonly #inputs: string;
  readonly #isSettled: boolean;

  /** Looks at the files as they are before a build. @param nowMs the moment that the site is built for */
  constructor(project: Project, nowMs: number) {
    this.#project = project;
    this.#nowMs = nowMs;
    const name = createHash('sha256').update(project.output).digest('hex').slice(0, 16);
    this.#file = path.join(project.cache, 'builds', `${name}.json`);
    // Files are stamped by the machine's clock, whatever moment is built.
    const beganMs = Date.now();
    this.folder = stampFolder(project.content, project.displayContent);
    const assets = stampFolder(path.join(project.root, 'assets'), 'assets');
    const own = hasExtension(project) ? [{ stamps: extensionStamps(project) }] : [];
    const { digest, latestMs } = digestInputs(project, [this.folder, assets, ...own]);
    this.#inputs = digest;
    this.#isSettled = latestMs < beganMs - settlingMs;
  }

  /** What a build would say, if there is nothing for it to do. */
  result(): BuiltSite | undefined {
    const note = readNote(this.#file);
    const { output } = this.#project;
    const isSame =
      note !== undefined &&
      note.inputs === this.#inputs &&
      note.fromMs <= this.#nowMs &&
      this.#nowMs < (note.untilMs ?? Number.POSITIVE_INFINITY) &&
      note.manifest === stampOf(path.join(output, manifestName)) &&
      Object.entries(note.sizes).every(([file, size]) => sizeOf(path.join(output, file)) === size);
    if (!isSame) return undefined;
    const { sizes, articles, photos, sizeBytes, heldBack, untilMs } = note;
    const files = new Map(Object.entries(sizes));
    const nothing = { pages: 0, encodedRenditions: 0, added: 0, changed: 0, removed: 0 };
    const next = untilMs === null ? {} : { nextChangeMs: untilMs };
    return { ...nothing, ...next, articles, photos, sizeBytes, heldBack, files: files.size, sizes: files };
  }

  /** Notes a build without diagnostics. A cache that cannot be written costs the next build time, never this one its site. */
  async remember({ sizes, articles, photos, sizeBytes, heldBack, nextChangeMs }: BuiltSite): Promise<void> {
    const manifest = stampOf(path.join(this.#project.output, manifestName));
    if (!this.#isSettled || manifest === undefined) return;
    const note: Note = {
      inputs: this.#inputs,
      manifest,
      fromMs: this.#nowMs,
      untilMs: nextChangeMs ?? null,
      sizes: Object.fromEntries(sizes),
      articles,
      photos,
      sizeBytes,
      heldBack: [...heldBack],
    };
    try {
      await writeWhole(this.#file, JSON.stringify(note), { isReplaceable: true });
    } catch {
      // Then the next build is done in full.
    }
  }
}

function readNote(file: string): Note | undefined {
  try {
    return noteSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** Everything that a build reads, but the photo store, which holds nothing that is not made from this. */
function digestInputs(
  { root, bundle, content, displayContent, output }: Project,
  folders: readonly Pick<StampedFolder, 'stamps'>[],
): { readonly digest: string; readonly latestMs: number } {
  const { node, icu } = process.versions;
  const inputs = [JSON.stringify([path.basename(bundle), node, icu, root, content, displayContent, output])];
  let latestMs = 0;
  for (const { stamps } of folders) {
    inputs.push('');
    for (const [file, { sizeBytes, modifiedMs, changedMs, inode }] of stamps) {
      inputs.push(file, `${sizeBytes} ${modifiedMs} ${changedMs} ${inode}`);
      latestMs = Math.max(latestMs, modifiedMs, changedMs);
    }
  }
  return { digest: createHash('sha256').update(inputs.join('\0')).digest('base64url'), latestMs };
}

function stampOf(file: string): string | undefined {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  return stats && `${stats.size} ${stats.mtimeMs} ${stats.ctimeMs} ${stats.ino}`;
}

function sizeOf(file: string): number | undefined {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  return stats?.isFile() === true ? stats.size : undefined;
}
