/** Log files as lines, one piece in memory at a time; compressed ones are told by their first bytes. */

import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

/** A request line may have 8 kB on most servers; what is longer is no log, and must not fill the memory. */
const maximumLineLength = 65_536;

/**
 * Throws when a file cannot be read to its end; a cut-off archive counts as such.
 * @param take is given every line that is not empty
 */
export async function readLines(file: string, take: (line: string) => void): Promise<void> {
  const handle = await open(file);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0).finally(() => handle.close());
  const isCompressed = bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  const source = createReadStream(file, { highWaterMark: 1 << 18 });
  const takeDecoded = (line: string) => take(Buffer.from(line, 'latin1').toString('utf8'));
  const split = async (chunks: AsyncIterable<Buffer>): Promise<void> => {
    // Cut as Latin-1, where a byte is a character, and no character is cut.
    let rest = '';
    for await (const chunk of chunks) {
      const text = rest + chunk.toString('latin1');
      const give = /[\u0080-\u00ff]/u.test(text) ? takeDecoded : take;
      let start = 0;
      for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
        if (end > start) give(text.slice(start, text[end - 1] === '\r' ? end - 1 : end));
        start = end + 1;
      }
      rest = text.slice(start);
      if (rest.length > maximumLineLength) rest = rest.slice(0, maximumLineLength);
    }
    if (rest !== '') takeDecoded(rest);
  };
  if (isCompressed) await pipeline(source, createGunzip(), split);
  else await pipeline(source, split);
}
