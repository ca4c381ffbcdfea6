/** Log files as lines, one piece in memory at a time; what a file is compressed by is told by its first bytes. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { isLfsPointer, lfsAdvice } from '../text/lfs-pointer.ts';

/** A request line may have 8 kB on most servers; what is longer is no log, and must not fill the memory. */
const maximumLineLength = 65_536;

/** A file that cannot be read as it is. The message says what to do. */
export class LogFileError extends Error {}

interface Compression {
  readonly name: string;
  readonly firstBytes: readonly number[];
  /** A program of the distribution that opens it. */
  readonly program?: string;
  readonly package?: string;
}

const gzip: Compression = { name: 'gzip', firstBytes: [0x1f, 0x8b] };
const compressions: readonly Compression[] = [
  gzip,
  { name: 'xz', firstBytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0], program: 'xz', package: 'xz-utils' },
  { name: 'Zstandard', firstBytes: [0x28, 0xb5, 0x2f, 0xfd], program: 'zstd', package: 'zstd' },
  { name: 'bzip2', firstBytes: [0x42, 0x5a, 0x68], program: 'bzip2', package: 'bzip2' },
  { name: 'LZ4', firstBytes: [0x04, 0x22, 0x4d, 0x18], program: 'lz4', package: 'lz4' },
];
const refused: readonly { readonly firstBytes: readonly number[]; readonly advice: string }[] = [
  { firstBytes: [0x50, 0x4b, 3, 4], advice: 'is a ZIP archive. Unpack it, and give the log that is in it.' },
  {
    firstBytes: [0x37, 0x7a, 0xbc, 0xaf],
    advice: 'is a 7z archive. Unpack it, and give the log that is in it.',
  },
  { firstBytes: [0x50, 0x41, 0x52, 0x31], advice: 'is a Parquet file. Export the log as text or JSON.' },
  { firstBytes: [0xff, 0xfe], advice: 'is saved as UTF-16. Save it as UTF-8.' },
  { firstBytes: [0xfe, 0xff], advice: 'is saved as UTF-16. Save it as UTF-8.' },
];

/**
 * Throws a LogFileError for what cannot be opened, and the disk's own error when a file cannot be read to its end; a
 * cut-off archive counts as such.
 * @param take is given every line that is not empty, and its number from 1
 */
export async function readLines(file: string, take: TakeLine): Promise<void> {
  const head = await firstBytesOf(file);
  const hasHead = ({ firstBytes }: { readonly firstBytes: readonly number[] }) =>
    firstBytes.every((byte, at) => head[at] === byte);
  const refusal = refused.find(hasHead);
  if (refusal !== undefined) throw new LogFileError(`${file} ${refusal.advice}`);
  if (isLfsPointer(head)) throw new LogFileError(`${file} is only a Git LFS pointer. ${lfsAdvice}`);
  const compression = compressions.find(hasHead);
  const split = splitLines(take);
  if (compression?.program !== undefined) {
    await readThrough(file, compression, compression.program, split);
    return;
  }
  const source = createReadStream(file, { highWaterMark: 1 << 18 });
  if (compression === gzip) await pipeline(source, createGunzip(), split);
  else await pipeline(source, split);
}

async function firstBytesOf(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** What Node cannot open is opened by the program of that name, where it is installed. */
async function readThrough(
  file: string,
  { name, package: from }: Compression,
  program: string,
  split: (chunks: AsyncIterable<Buffer>) => Promise<void>,
): Promise<void> {
  const child = spawn(program, ['-dc', '--', file], { stdio: ['ignore', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const ended = once(child, 'close').then(([code]: readonly unknown[]) => code);
  try {
    const [code] = await Promise.all([ended, pipeline(child.stdout, split)]);
    if (code !== 0) throw new Error(complaint.trim() || `${program} ended with ${String(code)}.`);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    throw new LogFileError(
      `${file} is compressed by ${name}, and there is no program "${program}" here to open it. ` +
        `Install it (Debian: apt-get install ${from}), or give the file decompressed.`,
      { cause: error },
    );
  }
}

type TakeLine = (line: string, number: number) => void;

function splitLines(take: TakeLine): (chunks: AsyncIterable<Buffer>) => Promise<void> {
  // Programs of Windows begin a file with a mark.
  const takeDecoded: TakeLine = (line, number) =>
    take(
      Buffer.from(line, 'latin1')
        .toString('utf8')
        .replace(/^\uFEFF/u, ''),
      number,
    );
  return async (chunks) => {
    // Cut as Latin-1, where a byte is a character, and no character is cut.
    let rest = '';
    let number = 0;
    for await (const chunk of chunks) {
      const text = rest + chunk.toString('latin1');
      const give = /[\u0080-\u00ff]/u.test(text) ? takeDecoded : take;
      let start = 0;
      for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
        number += 1;
        if (end > start) give(text.slice(start, text[end - 1] === '\r' ? end - 1 : end), number);
        start = end + 1;
      }
      rest = text.slice(start);
      if (rest.length > maximumLineLength) rest = rest.slice(0, maximumLineLength);
    }
    if (rest !== '') takeDecoded(rest, number + 1);
  };
}
