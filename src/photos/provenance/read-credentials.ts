/**
 * Reads the C2PA manifest of a photo: a library verifies signatures and hashes, in a thread of its own that has no network,
 * a bound of time, and ends with the photo. Loads nothing for photos without a manifest. Never throws for what the bytes are.
 */

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { limitJobs } from '../../disk/job-limit.ts';
import { defined } from '../../text/defined.ts';
import type { MetadataBlocks } from '../metadata/pack-metadata.ts';
import type { PhotoFormat } from '../recognize-format.ts';
import { openHeader } from '../sharp.ts';
import { type ContentCredentials, interpretReport, type ReadManifest } from './content-credentials.ts';
import { isPublicOriginal } from './public-original.ts';
import type { SourceType } from './source-type.ts';

/** Of a larger file what its manifest says is not verified: hashing it takes longer than a build may. */
const MAX_BYTES = 100_000_000;

/** Hashing 100 megabytes takes 3 seconds here. */
const MAX_SECONDS = 60;

/** Reports of long histories have some hundred kilobytes. */
const MAX_REPORT_LETTERS = 8_000_000;

const unverified: ReadManifest = { state: 'unverified', hasOtherPictures: false };

const oneAtATime = limitJobs(1);

const mediaTypes: Readonly<Record<PhotoFormat | 'heic', string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  tiff: 'image/tiff',
  avif: 'image/avif',
  gif: 'image/gif',
  heic: 'image/heic',
};

/** Whether a file can hold a manifest: its boxes are of the type `jumb`, and it names itself. */
export function hasManifest(bytes: Buffer): boolean {
  return bytes.includes('jumb', 0, 'latin1') && bytes.includes('c2pa', 0, 'latin1');
}

interface FoundCredentials {
  readonly credentials: ContentCredentials;
  /** Where the picture comes from, as the manifest says. */
  readonly sourceType?: SourceType;
}

/** Undefined where the file holds no manifest after all. */
export async function readCredentials(
  bytes: Buffer,
  format: PhotoFormat | 'heic',
): Promise<FoundCredentials | undefined> {
  const read = await readManifest(bytes, format);
  if (read === undefined) return undefined;
  const { sourceType, hasOtherPictures, ...said } = read;
  const isOriginalPublic =
    read.state === 'intact' &&
    !hasOtherPictures &&
    format !== 'heic' &&
    isPublicOriginal(bytes, format, await blocksOf(bytes));
  return { credentials: { ...said, isOriginalPublic }, ...defined({ sourceType }) };
}

async function blocksOf(bytes: Buffer): Promise<MetadataBlocks> {
  const { exif } = await openHeader(bytes).metadata();
  return { exif };
}

/** Undefined where the file holds no manifest after all. */
async function readManifest(bytes: Buffer, format: PhotoFormat | 'heic'): Promise<ReadManifest | undefined> {
  if (bytes.length > MAX_BYTES) return unverified;
  const answer = await oneAtATime(() => askThread(bytes, mediaTypes[format]));
  switch (answer.kind) {
    case 'none':
      return undefined;
    case 'unreadable':
      return unverified;
    case 'report':
      return interpretReport(answer.report);
  }
}

/**
 * Plain JavaScript: a thread cannot load TypeScript. Its clock stands at the moment when the newest certificate of the file
 * began to hold, so that the same file gives the same answer on every day; who signed is not verified anyway.
 */
const THREAD = `
const { parentPort, workerData } = require('node:worker_threads');
const refuse = () => Promise.reject(new Error('There is no network here.'));
globalThis.fetch = refuse;
globalThis.XMLHttpRequest = undefined;
globalThis.WebSocket = undefined;
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...values) {
    super(...(values.length === 0 ? [workerData.nowMs] : values));
  }
  static now() {
    return workerData.nowMs;
  }
};
const settings = {
  verify: { verify_trust: false, verify_timestamp_trust: false, ocsp_fetch: false, remote_manifest_fetch: false },
};
const read = async () => {
  const { initSync, WasmReader } = await import(workerData.library);
  initSync({ module: workerData.module });
  const reader = await WasmReader.fromBytes(workerData.mediaType, workerData.bytes, JSON.stringify(settings));
  return reader.json();
};
read().then(
  (report) =>
    parentPort.postMessage(
      report.length > workerData.maxLetters ? { kind: 'unreadable' } : { kind: 'report', report },
    ),
  (error) =>
    parentPort.postMessage({ kind: /JumbfNotFound|NoClaim|ProvenanceMissing/.test(String(error)) ? 'none' : 'unreadable' }),
);
`;

const answerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('unreadable') }),
  z.strictObject({ kind: z.literal('report'), report: z.string() }),
]);
type Answer = z.infer<typeof answerSchema>;

let compiled: Promise<WebAssembly.Module> | undefined;

/** Compiled once, for all threads. */
function libraryModule(): Promise<WebAssembly.Module> {
  compiled ??= readFile(createRequire(import.meta.url).resolve('@contentauth/c2pa-wasm/c2pa.wasm')).then(
    (code) => WebAssembly.compile(code),
  );
  return compiled;
}

async function askThread(bytes: Buffer, mediaType: string): Promise<Answer> {
  const module = await libraryModule();
  const library = pathToFileURL(createRequire(import.meta.url).resolve('@contentauth/c2pa-wasm')).href;
  return await new Promise((resolve, reject) => {
    const worker = new Worker(THREAD, {
      eval: true,
      workerData: {
        library,
        module,
        mediaType,
        bytes: new Uint8Array(bytes),
        nowMs: certificatesFromMs(bytes),
        maxLetters: MAX_REPORT_LETTERS,
      },
      stdout: true,
      stderr: true,
    });
    const timer = setTimeout(() => finish({ kind: 'unreadable' }), MAX_SECONDS * 1000);
    const finish = (answer: Answer) => {
      clearTimeout(timer);
      // Ending it is an exit, too.
      worker.removeAllListeners('exit');
      worker.terminate().then(() => resolve(answer), reject);
    };
    worker.once('message', (message: unknown) => finish(answerSchema.parse(message)));
    // WebAssembly traps and runs out of memory on files that were made to break readers.
    worker.once('error', () => finish({ kind: 'unreadable' }));
    worker.once('exit', () => finish({ kind: 'unreadable' }));
  });
}

/** X.509's validity: a sequence of two times, as UTCTime or GeneralizedTime (RFC 5280, section 4.1.2.5). */
const VALIDITY = /0[\x1e\x20\x22](?:\x17\x0d(\d{12})|\x18\x0f(\d{14}))Z[\x17\x18]/gu;

/** As many as a file with a long history may hold. */
const MAX_CERTIFICATES = 1000;

/** The moment when the newest certificate of a file began to hold; any other where it has none. */
export function certificatesFromMs(bytes: Buffer): number {
  const first = bytes.indexOf('jumb', 0, 'latin1');
  const text = bytes.toString('latin1', Math.max(0, first), Math.max(0, first) + 20_000_000);
  let newest = Date.UTC(2026, 0, 1);
  let count = 0;
  let isFound = false;
  for (const [, short, long] of text.matchAll(VALIDITY)) {
    count += 1;
    if (count > MAX_CERTIFICATES) break;
    const begins = timeMs(long ?? fullYear(short ?? ''));
    if (Number.isNaN(begins)) continue;
    newest = isFound ? Math.max(newest, begins) : begins;
    isFound = true;
  }
  return newest + 1000;
}

/** Two figures are of this century below 50. */
function fullYear(time: string): string {
  return `${Number(time.slice(0, 2)) < 50 ? '20' : '19'}${time}`;
}

function timeMs(time: string): number {
  const [, year = '', month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/u.exec(time) ?? [];
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
