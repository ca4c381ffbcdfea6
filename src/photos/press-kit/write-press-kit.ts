/**
 * Writes a press kit's ZIP beside the photo cache, once: its name stands for its bytes. JPEGs go in as they are, since
 * deflating them would save nothing, one at a time, so that memory stays flat whatever the kit's size. The same kit has
 * the same bytes on every machine: nothing in it tells when, where or by whom it was made.
 */

import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { renameFile } from '../../disk/rename-file.ts';
import { temporaryBeside, writeWhole } from '../../disk/write-whole.ts';
import type { RenditionOptions } from '../encode-rendition.ts';
import { withOriginal } from '../source-photo.ts';
import { encodeFullSize } from './encode-full-size.ts';
import type { PressKit } from './press-kit.ts';

interface PressKitOptions extends RenditionOptions {
  /** Where kits are kept, absolute. */
  readonly kitFolder: string;
  /** A kit that the output has is not read again: its name stands for it. */
  readonly isPublished?: (file: string) => boolean;
}

export type WrittenKit =
  | { readonly ok: true; readonly path: string; readonly isNew: boolean; readonly sizeBytes: number }
  | { readonly ok: false; readonly diagnostic: Diagnostic };

/** ZIP writes times as the clock on the wall shows them: this one is the same in every zone. */
function entry() {
  return { mtime: new Date(2000, 0, 1), mode: 0o100644, forceDosTimestamp: true, compress: false } as const;
}

/** Finds the kit or makes it. Throws for failures of the disk. */
export async function writePressKit(kit: PressKit, options: PressKitOptions): Promise<WrittenKit> {
  const target = path.join(options.kitFolder, path.posix.basename(kit.path));
  const knownBytes = await findKit(target, options.isPublished?.(kit.path) === true);
  if (knownBytes !== undefined) return { ok: true, path: target, isNew: false, sizeBytes: knownBytes };
  const made = await Promise.all(
    kit.photos.map(async (photo) => ({ name: photo.name, made: await encodeFullSize(photo, options) })),
  );
  const { ZipFile } = await import('yazl');
  const zip = new ZipFile();
  for (const { name, made: one } of made) {
    if (!one.ok) return one;
    const { path: file } = one;
    zip.addReadStreamLazy(name, entry(), (take) => take(null, createReadStream(file)));
  }
  for (const { name, photo } of kit.originals) {
    zip.addReadStreamLazy(name, entry(), (take) => {
      withOriginal(photo, options.contentFolder, async (value) => ({ ok: true, value })).then(
        // It was read a moment ago: what is wrong now is the disk's.
        (source) =>
          source.ok
            ? take(null, Readable.from([source.value]))
            : take(new Error(`Cannot read ${photo.file}.`), Readable.from([])),
        (error: unknown) =>
          take(new Error(`Cannot read ${photo.file}.`, { cause: error }), Readable.from([])),
      );
    });
  }
  for (const { name, text } of kit.texts) zip.addBuffer(Buffer.from(text), name, entry());
  zip.end();
  await mkdir(options.kitFolder, { recursive: true });
  const temporary = temporaryBeside(target);
  const hash = createHash('sha256');
  zip.outputStream.on('data', (chunk: Buffer) => hash.update(chunk));
  try {
    await pipeline(zip.outputStream, createWriteStream(temporary, { flags: 'wx' }));
    renameFile(temporary, target);
    const sizeBytes = (await stat(target)).size;
    await writeWhole(sealOf(target), `${sizeBytes} ${hash.digest('hex')}\n`, { isReplaceable: true });
    return { ok: true, path: target, isNew: true, sizeBytes };
  } catch (error) {
    await rm(temporary, { force: true });
    throw new Error(`Cannot write the press kit ${target}.`, { cause: error });
  }
}

/** Length and checksum of a kit, beside it: its name says what it was made of, not whether it is still whole. */
function sealOf(kitFile: string): string {
  return `${kitFile}.sha256`;
}

/** The size of a kit that is whole. */
async function findKit(file: string, isTrusted: boolean): Promise<number | undefined> {
  const seal = await readFile(sealOf(file), 'utf8').catch(() => '');
  const [, size, sha256] = /^(\d+) ([0-9a-f]{64})\n$/u.exec(seal) ?? [];
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile() !== true || found.size !== Number(size)) return undefined;
  if (isTrusted) return found.size;
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex') === sha256 ? found.size : undefined;
}
