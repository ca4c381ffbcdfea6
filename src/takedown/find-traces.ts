/** Looks through one file of the output for what was taken down. Pure; bytes come in. */

import { firstForm } from './name-forms.ts';
import type { Needle } from './needles.ts';
import { searchableTexts } from './searchable-text.ts';

export interface Trace {
  /** Inside the output. */
  readonly file: string;
  readonly what: Needle['what'];
  readonly text: string;
}

const textEnding = /\.(?:html|xml|json|txt|js|css|svg|webmanifest)$|^(?:_redirects|_headers|_nginx\.conf)$/u;

/** What says at an address that something is gone has to name it. */
function mayName(file: string, needles: readonly Needle[]): boolean {
  return (
    ['_redirects', '_nginx.conf', 'manifest.json'].includes(file) ||
    needles.some(
      ({ what, text }) =>
        what === 'address' && [`${text}index.html`, `${text}.html`, text].includes(`/${file}`),
    )
  );
}

/** What may mean the person in a page, each form once. */
export function findLooks(file: string, bytes: Buffer, forms: readonly RegExp[]): readonly string[] {
  if (forms.length === 0 || !textEnding.test(file)) return [];
  // At the address of what is gone, and where hosts are told of it, it has to be named.
  if (['_redirects', '_nginx.conf', 'manifest.json'].includes(file)) return [];
  const found = searchableTexts(file, bytes.toString('utf8')).flatMap((text) =>
    forms.flatMap((form) => firstForm(text, [form])?.text ?? []),
  );
  return [...new Set(found)].sort();
}

export function findTraces(file: string, bytes: Buffer, needles: readonly Needle[]): readonly Trace[] {
  const isText = textEnding.test(file);
  const texts = isText ? searchableTexts(file, bytes.toString('utf8')) : [];
  const mayNameIt = mayName(file, needles);
  const isIn = ({ what, text, pattern }: Needle): boolean => {
    if (what === 'photo' && file === text) return true;
    if (what === 'address' && mayNameIt) return false;
    // Metadata of photos and the texts of a press kit stand in their files uncompressed.
    if (!isText) return what !== 'address' && text.length >= 4 && bytes.includes(text);
    return texts.some((haystack) =>
      pattern === undefined ? haystack.includes(text) : pattern.test(haystack),
    );
  };
  return needles.filter(isIn).map(({ what, text }) => ({ file, what, text }));
}
