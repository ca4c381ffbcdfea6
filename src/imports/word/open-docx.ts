/**
 * Opens a Word file, which is a ZIP archive that a stranger may have made: entries that lead out of it, and entries
 * that grow beyond all reason when they are unpacked, end it. What comes out is a new archive of what was looked at.
 */

import JSZip from 'jszip';

/** The text of the longest novel has 10 MB as Word writes it; photos are a few dozen megabytes each. */
const maximumUnpackedBytes = 512 * 1024 * 1024;
const maximumEntries = 5000;

export type OpenedDocx =
  | {
      readonly ok: true;
      readonly bytes: Buffer;
      readonly textOf: (entry: string) => Promise<string | undefined>;
      /** The file with another text in place of an entry's. */
      readonly withText: (entry: string, text: string) => Promise<Buffer>;
    }
  | { readonly ok: false; readonly message: string };

export async function openDocx(bytes: Buffer, limitBytes = maximumUnpackedBytes): Promise<OpenedDocx> {
  const refuse = (message: string): OpenedDocx => ({ ok: false, message });
  let archive: JSZip;
  try {
    archive = await JSZip.loadAsync(bytes);
  } catch {
    const isOld = bytes.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    return refuse(
      isOld
        ? 'This is a Word file of the old kind (.doc) or one with a password. Open it in Word and save it as .docx.'
        : 'This is not a Word file, or it is damaged. Open it in Word and save it as .docx once more.',
    );
  }
  const entries = Object.values(archive.files).filter(({ dir }) => !dir);
  if (entries.length > maximumEntries)
    return refuse(`This file has ${entries.length} parts, which no Word file has.`);
  const clean = new JSZip();
  let left = limitBytes;
  for (const entry of entries) {
    const name = entry.unsafeOriginalName ?? entry.name;
    if (/(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[a-z]:|\0/iu.test(name))
      return refuse(`A part of this file, "${name}", leads out of it.`);
    const content = await unpack(entry, left);
    if (content === undefined)
      return refuse('This file unpacks to more than any Word file has: it is not one.');
    left -= content.length;
    clean.file(entry.name, content);
  }
  if (clean.file('word/document.xml') === null) return refuse('This is a ZIP archive, but not a Word file.');
  for (const name of Object.keys(clean.files).filter(
    (part) => part.endsWith('.xml') || part.endsWith('.rels'),
  )) {
    const text = await clean.file(name)?.async('string');
    // Word writes no document types; one can hold entities that grow without bound.
    if (text !== undefined && /<!DOCTYPE|<!ENTITY/iu.test(text))
      return refuse(`The part ${name} of this file declares a document type, which Word never does.`);
  }
  return {
    ok: true,
    bytes: await clean.generateAsync({ type: 'nodebuffer', compression: 'STORE' }),
    textOf: async (entry) => await clean.file(entry)?.async('string'),
    withText: async (entry, text) => {
      clean.file(entry, text);
      return await clean.generateAsync({ type: 'nodebuffer', compression: 'STORE' });
    },
  };
}

/** Unpacks one entry; undefined as soon as it has more than the bytes that are left. */
function unpack(entry: JSZip.JSZipObject, limitBytes: number): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const stream = entry.nodeStream('nodebuffer');
    stream.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > limitBytes) {
        stream.pause();
        resolve(undefined);
        return;
      }
      chunks.push(chunk);
    });
    stream.on('error', reject);
    stream.on('end', () => resolve(Buffer.concat(chunks)));
  });
}
