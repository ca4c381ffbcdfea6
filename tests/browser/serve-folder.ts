/** Serves a built site on this machine alone, as a plain web host does: clean addresses, types, a page for 404. */

import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { contentTypeOf } from '../../src/cli/content-type.ts';

/** Stricter than any host needs to be: whatever a page carries or loads of its own accord is its own. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";

export interface FolderServer {
  /** `http://127.0.0.1:PORT`, without a slash at its end. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

export async function serveFolder(folder: string): Promise<FolderServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const wanted = path.join(folder, path.posix.normalize(`/${decodeURIComponent(pathname)}`));
    const found = [wanted, path.join(wanted, 'index.html')].find(
      (candidate) => statSync(candidate, { throwIfNoEntry: false })?.isFile() === true,
    );
    const file = found ?? path.join(folder, '404.html');
    response.writeHead(found === undefined ? 404 : 200, {
      'Content-Type': contentTypeOf(file),
      'Content-Security-Policy': policy,
    });
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
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
