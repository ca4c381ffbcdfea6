/** The manifest of a built site, which may come from another machine. */

import path from 'node:path';
import {
  isOutputPath,
  type ManifestEntry,
  parseManifest,
  printManifest,
} from '../../../src/output/manifest.ts';
import { printHeaderRules } from '../../../src/output/security-headers.ts';
import { type FuzzTarget, must } from '../fuzz-target.ts';

const hash = '0'.repeat(64);
const entry: ManifestEntry = { sha256: hash, sizeBytes: 7 };

export const target: FuzzTarget = {
  seeds: [
    printManifest(
      new Map([
        ['index.html', entry],
        ['2024/05/fair/index.html', { ...entry, madeFrom: 'a' }],
        ['photos/a-320.avif', entry],
      ]),
      [{ pattern: '/*', headers: [['X-Frame-Options', 'DENY']] }],
    ),
    JSON.stringify({
      version: 1,
      files: { 'feed.xml': { ...entry, contentType: 'text/xml', cache: 'page' } },
    }),
  ],
  pieces: [
    '../',
    '..\\\\',
    '/etc/passwd',
    'C:\\\\a',
    '\\u0000',
    '\\n',
    '\\r\\nSet-Cookie: a=b',
    '__proto__',
    '"constructor":',
    '{"a":1},',
    '"",',
    '-1',
    '1e999',
    'null',
    '[[[[',
    '{"version":1,"files":{',
    `"a/b":{"sha256":"${hash}","sizeBytes":0},`,
    '"headers":[{"pattern":"/*","headers":[["A","b"]]}],',
  ],
  run: (text) => {
    const manifest = parseManifest(text);
    if (manifest === undefined) return;
    for (const file of manifest.files.keys()) {
      must(isOutputPath(file) && path.resolve('/site', file).startsWith('/site/'), 'a path that leads out');
      must(path.win32.resolve('C:\\site', file).startsWith('C:\\site\\'), 'a path that leads out on Windows');
    }
    const lines = printHeaderRules(manifest.headers).split('\n');
    const expected = manifest.headers.reduce((count, { headers }) => count + headers.length + 2, 0);
    must(lines.length === Math.max(1, expected), 'a header of more than a line');
    const again = parseManifest(printManifest(manifest.files, manifest.headers));
    must(again !== undefined && again.files.size === manifest.files.size, 'not the same when printed');
  },
};
