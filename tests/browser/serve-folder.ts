/**
 * Serves a built site on this machine alone, as a web host does: clean addresses, types, text compressed, a page for
 * 404, and the headers that the site asks for in its `_headers`.
 */

import { createReadStream, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { contentTypeOf } from '../../src/output/content-type.ts';

export interface FolderServer {
  /** `http://127.0.0.1:PORT`, without a slash at its end. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

export async function serveFolder(folder: string): Promise<FolderServer> {
  const rules = readHeaderRules(path.join(folder, '_headers'));
  const compressedFile = compressor();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const wanted = path.join(folder, path.posix.normalize(`/${decodeURIComponent(pathname)}`));
    const found = [wanted, path.join(wanted, 'index.html')].find(
      (candidate) => statSync(candidate, { throwIfNoEntry: false })?.isFile() === true,
    );
    const file = found ?? path.join(folder, '404.html');
    for (const { covers, name, value } of rules) if (covers.test(pathname)) response.setHeader(name, value);
    const type = contentTypeOf(file);
    const isText = /^text|json|xml|svg/u.test(type);
    const { size, mtimeMs } = statSync(file);
    const part = isText ? undefined : partOf(request.headers.range, size);
    response.writeHead(found === undefined ? 404 : part === undefined ? 200 : 206, {
      'Content-Type': type,
      ...(isText ? { 'Content-Encoding': 'gzip' } : {}),
      ...(part === undefined ? {} : { 'Content-Range': `bytes ${part.start}-${part.end}/${size}` }),
    });
    const giveUp = () => response.destroy();
    if (isText)
      compressedFile(file, `${file} ${size} ${mtimeMs}`).then((bytes) => response.end(bytes), giveUp);
    else createReadStream(file, part).on('error', giveUp).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

/**
 * Texts as they are published: compressed once, as far as it goes.
 * @returns what compresses a file, for a version of it
 */
function compressor(): (file: string, version: string) => Promise<Buffer> {
  const versions = new Map<string, Promise<Buffer>>();
  const compress = async (file: string) => await promisify(gzip)(await readFile(file), { level: 9 });
  return (file, version) => {
    const known = versions.get(version) ?? compress(file);
    versions.set(version, known);
    return known;
  };
}

/** Of a file, as a browser asks for it: `bytes=0-99`, `bytes=-100`. */
function partOf(range: string | undefined, size: number) {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/u.exec(range ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  if (from === '') return { start: Math.max(0, size - Number(to)), end: size - 1 };
  return { start: Number(from), end: Math.min(size - 1, to === '' ? size - 1 : Number(to)) };
}

interface HeaderLine {
  readonly covers: RegExp;
  readonly name: string;
  readonly value: string;
}

/** A line that begins at the margin is a pattern of addresses; lines below it are headers. */
function readHeaderRules(file: string): readonly HeaderLine[] {
  const lines: HeaderLine[] = [];
  let covers = /^$/u;
  for (const line of readFileSync(file, 'utf8')
    .split('\n')
    .filter((text) => text.trim() !== '')) {
    const [, name, value] = /^\s+([\w-]+): (.*)$/u.exec(line) ?? [];
    if (name !== undefined && value !== undefined) lines.push({ covers, name, value });
    else covers = new RegExp(`^${line.replaceAll('.', '\\.').replaceAll('*', '.*')}$`, 'u');
  }
  return lines;
}
