/** Judges XML files by the schemas of `tests/fixtures/schemas`, with libxml2 as WebAssembly: nothing to install. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { validateXML } from 'xmllint-wasm';

const folder = path.join(import.meta.dirname, '../fixtures/schemas');
const read = (fileName: string) => ({
  fileName,
  contents: readFileSync(path.join(folder, fileName), 'utf8'),
});
const parts = readdirSync(folder).filter((name) => name.endsWith('.xsd'));

export interface NamedXml {
  readonly fileName: string;
  readonly contents: string;
}

/** @returns what is wrong, one line each */
export async function validateXml(
  schema: 'atom.rng' | 'sitemap.xsd' | 'sitemap-index.xsd',
  files: readonly NamedXml[],
): Promise<readonly string[]> {
  const common = {
    xml: files.map(({ fileName, contents }) => ({ fileName: fileName.replaceAll('/', '_'), contents })),
    // A page of 64 KiB: feeds are whole articles.
    initialMemoryPages: 1024,
    maxMemoryPages: 8192,
  };
  const result = schema.endsWith('.rng')
    ? await validateXML({ ...common, extension: 'relaxng', schema: read(schema) })
    : await validateXML({
        ...common,
        extension: 'schema',
        schema: read(schema),
        preload: parts.filter((name) => name !== schema).map(read),
      });
  return result.errors.map(({ rawMessage }) => rawMessage);
}
